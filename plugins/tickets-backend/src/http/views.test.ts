import {
  MAX_VIEWS,
  type TicketFilter,
  type TicketView,
} from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { deskConfig } from '../__testUtils__/organisation';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

type Desk = Awaited<ReturnType<typeof startTestDesk>>;

const SUPPORT = 'group:default/support';

const databases = testDatabases();

describe.each(databases.ids)('saved views on %s', id => {
  let knex: Knex;
  let desk: Desk;

  beforeEach(async () => {
    knex = await databases.init(id);
    desk = await startTestDesk({ knex });
  });
  afterEach(() => desk.stop());

  const namesFor = async (name: string, owner?: string) =>
    (await desk.as(name).listViews({ owner })).items.map(view => view.name);

  it('keep a list as it was, and are found by its address', async () => {
    const http = desk.http('agent');
    const view = {
      name: 'Urgent, mine',
      filter: {
        state: 'open',
        priority: ['high'],
        assignee: [userRef('agent'), 'none'],
      },
      sort: 'createdAt',
      order: 'asc',
      columns: ['number', 'subject', 'assignee'],
      position: 3,
    };
    const created = await http.post('/views').send(view);
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      ...view,
      id: expect.any(String),
      version: 1,
      owner: userRef('agent'),
      createdAt: expect.any(String),
      updatedAt: created.body.createdAt,
      updatedBy: userRef('agent'),
      issues: [],
    });
    expect(created.headers.etag).toBe('"1"');
    const { location } = created.headers;
    const found = await http.get(location.replace('/api/tickets', ''));
    expect(found.body).toEqual(created.body);
    expect(found.headers.etag).toBe('"1"');
  });

  it('need no more than a name', async () => {
    const view = await desk
      .as('requester')
      .createView({ name: '  Every\n one ' });
    expect(view).toMatchObject({
      name: 'Every one',
      owner: userRef('requester'),
      filter: {},
      sort: 'updatedAt',
      order: 'desc',
      columns: null,
      position: 0,
    });
  });

  it('lead everybody to what they may read, as the list does', async () => {
    const mine = await desk.as('requester').fileTicket({ subject: 'Mine' });
    const other = await desk.as('outsider').fileTicket({ subject: 'Other' });
    const seen = async (name: string) => {
      const { filter, sort, order } = await desk
        .as(name)
        .createView({ name: 'Open', filter: { state: 'open' } });
      const { items } = await desk
        .as(name)
        .listTickets({ ...filter, sort, order });
      return items.map(ticket => ticket.id).sort();
    };
    expect(await seen('requester')).toEqual([mine.id]);
    expect(await seen('outsider')).toEqual([other.id]);
    expect(await seen('admin')).toEqual([mine.id, other.id].sort());
  });

  it('come in order: the caller’s own first, by position, then by name', async () => {
    const agent = desk.as('agent');
    for (const [name, position, owner] of [
      ['Team B', 1, SUPPORT],
      ['team 10', 0, SUPPORT],
      ['Team 9', 0, SUPPORT],
      ['Last', 9, undefined],
      ['First', 0, undefined],
      ['Émile', 0, undefined],
    ] as const) {
      await agent.createView({ name, position, owner });
    }
    expect(await namesFor('agent')).toEqual([
      'Émile',
      'First',
      'Last',
      'Team 9',
      'team 10',
      'Team B',
    ]);
    expect(await namesFor('agent', SUPPORT)).toEqual([
      'Team 9',
      'team 10',
      'Team B',
    ]);
  });

  it('of a team are its agents’, and those of a person theirs alone', async () => {
    const agent = desk.as('agent');
    await agent.createView({ name: 'Shared', owner: SUPPORT });
    await agent.createView({ name: 'Private' });
    expect(await namesFor('agent')).toEqual(['Private', 'Shared']);
    expect(await namesFor('second-agent')).toEqual(['Shared']);
    expect(await namesFor('admin')).toEqual([]);
    expect(await namesFor('admin', SUPPORT)).toEqual(['Shared']);
    expect(await namesFor('admin', userRef('agent'))).toEqual([]);
    for (const name of ['other-agent', 'requester', 'outsider']) {
      expect(await namesFor(name)).toEqual([]);
      expect(await namesFor(name, SUPPORT)).toEqual([]);
      expect(await namesFor(name, userRef('agent'))).toEqual([]);
    }
  });

  it('are changed by any agent of the team, who then stands by the change', async () => {
    const { id: view } = await desk
      .as('agent')
      .createView({ name: 'Shared', owner: SUPPORT, position: 4 });
    const edited = await desk
      .as('second-agent')
      .editView(view, { filter: { state: 'closed' }, columns: ['number'] });
    expect(edited).toMatchObject({
      name: 'Shared',
      owner: SUPPORT,
      version: 2,
      filter: { state: 'closed' },
      columns: ['number'],
      position: 4,
      updatedBy: userRef('second-agent'),
    });
    expect(await desk.as('agent').getView(view)).toEqual(edited);
    await desk.as('second-agent').deleteView(view);
    expect(await namesFor('agent')).toEqual([]);
  });

  it('go to the team and come back to whoever takes them', async () => {
    const { id: view } = await desk.as('agent').createView({ name: 'Moves' });
    await desk.as('agent').editView(view, { owner: SUPPORT });
    expect(await namesFor('second-agent')).toEqual(['Moves']);
    await desk.as('second-agent').editView(view, {
      owner: userRef('second-agent'),
    });
    expect(await namesFor('agent')).toEqual([]);
    expect(await desk.http('agent').get(`/views/${view}`)).toMatchObject({
      status: 404,
    });
  });

  it.each([
    ['requester', SUPPORT],
    ['requester', 'group:default/shop'],
    ['requester', userRef('colleague')],
    ['agent', 'group:default/other-support'],
    ['agent', userRef('second-agent')],
    ['admin', userRef('agent')],
    ['admin', 'group:default/nobody'],
  ])('are not given by %s to %s', async (name, owner) => {
    const http = desk.http(name);
    const mine = await desk.as(name).createView({ name: 'Mine' });
    const answers = [
      await http.post('/views').send({ name: 'Theirs', owner }),
      await http.patch(`/views/${mine.id}`).send({ owner }),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(400);
      expect(body.error.issues).toMatchObject([
        { path: 'owner', message: 'expected yourself or a team of yours' },
      ]);
    }
  });

  it.each<[string, object, string]>([
    ['no name', {}, 'name'],
    ['an invisible name', { name: ' \u200b ' }, 'name'],
    ['a long name', { name: 'x'.repeat(101) }, 'name'],
    [
      'an unknown filter',
      { name: 'A', filter: { secret: 1 } },
      'filter.secret',
    ],
    [
      'a wrong value in a filter',
      { name: 'A', filter: { light: ['blue'] } },
      'filter.light[0]',
    ],
    [
      'a huge filter',
      {
        name: 'A',
        filter: {
          asset: Array.from(
            { length: 50 },
            (_, index) => `component:default/${index}-${'x'.repeat(200)}`,
          ),
        },
      },
      'filter',
    ],
    ['an unknown sort key', { name: 'A', sort: 'body' }, 'sort'],
    ['an unknown column', { name: 'A', columns: ['body'] }, 'columns[0]'],
    ['no column', { name: 'A', columns: [] }, 'columns'],
    [
      'the same column twice',
      { name: 'A', columns: ['number', 'number'] },
      'columns',
    ],
    ['a position before the first', { name: 'A', position: -1 }, 'position'],
    ['an unknown field', { name: 'A', color: 'red' }, 'color'],
  ])('are refused with %s', async (_what, body, path) => {
    const answer = await desk.http('agent').post('/views').send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.issues.map((issue: object) => issue)).toEqual([
      expect.objectContaining({ path }),
    ]);
  });

  it('have one name for each owner', async () => {
    const agent = desk.http('agent');
    const saved = (owner?: string) =>
      agent.post('/views').send({ name: 'Open', owner });
    const mine = await saved();
    expect(mine.status).toBe(201);
    expect((await saved(SUPPORT)).status).toBe(201);
    const again = await saved();
    expect(again.status).toBe(409);
    expect(again.body.error.message).toBe(
      'user:default/agent has another view called Open',
    );
    const moved = await agent
      .patch(`/views/${mine.body.id}`)
      .send({ owner: SUPPORT });
    expect(moved.status).toBe(409);
    expect(await namesFor('agent')).toEqual(['Open', 'Open']);
  });

  it('have names that are told apart by more than case and accents', async () => {
    const agent = desk.http('agent');
    const names = ['Größe', 'größe', 'GROSSE', 'Grösse', 'Grobe'];
    const answers = await Promise.all(
      names.map(name => agent.post('/views').send({ name })),
    );
    const kept = answers.filter(({ status }) => status === 201);
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...[201, 201, 409, 409, 409],
    ]);
    const [one] = kept.filter(({ body }) => body.name !== 'Grobe');
    expect(
      answers.find(({ status }) => status === 409)?.body.error.message,
    ).toBe(`user:default/agent has another view called ${one.body.name}`);
    const renamed = await agent
      .patch(`/views/${one.body.id}`)
      .send({ name: 'GRÖSSE' });
    expect([renamed.status, renamed.body.name]).toEqual([200, 'GRÖSSE']);
    const grobe = answers.find(({ body }) => body.name === 'Grobe');
    const clash = await agent
      .patch(`/views/${grobe?.body.id}`)
      .send({ name: 'grosse' });
    expect(clash.status).toBe(409);
  });

  it('that have the same name since before stay, and can be changed', async () => {
    const agent = desk.http('agent');
    const [one, other] = [
      (await agent.post('/views').send({ name: 'Open' })).body,
      (await agent.post('/views').send({ name: 'Closed' })).body,
    ];
    await knex('ticket_views').where({ id: other.id }).update({ name: 'open' });
    expect(await namesFor('agent')).toEqual(['Open', 'open']);
    const moved = await agent.patch(`/views/${other.id}`).send({ position: 3 });
    expect([moved.status, moved.body.name]).toEqual([200, 'open']);
    const apart = await agent.patch(`/views/${one.id}`).send({ name: 'Ours' });
    expect(apart.status).toBe(200);
  });

  it('are at most a hundred for each owner, however many are saved at once', async () => {
    const agent = desk.http('agent');
    const save = (index: number) =>
      agent.post('/views').send({ name: `View ${index}` });
    for (let index = 0; index < MAX_VIEWS - 4; index += 1) {
      await save(index);
    }
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => save(1000 + index)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.sort()).toEqual([
      ...Array.from({ length: 4 }, () => 201),
      ...Array.from({ length: 6 }, () => 409),
    ]);
    expect(
      answers.find(({ status }) => status === 409)?.body.error.message,
    ).toMatch(/^user:default\/agent has 100 saved views, which is the maximum/);
    const shared = await desk
      .as('second-agent')
      .createView({ name: 'Shared', owner: SUPPORT });
    const moved = await agent
      .patch(`/views/${shared.id}`)
      .send({ owner: userRef('agent') });
    expect(moved.status).toBe(409);
  });

  it('are saved once for each key', async () => {
    const save = (key: string, name: string) =>
      desk
        .http('agent')
        .post('/views')
        .set('Idempotency-Key', key)
        .send({ name });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => save('k', 'Once')),
    );
    expect(answers.map(({ status }) => status)).toEqual([
      201, 201, 201, 201, 201,
    ]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await save('k', 'Other')).status).toBe(409);
    await desk.as('agent').deleteView(answers[0].body.id);
    expect((await save('k', 'Once')).status).toBe(404);
  });

  it('that somebody else changed meanwhile are not overwritten', async () => {
    const { id: view } = await desk
      .as('agent')
      .createView({ name: 'Shared', owner: SUPPORT });
    await desk.as('second-agent').editView(view, { name: 'Renamed' });
    const stale = { 'If-Match': '"1"' };
    const agent = desk.http('agent');
    const edit = await agent
      .patch(`/views/${view}`)
      .set(stale)
      .send({ position: 1 });
    expect(edit.status).toBe(412);
    expect(edit.body.error).toMatchObject({
      name: 'StaleViewError',
      view: { id: view, name: 'Renamed', version: 2 },
    });
    expect((await agent.delete(`/views/${view}`).set(stale)).status).toBe(412);
    const fresh = { 'If-Match': '"2"' };
    const done = await agent
      .patch(`/views/${view}`)
      .set(fresh)
      .send({ position: 1 });
    expect(done.headers.etag).toBe('"3"');
    const edits = await Promise.all(
      Array.from({ length: 6 }, (_, position) =>
        agent.patch(`/views/${view}`).set('If-Match', '"3"').send({ position }),
      ),
    );
    expect(edits.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(edits.filter(({ status }) => status === 412)).toHaveLength(5);
  });

  it('outlive what they name, and say so', async () => {
    const agent = desk.as('agent');
    const filter: TicketFilter = {
      status: ['new', 'in-progress'],
      category: ['incident', 'question'],
      priority: ['high'],
    };
    const { id: old } = await agent.createView({ name: 'Old', filter });
    await desk.as('requester').createView({ name: 'Old', filter });
    await desk.stop();
    desk = await startTestDesk({
      knex,
      tickets: {
        ...deskConfig,
        statuses: [
          { id: 'new', title: 'New', type: 'new' },
          { id: 'open', title: 'Open', type: 'open' },
          { id: 'done', title: 'Done', type: 'closed' },
        ],
        categories: [{ id: 'question', title: 'Question' }],
      },
    });
    const categoryIsGone = {
      path: 'filter.category[0]',
      message: 'incident is not configured',
    };
    expect(await desk.as('agent').getView(old)).toMatchObject({
      filter,
      issues: [
        {
          path: 'filter.status[1]',
          message: 'in-progress is not configured',
        },
        categoryIsGone,
      ],
    });
    // of statuses, requesters do not know which there are
    const [theirs] = (await desk.as('requester').listViews()).items;
    expect(theirs.issues).toMatchObject([categoryIsGone]);
  });

  it('say nothing of what is for agents only to anybody else', async () => {
    await desk.stop();
    desk = await startTestDesk({
      knex,
      tickets: {
        ...deskConfig,
        categories: [
          { id: 'question', title: 'Question' },
          {
            id: 'theft',
            title: 'Theft',
            agentsOnly: true,
            form: {
              schema: { type: 'object', properties: { suspect: {} } },
            },
          },
        ],
      },
    });
    const filter: TicketFilter = {
      category: ['question', 'theft', 'unheard-of'],
      field: ['suspect:x', 'unheard-of:x'],
    };
    const gone = (at: string) => [
      { path: `${at}.category[1]`, message: 'theft is not configured' },
      { path: `${at}.category[2]`, message: 'unheard-of is not configured' },
      { path: `${at}.field[0]`, message: 'no form has a field suspect' },
      { path: `${at}.field[1]`, message: 'no form has a field unheard-of' },
    ];
    const known = ({ path }: { path: string }) =>
      path.endsWith('category[1]') || path.endsWith('field[0]');
    for (const [name, hides] of [
      ['requester', true],
      ['agent', false],
      ['admin', false],
    ] as const) {
      const person = desk.as(name);
      const said = (at: string) =>
        gone(at).filter(issue => hides || !known(issue));
      const view = await person.createView({ name: 'All', filter });
      expect(view.issues).toMatchObject(said('filter'));
      const list = await person.listTickets(filter);
      expect(list.warnings).toMatchObject(said('query'));
      const found = await person.searchTickets({ text: 'x', ...filter });
      expect(found.warnings).toMatchObject(said('query'));
      const counts = await person.countTickets(filter);
      expect(counts.warnings).toMatchObject(said('query'));
      const { items } = await person.countViews({
        views: [
          { id: 'all', filter: {} },
          { id: 'gone', filter },
        ],
      });
      expect(items).toMatchObject([
        { id: 'all', count: 0, capped: false },
        {
          id: 'gone',
          count: 0,
          capped: false,
          warnings: said('views[1].filter'),
        },
      ]);
    }
  });

  it('name teams, people, assets and fields that are gone, and list what there is', async () => {
    const agent = desk.as('agent');
    const mine = await agent.fileTicket({
      subject: 'Still there',
      assets: ['component:default/queue'],
    });
    const filter: TicketFilter = {
      team: [SUPPORT, 'group:default/dissolved', 'none'],
      assignee: [userRef('agent'), 'user:default/left', 'none'],
      asset: ['component:default/retired'],
      field: ['region:eu', 'gone:1'],
    };
    const { id: view } = await agent.createView({ name: 'Gone', filter });
    await desk.stop();
    desk = await startTestDesk({
      knex,
      tickets: {
        ...deskConfig,
        categories: [
          {
            id: 'form',
            title: 'Form',
            form: {
              schema: {
                type: 'object',
                properties: { region: {}, cost: {} },
              },
              hidden: ['cost'],
            },
          },
        ],
      },
    });
    const gone = [
      {
        path: 'filter.team[1]',
        message: 'group:default/dissolved is not a team of this desk',
      },
      { path: 'filter.field[1]', message: 'no form has a field gone' },
      {
        path: 'filter.assignee[1]',
        message: 'user:default/left is not in the catalog',
      },
      {
        path: 'filter.asset[0]',
        message: 'component:default/retired is not in the catalog',
      },
    ];
    const found = await desk.as('agent').getView(view);
    expect(found).toMatchObject({ filter, issues: gone });
    const { items } = await desk.as('agent').listViews();
    expect(items.map(({ issues }) => issues)).toMatchObject([gone]);

    const { asset: _asset, field: _field, ...rest } = filter;
    const list = await desk.as('agent').listTickets(rest);
    expect(list.items.map(({ id: ticket }) => ticket)).toEqual([mine.id]);
    expect(list.warnings).toMatchObject([
      {
        path: 'query.team[1]',
        message: 'group:default/dissolved is not a team of this desk',
      },
    ]);
    await expect(desk.as('agent').countTickets(rest)).resolves.toMatchObject({
      orange: 1,
      warnings: list.warnings,
    });
    // what is hidden outside is not there
    const theirs = await desk.as('requester').listTickets({
      field: ['cost:5', 'region:eu'],
      status: ['unheard-of'],
      category: ['unheard-of'],
    });
    expect(theirs.warnings).toMatchObject([
      {
        path: 'query.category[0]',
        message: 'unheard-of is not configured',
      },
      { path: 'query.field[0]', message: 'no form has a field cost' },
    ]);
    const { warnings } = await desk
      .as('agent')
      .searchTickets({ text: 'still', priority: ['no-such'] });
    expect(warnings).toMatchObject([
      { path: 'query.priority[0]', message: 'no-such is not configured' },
    ]);
  });

  it('that the desk understands no more are listed all the same', async () => {
    const agent = desk.as('agent');
    const saved = await agent.createView({
      name: 'Old',
      filter: { state: 'open' },
      columns: ['number', 'subject'],
    });
    await agent.createView({ name: 'Whole', filter: { state: 'open' } });
    await knex('ticket_views')
      .where({ id: saved.id })
      .update({
        filter: JSON.stringify({ state: 'half-open', mood: 'bad' }),
        sort: 'mood',
        order: 'up',
        columns: JSON.stringify(['mood', 'subject']),
      });
    const { items } = await agent.listViews();
    expect(items.map(({ name }) => name)).toEqual(['Old', 'Whole']);
    const [old, whole]: TicketView[] = items;
    expect(whole).toMatchObject({ filter: { state: 'open' }, issues: [] });
    expect(old).toMatchObject({
      filter: null,
      sort: 'updatedAt',
      order: 'desc',
      columns: ['subject'],
    });
    expect(old.issues.map(({ path }) => path).sort()).toEqual([
      'columns[0]',
      'filter.mood',
      'filter.state',
      'order',
      'sort',
    ]);
    // what is not named in a change stays as it was saved
    await agent.editView(saved.id, { name: 'Kept' });
    const row = await knex('ticket_views').where({ id: saved.id }).first();
    expect(JSON.parse(row.filter)).toEqual({ state: 'half-open', mood: 'bad' });
    // and a new filter mends it
    const mended = await agent.editView(saved.id, {
      filter: { state: 'closed' },
      sort: 'createdAt',
      order: 'asc',
      columns: null,
    });
    expect(mended).toMatchObject({
      filter: { state: 'closed' },
      sort: 'createdAt',
      order: 'asc',
      columns: null,
      issues: [],
    });
  });

  it('with an id that is none do not exist', async () => {
    for (const path of ['nothing', '%00', 'a'.repeat(500)]) {
      expect((await desk.http('agent').get(`/views/${path}`)).status).toBe(404);
    }
  });
});

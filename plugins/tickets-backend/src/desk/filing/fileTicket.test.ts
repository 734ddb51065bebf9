import type { FileTicketRequest } from '@portaldesk/plugin-tickets-common';
import type { JsonObject } from '@backstage/types';
import { testDatabases } from '../../__testUtils__/databases';
import { deskConfig, organisation } from '../../__testUtils__/organisation';
import { caller, testDesk } from '../../__testUtils__/testDesk';
import { type TicketState, applyEvent } from '../../domain/ticketState';

jest.setTimeout(120_000);

const databases = testDatabases();

const support = 'group:default/support';
const otherSupport = 'group:default/other-support';
const requester = 'user:default/requester';

const tickets: JsonObject = {
  ...deskConfig,
  teams: [...deskConfig.teams, { group: 'group:default/gone' }],
  slaPolicies: ['standard', 'gold', 'silver'].map(id => ({
    id,
    title: id,
    default: { resolution: '8h' },
  })),
  defaultSlaPolicy: 'standard',
  categories: [
    { id: 'question', title: 'Question' },
    {
      id: 'incident',
      title: 'Incident',
      priority: 'high',
      visibility: 'confidential',
      team: support,
      slaPolicy: 'silver',
      tags: ['outage'],
      numbering: { mask: 'INC-{000}' },
    },
    { id: 'audit', title: 'Audit', agentsOnly: true, visibility: 'internal' },
    {
      id: 'service',
      title: 'Service',
      fits: { kinds: ['component'], types: ['service'] },
    },
    {
      id: 'access',
      title: 'Access',
      form: {
        schema: {
          type: 'object',
          required: ['role', 'approver'],
          properties: {
            role: { type: 'string', enum: ['reader', 'admin'] },
            days: { type: 'number', default: 30 },
            hosts: { type: 'array', items: { type: 'string' } },
            approver: { type: 'string', default: 'nobody yet' },
          },
        },
        hidden: ['approver'],
      },
    },
    {
      id: 'purchase',
      title: 'Purchase',
      form: {
        schema: {
          properties: {
            what: { type: 'string' },
            reason: { type: 'string' },
            cost: { type: 'number' },
          },
          if: { properties: { cost: { minimum: 1000 } } },
          then: { required: ['reason'] },
        },
        hidden: ['cost'],
      },
    },
  ],
  routing: [
    {
      name: 'admin access',
      when: { fields: { role: 'admin' } },
      then: { team: support, visibility: 'internal' },
    },
    {
      name: 'shops first',
      when: { requesterGroup: 'group:default/shop', tags: ['outage'] },
      then: {
        priority: 'low',
        visibility: 'public',
        slaPolicy: 'gold',
        watchers: ['user:default/owner', 'user:default/nobody'],
      },
    },
    {
      when: { asset: { system: 'system:default/shop', type: 'service' } },
      then: { team: 'group:default/gone' },
    },
  ],
};

const entities = [
  ...organisation,
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart', namespace: 'default', tags: ['java'] },
    spec: { type: 'service' },
    relations: [
      { type: 'ownedBy', targetRef: support },
      { type: 'partOf', targetRef: 'component:default/website' },
      { type: 'partOf', targetRef: 'system:default/shop' },
    ],
  },
];

describe.each(databases.ids)('filing on %s', id => {
  async function begin(own: JsonObject) {
    const knex = await databases.init(id);
    const outboxSignal = { channelsFor: () => ['portal'], wake: () => {} };
    const { desk, context } = await testDesk(knex, {
      entities,
      tickets: own,
      context: { outboxSignal },
    });
    const admin = caller('admin');
    return {
      desk,
      context,
      knex,
      file: (name: string, request: Partial<FileTicketRequest> = {}) =>
        desk.fileTicket(caller(name), { subject: 'It is broken', ...request }),
      history: async (ticket: { id: string }) => {
        const page = await desk.listEvents(admin, ticket.id, { limit: 50 });
        return page.items.map(({ detail }) => detail);
      },
      total: async () => {
        const page = { limit: 1, sort: 'createdAt', order: 'asc' } as const;
        return (await desk.listTickets(admin, page)).total ?? 0;
      },
    };
  }

  let started: ReturnType<typeof begin> | undefined;

  /** The tests share a desk, unless it is configured in their own way. */
  async function start(own?: JsonObject) {
    if (own) {
      return begin(own);
    }
    started ??= begin(tickets);
    return started;
  }

  it('takes from the desk what nobody decides', async () => {
    const { file, desk } = await start();
    const ticket = await file('requester');
    expect(ticket).toMatchObject({
      category: null,
      priority: 'normal',
      visibility: 'public',
      channel: 'portal',
      fields: {},
      requester,
      createdBy: requester,
      organisation: 'group:default/shop',
      organisationAccess: true,
      people: [],
      entities: [],
      system: null,
      team: otherSupport,
      assignee: null,
    });
    expect(await desk.getTicket(caller('admin'), ticket.id)).toMatchObject({
      status: 'new',
      tags: [],
      slaPolicy: 'standard',
      notifyRequester: true,
    });
  });

  it('takes from the category what no rule decides', async () => {
    const { file, desk, history } = await start();
    const ticket = await file('owner', { category: 'incident' });
    expect(ticket).toMatchObject({
      number: expect.stringMatching(/^INC-\d{3}$/),
      priority: 'high',
      visibility: 'confidential',
      team: support,
    });
    expect(await desk.getTicket(caller('agent'), ticket.id)).toMatchObject({
      tags: ['outage'],
      slaPolicy: 'silver',
    });
    expect(await history(ticket)).toContainEqual({
      type: 'routed',
      team: support,
      rule: 'category',
      reason: `Routed to the team of the category incident, ${support}.`,
    });
  });

  it('lets a rule decide over request and category', async () => {
    const { file, desk, history } = await start();
    const ticket = await file('requester', {
      category: 'incident',
      priority: 'high',
    });
    expect(ticket).toMatchObject({ priority: 'low', visibility: 'public' });
    expect(await desk.getTicket(caller('agent'), ticket.id)).toMatchObject({
      slaPolicy: 'gold',
      people: [{ ref: 'user:default/owner', role: 'watcher' }],
    });
    expect(await history(ticket)).toContainEqual(
      expect.objectContaining({
        rule: 'category',
        ruleName: 'shops first',
        reason: `The rule shops first applies and names no team. Routed to the team of the category incident, ${support}.`,
      }),
    );
  });

  it('lets an agent decide over rules', async () => {
    const { file, history } = await start();
    const ticket = await file('agent', {
      category: 'incident',
      onBehalfOf: requester,
      priority: 'high',
      visibility: 'confidential',
      team: otherSupport,
      assignee: 'user:default/other-agent',
      tags: ['phone'],
      watchers: ['user:default/second-agent'],
      notifyRequester: false,
    });
    expect(ticket).toMatchObject({
      priority: 'high',
      visibility: 'confidential',
      team: otherSupport,
      assignee: 'user:default/other-agent',
      requester,
      createdBy: 'user:default/agent',
      organisation: 'group:default/shop',
    });
    expect(await history(ticket)).toContainEqual(
      expect.objectContaining({ rule: 'chosen' }),
    );
  });

  it('knows the assets and their system, and passes over a team that is not there', async () => {
    const { file, desk, history } = await start();
    const ticket = await file('requester', {
      category: 'service',
      assets: ['component:default/cart', 'component:default/ledger'],
      entities: ['component:default/website'],
    });
    expect(ticket).toMatchObject({
      system: 'system:default/shop',
      assets: [
        { entityRef: 'component:default/cart', primary: true },
        { entityRef: 'component:default/ledger', primary: false },
      ],
      entities: ['component:default/website'],
    });
    expect(await history(ticket)).toContainEqual(
      expect.objectContaining({
        team: support,
        rule: 'owner',
        ruleName: '#3',
        reason: `Passed over the team of the rule #3, group:default/gone: it cannot own tickets. Routed to the asset's owner, ${support}.`,
      }),
    );
    // the owner of the second asset takes part in what is public
    expect(await desk.getTicket(caller('owner'), ticket.id)).toMatchObject({
      id: ticket.id,
    });
  });

  it('adds people, and somebody in To and Cc to To', async () => {
    const { file } = await start();
    const ticket = await file('requester', {
      to: ['user:default/to-person', 'group:default/payments'],
      cc: ['user:default/cc-person', 'user:default/to-person'],
    });
    expect(ticket.people).toEqual([
      { ref: 'user:default/to-person', role: 'to' },
      { ref: 'group:default/payments', role: 'to' },
      { ref: 'user:default/cc-person', role: 'cc' },
    ]);
  });

  it('keeps what a rule makes internal readable for a requester who filed it', async () => {
    const { file, desk } = await start();
    const ticket = await file('requester', {
      category: 'access',
      fields: { role: 'admin' },
    });
    expect(ticket).toMatchObject({ team: support, visibility: 'confidential' });
    const byAgent = await file('agent', {
      category: 'access',
      fields: { role: 'admin', approver: 'me' },
      onBehalfOf: requester,
    });
    expect(byAgent.visibility).toBe('internal');
    await expect(
      desk.getTicket(caller('requester'), byAgent.id),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('writes the first message as the requester’s side, and keeps files out of the air', async () => {
    const { file, desk } = await start();
    const ticket = await file('agent', {
      onBehalfOf: requester,
      message: 'They called: the screen is black.',
    });
    const { items } = await desk.listMessages(caller('requester'), ticket.id, {
      limit: 10,
    });
    expect(items).toMatchObject([
      {
        kind: 'reply',
        side: 'requester',
        author: 'user:default/agent',
        body: 'They called: the screen is black.',
        attachments: [],
      },
    ]);
  });

  it('refuses files that the filer has not uploaded, also without words', async () => {
    const { file } = await start();
    await expect(
      file('requester', {
        attachments: ['6f3a1f0e-64b6-4a3c-8f57-0d3cf0c0a1de'],
      }),
    ).rejects.toThrow('attachments[0]');
  });

  describe('a form', () => {
    it('is filled in with its defaults, and shows the requester no hidden field', async () => {
      const { file, desk } = await start();
      const ticket = await file('requester', {
        category: 'access',
        fields: { role: 'reader', hosts: ['web'] },
      });
      expect(ticket.fields).toEqual({
        role: 'reader',
        days: 30,
        hosts: ['web'],
      });
      expect(
        await desk.getTicket(caller('other-agent'), ticket.id),
      ).toMatchObject({
        fields: { approver: 'nobody yet' },
      });
    });

    it('is filed from outside whatever a hidden field asks agents for', async () => {
      const { file } = await start();
      const ticket = { category: 'purchase', fields: { what: 'a chair' } };
      expect(await file('requester', ticket)).toMatchObject(ticket);
      await expect(file('agent', ticket)).rejects.toThrow('fields.reason');
    });

    it.each<[what: string, who: string, fields: JsonObject, issue: string]>([
      ['without what is required', 'requester', {}, 'fields.role: is required'],
      [
        'with what is empty',
        'requester',
        { role: null },
        'fields.role: is required',
      ],
      [
        'with a wrong value',
        'requester',
        { role: 'reader', hosts: ['web', 1] },
        'fields.hosts[1]: must be string',
      ],
      [
        'with a field that is not there',
        'agent',
        { role: 'reader', color: 'red' },
        'fields.color: there is no such field',
      ],
      [
        'with a field that the requester does not see',
        'requester',
        { role: 'reader', approver: 'me' },
        'fields.approver: there is no such field',
      ],
    ])('is refused %s', async (_what, who, fields, issue) => {
      const { file } = await start();
      await expect(
        file(who, {
          category: 'access',
          fields: fields as FileTicketRequest['fields'],
        }),
      ).rejects.toMatchObject({ name: 'InputError', message: issue });
    });

    it('is needed for fields', async () => {
      const { file } = await start();
      await expect(
        file('agent', { category: 'question', fields: { role: 'reader' } }),
      ).rejects.toThrow('fields.role: there is no such field');
      await expect(file('agent', { fields: { role: 'x' } })).rejects.toThrow(
        'fields.role: there is no such field',
      );
    });
  });

  it.each<[field: string, request: Partial<FileTicketRequest>]>([
    ['onBehalfOf', { onBehalfOf: 'user:default/colleague' }],
    ['visibility', { visibility: 'confidential' }],
    ['team', { team: support }],
    ['assignee', { assignee: 'user:default/agent' }],
    ['tags', { tags: ['vip'] }],
    ['watchers', { watchers: ['user:default/agent'] }],
    ['notifyRequester', { notifyRequester: false }],
    ['link', { link: { type: 'relates', ticket: 'T1' } }],
  ])('lets only agents say %s', async (field, request) => {
    const { file, total } = await start();
    const link = await file('requester');
    const before = await total();
    const said = request.link
      ? { link: { ...request.link, ticket: link.number } }
      : request;
    await expect(file('requester', said)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining(`${field}: only agents`),
    });
    const filled = field === 'assignee' ? { ...said, team: support } : said;
    const byAgent = await file('agent', filled);
    expect(byAgent.id).toEqual(expect.any(String));
    expect(await total()).toBe(before + 1);
  });

  it('knows no category of agents for anybody else', async () => {
    const { file } = await start();
    const messageFor = async (name: string, category: string) => {
      const refusal = file(name, { category }).catch(
        ({ message }: Error) => message,
      );
      return String(await refusal).replaceAll(category, '?');
    };
    const unknown = await messageFor('requester', 'nope');
    expect(await messageFor('requester', 'audit')).toBe(unknown);
    expect(unknown).toMatch(/^category: there is no category \?; there are: /);
    expect(unknown).not.toContain('audit');
    expect(await messageFor('agent', 'nope')).toContain('audit');
    await expect(file('agent', { category: 'audit' })).resolves.toMatchObject({
      category: 'audit',
    });
  });

  it('takes it as filed for oneself when somebody names themselves', async () => {
    const { file } = await start();
    expect(await file('requester', { onBehalfOf: requester })).toMatchObject({
      requester,
      createdBy: requester,
    });
  });

  it.each<[what: string, request: Partial<FileTicketRequest>, issue: RegExp]>([
    [
      'an asset',
      { assets: ['component:default/x'] },
      /^assets\[0\]: .* not in/,
    ],
    [
      'an entity',
      { entities: ['component:default/website', 'api:default/x'] },
      /^entities\[1\]: api:default\/x is not in the catalog$/,
    ],
    ['somebody in To', { to: ['user:default/x'] }, /^to\[0\]: .* not in/],
    ['a group in Cc', { cc: ['group:default/x'] }, /^cc\[0\]: .* not in/],
    ['a watcher', { watchers: ['user:default/x'] }, /^watchers\[0\]: /],
    ['a requester', { onBehalfOf: 'user:default/x' }, /^onBehalfOf: .* not in/],
    ['a team', { team: 'group:default/x' }, /^team: .* cannot own tickets$/],
    [
      'a team that owns no tickets',
      { team: 'group:default/shop' },
      /^team: group:default\/shop cannot own tickets$/,
    ],
    [
      'an assignee of another team',
      { assignee: 'user:default/agent' },
      /^assignee: user:default\/agent is not a member of group:default\/other-support$/,
    ],
    ['a category', { category: 'x' }, /^category: there is no category x/],
    ['a priority', { priority: 'x' }, /^priority: there is no priority x/],
    [
      'a category for other assets',
      { category: 'service', assets: ['component:default/website'] },
      /^category: service is not offered for this asset$/,
    ],
    [
      'a ticket to link',
      { link: { type: 'relates', ticket: 'T2026-99999' } },
      /^link.ticket: There is no ticket T2026-99999$/,
    ],
    [
      'more tags than a ticket has',
      {
        category: 'incident',
        tags: Array.from({ length: 20 }, (_, index) => `t${index}`),
      },
      /^tags: a ticket can have at most 20 tags/,
    ],
  ])('refuses %s that cannot be', async (_what, request, issue) => {
    const { file, total } = await start();
    const before = await total();
    await expect(file('agent', request)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(issue),
    });
    expect(await total()).toBe(before);
  });

  it('names everything that is not in the catalog at once', async () => {
    const { file } = await start();
    await expect(
      file('requester', {
        assets: ['component:default/x'],
        cc: ['user:default/y'],
      }),
    ).rejects.toMatchObject({
      issues: [{ path: 'assets[0]' }, { path: 'cc[0]' }],
    });
  });

  it('links the new ticket to another one, and both tell of it', async () => {
    const { file, desk, history } = await start();
    const other = await file('requester');
    const ticket = await file('other-agent', {
      link: { type: 'parent', ticket: other.number },
    });
    expect(await desk.listLinks(caller('admin'), other.id)).toMatchObject({
      items: [{ type: 'parent', outward: false, ticket: { id: ticket.id } }],
    });
    for (const [one, another, outward] of [
      [ticket, other, true],
      [other, ticket, false],
    ] as const) {
      expect(await history(one)).toContainEqual({
        type: 'linked',
        link: 'parent',
        outward,
        ticket: another.id,
        number: another.number,
      });
    }
    // not everybody who reads one ticket may know of the other
    expect((await desk.getTicket(caller('admin'), other.id)).version).toBe(1);
  });

  it('links to no ticket that the agent may not read', async () => {
    const { file } = await start();
    const secret = await file('owner', { category: 'incident' });
    await expect(
      file('other-agent', { link: { type: 'relates', ticket: secret.id } }),
    ).rejects.toMatchObject({
      message: `link.ticket: There is no ticket ${secret.id}`,
    });
  });

  it('links to no ticket that the agent does not see from inside', async () => {
    const { file, history } = await start();
    const own = await file('owner', {
      category: 'incident',
      cc: ['user:default/other-agent'],
    });
    expect(own.visibility).toBe('confidential');
    const before = await history(own);
    await expect(
      file('other-agent', { link: { type: 'relates', ticket: own.id } }),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: 'link.ticket: you may not link that ticket to others',
    });
    expect(await history(own)).toEqual(before);
  });

  it('counts by the masks of categories, and never gives a number twice', async () => {
    const { file } = await start({
      ...tickets,
      numbering: { mask: 'INC-{0}' },
    });
    const every = Array.from({ length: 110 }, (_, index) => index);
    const inCategory = await Promise.all(
      every.map(() => file('requester', { category: 'incident' })),
    );
    // at 100 the two masks begin to look the same
    const plain = await Promise.all(every.map(() => file('requester')));
    const numbers = [...inCategory, ...plain].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(220);
    expect(inCategory.map(({ number }) => number)).toContain('INC-100');
    expect(plain.map(({ number }) => number)).toContain('INC-121');
  });

  it('counts what an agent files in their own team as read, where configured', async () => {
    const own = {
      ...tickets,
      statuses: [
        { id: 'unread', title: 'Unread', type: 'new' },
        { id: 'read', title: 'Read', type: 'open' },
        { id: 'closed', title: 'Closed', type: 'closed' },
      ],
      workflow: { onRead: { to: 'read' }, markOwnTicketsRead: true },
      routing: [],
    };
    const { file, desk } = await start(own);
    const mine = await file('agent', { team: support });
    const theirs = await file('agent', { team: otherSupport });
    const status = async (ticket: { id: string }) =>
      (await desk.getTicket(caller('admin'), ticket.id)).status;
    expect(await status(mine)).toBe('read');
    expect(await status(theirs)).toBe('unread');
  });

  it('writes a ticket that is what its events make of it', async () => {
    const { file, context } = await start();
    const { config, store } = context;
    const other = await file('requester');
    const { id: ticketId } = await file('agent', {
      category: 'incident',
      message: 'Everything at once',
      onBehalfOf: requester,
      assets: ['component:default/cart'],
      entities: ['component:default/website'],
      to: ['user:default/to-person'],
      tags: ['vip'],
      assignee: 'user:default/second-agent',
      notifyRequester: false,
      link: { type: 'relates', ticket: other.id },
    });
    const events = await store.events.list(ticketId, { limit: 100 });
    const replayed = events
      .reverse()
      .reduce<TicketState | undefined>(
        (state, event) => applyEvent(config, state, event),
        undefined,
      );
    expect(events.length).toBeGreaterThan(4);
    expect(await store.tickets.find(ticketId)).toMatchObject({ ...replayed });
  });

  it('takes at most eight statements', async () => {
    const { file, knex } = await start();
    const statements: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
    await file('requester', { message: 'Please', category: 'question' });
    const work = statements.filter(sql => !/^(begin|commit)/i.test(sql));
    expect(work.join()).toContain('ticket_outbox');
    expect(work.length).toBeLessThanOrEqual(8);
  });
});

import { testDatabases } from '../__testUtils__/databases';
import { deskConfig } from '../__testUtils__/organisation';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('filing tickets on %s', id => {
  it.each([
    [
      'the annotation of the asset',
      ['component:default/ledger'],
      'support',
      'annotation',
    ],
    ['the owner of the asset', ['component:default/queue'], 'support', 'owner'],
    [
      'the owner, when the annotation names no team',
      ['component:default/misrouted'],
      'support',
      'owner',
    ],
    [
      'the default team, when the owner cannot own tickets',
      ['component:default/website'],
      'other-support',
      'default-team',
    ],
    ['the default team without an asset', [], 'other-support', 'default-team'],
  ])('routes by %s', async (_, assets, team, rule) => {
    const desk = await startTestDesk({ knex: await databases.init(id) });
    const ticket = await desk
      .as('requester')
      .fileTicket({ subject: 'Where to?', assets });
    expect(ticket.team).toBe(`group:default/${team}`);
    const { items } = await desk.as('admin').listEvents(ticket.id);
    expect(items[0].detail).toMatchObject({ type: 'routed', rule });
  });

  it('leaves a ticket in triage when no team is found, for agents to take over', async () => {
    const desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: { teams: [{ group: 'group:default/support' }] },
    });
    const ticket = await desk.as('requester').fileTicket({ subject: 'Lost?' });
    expect(ticket.team).toBeNull();
    const triage = await desk.as('agent').listTickets({ team: ['none'] });
    expect(triage.items.map(({ number }) => number)).toEqual([ticket.number]);
    expect(await desk.as('agent').takeOver(ticket.id)).toMatchObject({
      team: 'group:default/support',
      assignee: userRef('agent'),
    });
  });

  it('routes to the owning group on a desk without any configuration', async () => {
    const desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: {},
    });
    const ticket = await desk.as('requester').fileTicket({
      subject: 'No configuration',
      assets: ['component:default/website'],
    });
    expect(ticket).toMatchObject({
      team: 'group:default/shop',
      category: null,
    });
    await expect(
      desk.as('outsider').getTicket(ticket.id),
    ).rejects.toMatchObject({ response: { status: 404 } });

    const lost = await desk.as('requester').fileTicket({ subject: 'Triage' });
    expect(lost.team).toBeNull();
    expect(lost.allowedActions).not.toContain('note');
    await expect(desk.as('outsider').getTicket(lost.id)).rejects.toMatchObject({
      response: { status: 404 },
    });
  });

  it('keeps nothing of a ticket that is refused', async () => {
    const desk = await startTestDesk({ knex: await databases.init(id) });
    await desk
      .http('requester')
      .post('/tickets')
      .send({ subject: 'x', assets: ['component:default/unknown'] })
      .expect(400);
    const ticket = await desk.as('requester').fileTicket({ subject: 'First' });
    expect(ticket.number).toMatch(/-00001$/);
  });

  it('passes over numbers that another mask gave before', async () => {
    const knex = await databases.init(id);
    const year = new Date().getUTCFullYear();
    const before = await startTestDesk({
      knex,
      tickets: { numbering: { mask: 'T{yyyy}-{00}' } },
    });
    for (let index = 0; index < 3; index++) {
      await before.as('requester').fileTicket({ subject: `Ticket ${index}` });
    }

    const after = await startTestDesk({
      knex: knex,
      tickets: { numbering: { mask: `T${year}-{00}` } },
    });
    const ticket = await after.as('requester').fileTicket({ subject: 'Next' });
    expect(ticket.number).toBe(`T${year}-04`);
  });

  it('files once for all requests with the same key, and refuses another one', async () => {
    const desk = await startTestDesk({ knex: await databases.init(id) });
    const send = (subject: string) =>
      desk
        .http('requester')
        .post('/tickets')
        .set('Idempotency-Key', 'a-random-text')
        .send({ subject });
    const answers = await Promise.all([send('Twice'), send('Twice')]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const [first, second] = answers;
    expect(second.body.id).toBe(first.body.id);
    await send('Another').expect(409);
    const { total } = await desk.as('requester').listTickets();
    expect(total).toBe(1);
  });

  it('answers with the path of every field of a form that is wrong', async () => {
    const desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: {
        ...deskConfig,
        categories: [
          {
            id: 'order',
            title: 'Order',
            form: {
              schema: {
                properties: {
                  amount: { type: 'number' },
                  items: { type: 'array', items: { type: 'string' } },
                },
                required: ['amount'],
              },
            },
          },
        ],
      },
    });
    const { body } = await desk
      .http('requester')
      .post('/tickets')
      .send({ subject: 'x', category: 'order', fields: { items: ['a', 1] } })
      .expect(400);
    expect(body.error.message).toBe(
      'fields.amount: is required; fields.items[1]: must be string',
    );
  });
});

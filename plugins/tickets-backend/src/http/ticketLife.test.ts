import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';

jest.setTimeout(60_000);

describe.each(testDatabases().ids)('the way of a ticket on %s', id => {
  const databases = testDatabases();

  it('leads from the asset page to the team, and back to the requester', async () => {
    const desk = await startTestDesk({ knex: await databases.init(id) });
    const requester = desk.as('requester');
    const agent = desk.as('agent');
    const year = new Date().getUTCFullYear();

    const filed = await requester.fileTicket({
      subject: '  Ledger rejects\n refunds ',
      message: 'Since **noon**.',
      category: 'incident',
      assets: ['Component:default/Ledger'],
    });
    expect(filed).toMatchObject({
      number: `T${year}-00001`,
      version: 1,
      subject: 'Ledger rejects refunds',
      portalStatus: 'in-progress',
      light: 'orange',
      category: 'incident',
      priority: 'high',
      requester: userRef('requester'),
      organisation: 'group:default/shop',
      team: 'group:default/support',
      assets: [{ entityRef: 'component:default/ledger', primary: true }],
      allowedActions: ['reply', 'edit', 'close', 'watch', 'share'],
    });
    expect(filed).not.toHaveProperty('status');

    const queue = await agent.listTickets({
      team: ['group:default/support'],
      assignee: ['none'],
      state: 'open',
    });
    expect(queue).toMatchObject({ total: 1, items: [{ status: 'new' }] });

    const taken = await agent.takeOver(filed.number, { version: 1 });
    expect(taken).toMatchObject({
      assignee: userRef('agent'),
      status: 'in-progress',
      version: 2,
    });
    await agent.addMessage(filed.id, { kind: 'note', body: 'secret cause' });
    await agent.addMessage(filed.id, {
      kind: 'reply',
      body: 'Which order?',
      status: 'waiting-requester',
    });

    const seen = await requester.getTicket(filed.number);
    expect(seen).toMatchObject({
      light: 'red',
      portalStatus: 'answer-expected',
    });
    const messages = await requester.listMessages(filed.id);
    expect(messages.items.map(({ body, side }) => [side, body])).toEqual([
      ['team', 'Which order?'],
      ['requester', 'Since **noon**.'],
    ]);
    expect((await agent.listMessages(filed.id)).items).toHaveLength(3);

    await requester.addMessage(filed.id, { kind: 'reply', body: 'Order 7' });
    expect(await agent.getTicket(filed.id)).toMatchObject({
      status: 'in-progress',
    });
    expect(await requester.closeTicket(filed.id)).toMatchObject({
      light: 'green',
      allowedActions: ['reply', 'reopen', 'watch', 'share', 'rate'],
    });
    expect(await requester.reopenTicket(filed.id)).toMatchObject({
      light: 'orange',
      endedAt: null,
    });

    const history = await agent.listEvents(filed.id, { limit: 100 });
    expect(history.items.map(({ detail }) => detail.type).reverse()).toEqual([
      'filed',
      'routed',
      'assigned',
      'status-changed',
      'noted',
      'replied',
      'status-changed',
      'replied',
      'status-changed',
      'status-changed',
      'status-changed',
    ]);
    await desk.stop();
  });
});

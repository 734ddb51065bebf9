import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(60_000);

const databases = testDatabases();
const asset = 'component:default/ledger';

describe.each(databases.ids)('ids and cursors over HTTP on %s', id => {
  let desk: Awaited<ReturnType<typeof startTestDesk>>;
  let ticket: string;

  beforeAll(async () => {
    desk = await startTestDesk({ knex: await databases.init(id) });
    for (let count = 0; count < 3; count++) {
      const filed = await desk.as('requester').fileTicket({
        subject: `The ledger is slow, ${count}`,
        message: 'Since noon',
        assets: [asset],
      });
      ticket = filed.id;
      await desk
        .as('requester')
        .addMessage(ticket, { kind: 'reply', body: 'Please' });
    }
  });

  afterAll(() => desk.stop());

  const read = async (path: string) => {
    const { status, body } = await desk.http('requester').get(path);
    return { status, body };
  };

  it('hold no numbers of rows', async () => {
    const bodies = [
      (await read(`/tickets/${ticket}/messages?limit=1`)).body,
      (await read(`/tickets/${ticket}/events?limit=1`)).body,
      (await read('/search?text=ledger&limit=1')).body,
    ];
    for (const { items, nextCursor } of bodies) {
      expect(items).toHaveLength(1);
      expect(nextCursor).toMatch(/^[A-Za-z0-9_-]{22,}$/);
      const bytes = Buffer.from(nextCursor, 'base64url');
      expect(bytes.toString('base64url')).toBe(nextCursor);
      expect(bytes.toString('latin1')).not.toMatch(/^[\[\]{}\w"',:.-]*$/);
    }
    const [messages, events, found] = bodies;
    expect(messages.items[0].id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(events.items[0].id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(events.items[0].detail.messageId).toBe(messages.items[0].id);
    expect(found.items[0].ticket.id).toBe(ticket);
    const byMessage = await read('/search?text=please&limit=1');
    expect(byMessage.body.items[0].highlights[0].message).toBe(
      messages.items[0].id,
    );
  });

  it('lead on through messages, history and search', async () => {
    for (const path of [
      `/tickets/${ticket}/messages?limit=1`,
      `/tickets/${ticket}/events?limit=1`,
      '/search?text=ledger&limit=1',
    ]) {
      const first = (await read(path)).body;
      const second = await read(`${path}&cursor=${first.nextCursor}`);
      expect([path, second.status, second.body.items.length]).toEqual([
        path,
        200,
        1,
      ]);
      expect(second.body.items).not.toEqual(first.items);
    }
  });

  it('are refused at their path when they are older, forged or of another list', async () => {
    const events = (await read(`/tickets/${ticket}/events?limit=1`)).body;
    const old = Buffer.from('[9,9]').toString('base64url');
    for (const path of [
      `/tickets/${ticket}/messages?cursor=2`,
      `/tickets/${ticket}/messages?cursor=${events.nextCursor}`,
      `/tickets/${ticket}/events?cursor=2`,
      `/search?text=ledger&cursor=${old}`,
      `/search?text=ledger&cursor=${events.nextCursor}`,
    ]) {
      const { status, body } = await read(path);
      expect([path, status, body.error.issues[0].path]).toEqual([
        path,
        400,
        'query.cursor',
      ]);
    }
  });

  it('name a message where one is meant, and nothing else does', async () => {
    const agent = desk.as('agent');
    const { items } = await agent.listMessages(ticket);
    const events = await agent.listEvents(ticket);
    for (const message of ['2', events.items[0].id, 'A'.repeat(22)]) {
      const refused = await desk
        .http('agent')
        .post(`/tickets/${ticket}/split`)
        .send({ message, subject: 'Another matter' });
      expect([refused.status, refused.body.error.issues[0].path]).toEqual([
        400,
        'message',
      ]);
    }
    const split = await agent.splitTicket(ticket, {
      message: items[0].id,
      subject: 'Another matter',
    });
    const [moved] = (await agent.listMessages(split.id)).items;
    expect(moved.id).toBe(items[0].id);
  });

  it('are the same when a request is sent again with its key', async () => {
    const send = () =>
      desk
        .as('requester')
        .addMessage(
          ticket,
          { kind: 'reply', body: 'Once' },
          { idempotencyKey: 'once' },
        );
    expect((await send()).id).toBe((await send()).id);
  });
});

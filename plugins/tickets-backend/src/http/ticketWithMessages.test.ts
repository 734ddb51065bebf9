import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

type Desk = Awaited<ReturnType<typeof startTestDesk>>;

const databases = testDatabases();

describe.each(databases.ids)('a ticket with its messages on %s', id => {
  let knex: Knex;
  let desk: Desk;
  let ticket: string;

  beforeAll(async () => {
    knex = await databases.init(id);
    desk = await startTestDesk({ knex });
    const filed = await desk.as('requester').fileTicket({
      subject: 'The queue is full',
      message: 'Since this morning.',
      assets: ['component:default/queue'],
    });
    ticket = filed.id;
    const agent = desk.as('agent');
    for (let count = 0; count < 30; count += 1) {
      await agent.addMessage(ticket, { kind: 'note', body: `Note ${count}` });
    }
    await agent.addMessage(ticket, {
      kind: 'private',
      recipients: ['user:default/second-agent'],
      body: 'Between us',
    });
  });
  afterAll(() => desk.stop());

  it.each(['requester', 'agent', 'second-agent', 'admin'])(
    'is for the %s what two requests answer',
    async name => {
      const client = desk.as(name);
      const { messages, ...rest } = await client.getTicket(ticket, {
        include: 'messages',
      });
      expect(rest).toEqual(await client.getTicket(ticket));
      expect(messages).toEqual(await client.listMessages(ticket));
    },
  );

  it('leads to older messages', async () => {
    const client = desk.as('second-agent');
    const { messages } = await client.getTicket(ticket, {
      include: 'messages',
    });
    const { items: newest, nextCursor: cursor } = messages!;
    const { items } = await client.listMessages(ticket, { cursor });
    expect(newest).toHaveLength(25);
    expect([...newest, ...items].map(({ body }) => body)).toEqual([
      'Between us',
      ...Array.from({ length: 30 }, (_, count) => `Note ${29 - count}`),
      'Since this morning.',
    ]);
  });

  it('has the version of the ticket in its ETag', async () => {
    const http = desk.http('agent');
    const answer = await http.get(`/tickets/${ticket}?include=messages`);
    expect(answer.get('ETag')).toBe(`"${answer.body.version}"`);
  });

  it('has its messages only where they are asked for', async () => {
    const http = desk.http('agent');
    const { body } = await http.get(`/tickets/${ticket}`);
    expect(body).not.toHaveProperty('messages');
    const wrong = await http.get(`/tickets/${ticket}?include=files`);
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(wrong.body)).toContain('query.include');
  });

  it('does not exist for those who may not read it', async () => {
    const http = desk.http('outsider');
    const { status } = await http.get(`/tickets/${ticket}?include=messages`);
    expect(status).toBe(404);
  });
});

import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('canned replies on %s', id => {
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    life = await lifeDesk(await databases.init(id));
  });

  const incident = () =>
    life.file({ category: 'incident', fields: { impact: 'low' } });

  async function offered(name: string, ticket: string): Promise<string[]> {
    const { items } = await life.desk.listCannedReplies(caller(name), ticket);
    return items.map(reply => reply.id);
  }

  it.each([
    ['agent', 'incident', ['thanks', 'known', 'look']],
    ['agent', 'other', ['thanks', 'look']],
    ['other-agent', 'incident', ['thanks', 'look', 'elsewhere']],
    ['admin', 'incident', ['thanks', 'known', 'look', 'elsewhere']],
  ])(
    'are offered by team and category: %s on %s',
    async (name, category, expected) => {
      const { id: ticket } =
        category === 'incident'
          ? await incident()
          : await life.file({ category });
      expect(await offered(name, ticket)).toEqual(expected);
    },
  );

  it.each([
    ['requester', 'NotAllowedError'],
    ['owner', 'NotAllowedError'],
    ['outsider', 'NotFoundError'],
  ])('are not for %s', async (name, error) => {
    const { id: ticket } = await incident();
    await expect(offered(name, ticket)).rejects.toMatchObject({ name: error });
    await expect(
      life.desk.applyCannedReply(caller(name), { ticket }, 'thanks'),
    ).rejects.toMatchObject({ name: error });
  });

  it('have their placeholders filled in', async () => {
    const { id: ticket, number } = await incident();
    const { items } = await life.desk.listCannedReplies(
      caller('agent'),
      ticket,
    );
    expect(items[0]).toEqual({
      id: 'thanks',
      title: 'Thanks',
      kind: 'reply',
      body: `Dear requester, ${number} is with support. agent`,
      set: { addTags: [] },
    });
  });

  it('send the message and change what they say in one version', async () => {
    const { id: ticket } = await incident();
    const message = await life.desk.applyCannedReply(
      caller('agent'),
      { ticket, version: 1 },
      'known',
    );
    expect(message).toMatchObject({
      ticket,
      kind: 'reply',
      side: 'team',
      body: 'We know of ledger.',
    });
    expect(await life.desk.getTicket(caller('agent'), ticket)).toMatchObject({
      version: 2,
      status: 'solved',
      priority: 'low',
      category: 'question',
      tags: ['known'],
    });
  });

  it('that only say something leave the rest to the workflow', async () => {
    const { id: ticket } = await incident();
    await life.desk.applyCannedReply(caller('agent'), { ticket }, 'look');
    expect(await life.desk.getTicket(caller('agent'), ticket)).toMatchObject({
      version: 1,
      status: 'new',
    });
    expect(await life.changes(ticket)).toMatchObject([{ type: 'noted' }]);
  });

  it('are sent with the right to all of it, or not at all', async () => {
    const tickets = {
      cannedReplies: [
        { id: 'done', title: 'Done', body: 'Done', set: { status: 'solved' } },
        { id: 'tag', title: 'Tag', body: 'Tag', set: { addTags: ['x'] } },
        { id: 'hello', title: 'Hello', body: 'Hello' },
      ],
    };
    const { desk, file, changes } = await lifeDesk(await databases.init(id), {
      tickets,
    });
    const { id: ticket } = await file();
    const apply = (reply: string) =>
      desk.applyCannedReply(caller('other-agent'), { ticket }, reply);
    for (const reply of ['done', 'tag']) {
      await expect(apply(reply)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    }
    expect(await changes(ticket)).toEqual([]);
    expect(await apply('hello')).toMatchObject({ body: 'Hello' });
  });

  it('leave no message behind when a part of it cannot be done', async () => {
    const { id: ticket } = await incident();
    await life.desk.editTicket(
      caller('agent'),
      { ticket },
      { tags: Array.from({ length: 20 }, (_, index) => `t${index}`) },
    );
    await expect(
      life.desk.applyCannedReply(caller('agent'), { ticket }, 'known'),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(
      await life.desk.listMessages(caller('agent'), ticket, { limit: 10 }),
    ).toEqual({ items: [] });
  });

  it('that are not offered are not there', async () => {
    const { id: ticket } = await life.file({ category: 'other' });
    for (const reply of ['known', 'elsewhere', 'nothing']) {
      await expect(
        life.desk.applyCannedReply(caller('agent'), { ticket }, reply),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    }
  });
});

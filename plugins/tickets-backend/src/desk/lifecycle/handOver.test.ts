import { testDatabases } from '../../__testUtils__/databases';
import { deskConfig } from '../../__testUtils__/organisation';
import { caller, testDesk } from '../../__testUtils__/testDesk';

jest.setTimeout(120_000);

const databases = testDatabases();

const support = 'group:default/support';
const otherSupport = 'group:default/other-support';
const note = 'The log is attached.';

describe.each(databases.ids)('handing over on %s', id => {
  async function start() {
    const { desk } = await testDesk(await databases.init(id), {
      tickets: {
        ...deskConfig,
        teams: [{ group: support }, { group: otherSupport }],
        defaultTeam: support,
      },
    });
    const ticket = await desk.fileTicket(caller('requester'), {
      subject: 'The build is slow',
    });
    const messages = async (name: string) => {
      const { items } = await desk.listMessages(caller(name), ticket.id, {
        limit: 10,
      });
      return items.map(({ kind, author, body }) => ({ kind, author, body }));
    };
    return { desk, ticket, messages };
  }

  it('writes a note to whoever gets the ticket, also in another team', async () => {
    const { desk, ticket, messages } = await start();
    const target = { ticket: ticket.id, version: 1 };
    const handedOver = await desk.handOver(caller('agent'), target, {
      assignee: 'user:default/other-agent',
      team: otherSupport,
      note,
    });

    expect(handedOver.team).toBe(otherSupport);
    const written = [
      { kind: 'note', author: 'user:default/agent', body: note },
    ];
    expect(await messages('other-agent')).toEqual(written);
    expect(await messages('requester')).toEqual([]);
  });

  it('writes no note when the ticket is not handed over', async () => {
    const { desk, ticket, messages } = await start();
    const target = { ticket: ticket.id };
    await desk.handOver(caller('agent'), target, { assignee: null });
    await expect(
      desk.handOver(
        caller('agent'),
        { ...target, version: 999 },
        { assignee: 'user:default/second-agent', note },
      ),
    ).rejects.toMatchObject({ statusCode: 412 });
    expect(await messages('agent')).toEqual([]);
  });
});

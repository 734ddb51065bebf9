import type { JsonObject } from '@backstage/types';
import type {
  FileTicketRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../../__testUtils__/databases';
import { deskConfig } from '../../__testUtils__/organisation';
import { caller, testDesk } from '../../__testUtils__/testDesk';

jest.setTimeout(120_000);

const databases = testDatabases();

const support = 'group:default/support';
const otherSupport = 'group:default/other-support';
const agent = 'user:default/agent';
const second = 'user:default/second-agent';

describe.each(databases.ids)('assigning new tickets on %s', id => {
  async function start(assign: string, more: JsonObject = {}) {
    const knex = await databases.init(id);
    const { desk, clock } = await testDesk(knex, {
      tickets: {
        ...deskConfig,
        teams: [{ group: support, assign }, { group: otherSupport }],
        defaultTeam: support,
        ...more,
      },
    });
    return {
      desk,
      clock,
      file: (name = 'requester', request: Partial<FileTicketRequest> = {}) =>
        desk.fileTicket(caller(name), { subject: 'Who gets it?', ...request }),
      absent: (name: string, until?: string) =>
        desk.setAbsence(caller('admin'), {
          person: `user:default/${name}`,
          until,
        }),
      reason: async (ticket: Ticket) => {
        const { items } = await desk.listEvents(caller('admin'), ticket.id, {
          limit: 10,
        });
        return items
          .map(({ detail }) => detail)
          .flatMap(detail => (detail.type === 'routed' ? [detail.reason] : []));
      },
    };
  }

  it('leaves them in the queue, unless configured otherwise', async () => {
    const { file } = await start('none');
    expect((await file()).assignee).toBeNull();
  });

  it('gives them to who files them, if they are in the team', async () => {
    const { file, reason } = await start('creator');
    const own = await file('agent', { onBehalfOf: 'user:default/requester' });
    expect(own.assignee).toBe(agent);
    expect((await file('other-agent')).assignee).toBeNull();
    const asked = await file('requester');
    expect(asked.assignee).toBeNull();
    expect(await reason(asked)).toEqual([
      `Routed to the default team, ${support}. Left in the team's queue: who filed it is no present member of the team.`,
    ]);
  });

  it('gives them to everybody in turn, however many come at once', async () => {
    const { file, desk } = await start('round-robin');
    const first = await file();
    expect(first.assignee).toBe(agent);
    expect((await file()).assignee).toBe(second);
    // an assigned ticket is no longer new
    expect(await desk.getTicket(caller('agent'), first.id)).toMatchObject({
      status: 'in-progress',
    });
    const many = await Promise.all(Array.from({ length: 20 }, () => file()));
    const count = (who: string) =>
      many.filter(({ assignee }) => assignee === who).length;
    expect([count(agent), count(second)]).toEqual([10, 10]);
  });

  it('gives them to who has the fewest, however many come at once', async () => {
    const { file, desk } = await start('least-loaded');
    const busy = await Promise.all(
      Array.from({ length: 4 }, () => file('admin', { assignee: second })),
    );
    expect((await file()).assignee).toBe(agent);
    await desk.closeTicket(caller('agent'), { ticket: busy[0].id }, {});
    const many = await Promise.all(Array.from({ length: 10 }, () => file()));
    const count = (who: string) =>
      many.filter(({ assignee }) => assignee === who).length;
    // 3 and 1 open ones, and 10 more
    expect([count(agent), count(second)]).toEqual([6, 4]);
  });

  it('passes over who is absent, until they are back', async () => {
    const { file, desk, absent, clock, reason } = await start('round-robin');
    await absent('second-agent', '2026-05-05T10:00:00.000Z');
    expect((await file()).assignee).toBe(agent);
    expect((await file()).assignee).toBe(agent);
    await absent('agent');
    const lost = await file();
    expect(lost.assignee).toBeNull();
    expect(await reason(lost)).toEqual([
      expect.stringContaining('everybody in the team is absent'),
    ]);
    clock.set('2026-05-05T10:00:00.000Z');
    expect((await file()).assignee).toBe(second);
    await desk.endAbsence(caller('agent'), { person: agent });
    expect((await file()).assignee).toBe(agent);
  });

  it('assigns as the rule says, before what the team does', async () => {
    const { file, reason } = await start('none', {
      routing: [
        {
          name: 'vip',
          when: { requesterGroup: 'group:default/shop' },
          then: { assign: 'round-robin' },
        },
      ],
    });
    const ticket = await file('requester');
    expect(ticket.assignee).toBe(agent);
    expect(await reason(ticket)).toEqual([
      `The rule vip applies and names no team. Routed to the default team, ${support}. Assigned in turn to ${agent}.`,
    ]);
    expect((await file('outsider')).assignee).toBeNull();
  });

  it('leaves alone what an agent assigned, also to somebody absent', async () => {
    const { file, absent } = await start('round-robin');
    await absent('second-agent');
    expect((await file('agent', { assignee: second })).assignee).toBe(second);
    // nobody's turn was used up
    expect((await file()).assignee).toBe(agent);
  });

  it('assigns a ticket that comes from another team as a new one, unless somebody is named', async () => {
    const { file, desk } = await start('round-robin');
    const elsewhere = () => file('admin', { team: otherSupport });
    const move = async (assignee: string | null) =>
      desk.handOver(
        caller('other-agent'),
        { ticket: (await elsewhere()).id },
        { team: support, assignee },
      );
    expect(await move(null)).toMatchObject({ team: support, assignee: agent });
    expect((await move(agent)).assignee).toBe(agent);
    const moved = await move(null);
    expect(moved.assignee).toBe(second);
    const queued = await desk.handOver(
      caller('agent'),
      { ticket: moved.id },
      { assignee: null },
    );
    expect(queued.assignee).toBeNull();
  });
});

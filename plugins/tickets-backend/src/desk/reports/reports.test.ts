import type { ReportTrend } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../../__testUtils__/databases';
import { LEDGER, lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller, testDesk } from '../../__testUtils__/testDesk';

jest.setTimeout(60_000);

const admin = caller('admin');
const databases = testDatabases();

const week = { from: '2026-05-04', to: '2026-05-11' };

/** What happened on each day: created, ended, reopened, open at its end. */
function movements({ items }: ReportTrend): number[][] {
  return items.map(({ figures: { created, ended, reopened, backlog } }) => [
    created,
    ended,
    reopened,
    backlog,
  ]);
}

describe.each(databases.ids)('stages of a ticket on %s', id => {
  it('are statuses for agents, and what the portal shows for others', async () => {
    const { desk, file, clock } = await lifeDesk(await databases.init(id));
    clock.set('2026-05-05T08:00:00Z');
    const { id: ticket } = await file();
    clock.set('2026-05-05T09:00:00Z');
    await desk.changeStatus(admin, { ticket }, { status: 'in-progress' });
    clock.set('2026-05-05T10:00:00Z');
    await desk.closeTicket(admin, { ticket }, {});

    const inProgress = { portalStatus: 'in-progress', light: 'orange' };
    const closed = { portalStatus: 'closed', light: 'green', until: null };
    const hour = (hours: number) =>
      `2026-05-05T${String(hours).padStart(2, '0')}:00:00.000Z`;
    expect(await desk.listStatusHistory(admin, ticket)).toEqual({
      items: [
        { status: 'new', ...inProgress, since: hour(8), until: hour(9) },
        {
          status: 'in-progress',
          ...inProgress,
          since: hour(9),
          until: hour(10),
        },
        { status: 'closed', ...closed, since: hour(10) },
      ],
    });
    expect(await desk.listStatusHistory(caller('requester'), ticket)).toEqual({
      items: [
        { ...inProgress, since: hour(8), until: hour(10) },
        { ...closed, since: hour(10) },
      ],
    });
    await expect(
      desk.listStatusHistory(caller('outsider'), ticket),
    ).rejects.toThrow('There is no ticket');
  });
});

describe.each(databases.ids)('reports of the desk on %s', id => {
  it('keep what happened, whatever became of the ticket since', async () => {
    const { desk, file, clock } = await lifeDesk(await databases.init(id));
    clock.set('2026-05-05T08:00:00Z');
    const { id: ticket } = await file();
    await file();
    clock.set('2026-05-06T08:00:00Z');
    await desk.solveTicket(admin, { ticket }, {});
    const trend = () =>
      desk.getReportTrend(admin, { ...week, interval: 'day' }).then(movements);
    const until = [
      [0, 0, 0, 0],
      [2, 0, 0, 2],
      [0, 1, 0, 1],
    ];
    expect((await trend()).slice(0, 3)).toEqual(until);

    clock.set('2026-05-08T08:00:00Z');
    await desk.reopenTicket(admin, { ticket }, {});
    clock.set('2026-05-09T08:00:00Z');
    await desk.closeTicket(admin, { ticket }, {});
    expect(await trend()).toEqual([
      ...until,
      [0, 0, 0, 1],
      [0, 0, 1, 2],
      [0, 1, 0, 1],
      [0, 0, 0, 1],
    ]);
    const { figures } = await desk.getReportSummary(admin, week);
    expect(figures).toMatchObject({
      created: 2,
      ended: 2,
      reopened: 1,
      backlog: 1,
      // from filing to the last end
      resolution: { count: 1, medianMinutes: 4 * 24 * 60 },
    });
  });

  it('take a step from solved to closed for no second end', async () => {
    const { desk, file, clock } = await lifeDesk(await databases.init(id));
    const { id: ticket } = await file();
    await desk.solveTicket(admin, { ticket }, {});
    clock.advance(60);
    await desk.closeTicket(admin, { ticket }, {});
    const { figures } = await desk.getReportSummary(admin, week);
    expect(figures).toMatchObject({ created: 1, ended: 1, reopened: 0 });
  });

  it('count what was archived, and not what was merged or deleted', async () => {
    const { desk, file } = await lifeDesk(await databases.init(id));
    const [archived, merged, deleted, other] = await Promise.all(
      [1, 2, 3, 4].map(() => file()),
    );
    await desk.closeTicket(admin, { ticket: archived.id }, {});
    await desk.archiveTicket(admin, { ticket: archived.id });
    await desk.mergeTicket(admin, { ticket: merged.id }, { into: other.id });
    await desk.deleteTicket(admin, { ticket: deleted.id });
    const { figures } = await desk.getReportSummary(admin, week);
    expect(figures).toMatchObject({ created: 2, ended: 1, backlog: 1 });
  });

  it('rate the service by the tickets that ended', async () => {
    const { desk, file } = await lifeDesk(await databases.init(id));
    for (const stars of [5, 4, 4]) {
      const { id: ticket } = await file();
      await desk.solveTicket(admin, { ticket }, {});
      await desk.rateTicket(caller('requester'), { ticket }, { stars });
    }
    const { figures } = await desk.getReportSummary(admin, week);
    expect(figures.rating).toEqual({
      count: 3,
      average: 4.33,
      stars: [0, 0, 0, 2, 1],
    });
  });

  it('name what left the catalog or the configuration by its reference', async () => {
    const knex = await databases.init(id);
    const { file } = await lifeDesk(knex);
    await file({ category: 'question' });
    const later = await testDesk(knex, { tickets: {}, entities: [] });
    const keys = async (groupBy: 'asset' | 'category') =>
      (
        await later.desk.getReportGroups(caller('requester'), {
          ...week,
          groupBy,
        })
      ).items.map(({ key }) => key);
    expect(await keys('asset')).toEqual([LEDGER]);
    expect(await keys('category')).toEqual(['question']);
  });
});

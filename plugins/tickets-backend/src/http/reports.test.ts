import type {
  ReportFigures,
  Ticket,
  TicketsClient,
} from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import {
  type ReportedTicket,
  expectedFigures,
} from '../__testUtils__/reportReference';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';
import { presentFigures } from '../desk/reports/presentFigures';

jest.setTimeout(120_000);

type Desk = Awaited<ReturnType<typeof startTestDesk>>;

const people = [
  'requester',
  'colleague',
  'owner',
  'agent',
  'other-agent',
  'admin',
  'outsider',
];

const year = { from: '2026-01-01', to: '2027-01-01' };
const HOUR = 3_600_000;
const begin = Date.parse('2026-02-27T20:00:00Z');
const hoursAfter = (hours: number) => new Date(begin + hours * HOUR);

const databases = testDatabases();

/**
 * Lays tickets of every visibility for every team, with a past of some weeks
 * that is written into the database, since over HTTP everything happens now.
 */
async function fillDesk(desk: Desk, knex: Knex): Promise<void> {
  const assets = ['ledger', 'queue', 'website', undefined];
  const visibilities = ['public', 'confidential', 'internal'] as const;
  const admin = desk.as('admin');
  for (let index = 0; index < 36; index++) {
    const asset = assets[index % assets.length];
    const { id } = await desk
      .as(index % 3 === 0 ? 'colleague' : 'requester')
      .fileTicket({
        subject: `Ticket ${index}`,
        category: index % 2 === 0 ? 'incident' : undefined,
        assets: asset ? [`component:default/${asset}`] : [],
        cc: index % 7 === 0 ? [userRef('outsider')] : undefined,
      });
    await admin.editTicket(id, {
      visibility: visibilities[Math.floor(index / 4) % 3],
    });
    if (index % 3 !== 1) {
      await admin.closeTicket(id);
    }
    if (index % 9 === 0) {
      await admin.archiveTicket(id);
    }
    const ended = index % 3 === 1 ? null : hoursAfter(index * 37 + index * 5);
    await knex('tickets')
      .where({ id })
      .update({
        created_at: hoursAfter(index * 37),
        first_response_at: index % 5 ? hoursAfter(index * 37 + index) : null,
        ended_at: ended,
        response_met: index % 4 ? index % 3 > 0 : null,
        resolution_met: ended && index % 2 === 0,
        rating: ended && index % 5 ? index % 5 : null,
      });
  }
}

/** All that somebody finds in lists: the archive is a list of its own. */
async function listed(client: TicketsClient): Promise<Ticket[]> {
  const lists = await Promise.all([
    client.listTickets({ limit: 100 }),
    client.listTickets({ limit: 100, state: 'archived' }),
  ]);
  return lists.flatMap(({ items }) => items);
}

describe.each(databases.ids)('reports over HTTP on %s', id => {
  let desk: Desk;
  /** When the team first replied, which only agents get to see on a ticket. */
  let responses: Map<string, Date | null>;

  beforeAll(async () => {
    const knex = await databases.init(id);
    desk = await startTestDesk({ knex });
    await fillDesk(desk, knex);
    const all = await listed(desk.as('admin'));
    responses = new Map(
      all.map(ticket => [
        ticket.id,
        dateOf(ticket.deadlines?.firstResponseAt ?? null),
      ]),
    );
  });
  afterAll(() => desk.stop());

  function reported(ticket: Ticket): ReportedTicket {
    return {
      createdAt: new Date(ticket.createdAt),
      turns: ticket.endedAt ? [new Date(ticket.endedAt)] : [],
      firstResponseAt: responses.get(ticket.id) ?? null,
      responseMet: ticket.deadlines?.responseMet ?? null,
      resolutionMet: ticket.deadlines?.resolutionMet ?? null,
      stars: ticket.rating?.stars ?? null,
      inside: ticket.deadlines !== undefined,
    };
  }

  function expected(
    tickets: readonly Ticket[],
    period: { from: string; to: string },
  ): ReportFigures {
    return presentFigures(
      expectedFigures(tickets.map(reported), {
        from: new Date(period.from),
        to: new Date(period.to),
      }),
    );
  }

  it.each(people)('show %s just what lists show', async name => {
    const client = desk.as(name);
    const tickets = await listed(client);

    const summary = await client.getReportSummary(year);
    expect(summary.figures).toEqual(expected(tickets, summary));
    expect(summary.figures.created).toBe(tickets.length);

    const { items, rest } = await client.getReportGroups({
      ...year,
      groupBy: 'asset',
    });
    const assetOf = ({ assets }: Ticket) => assets[0]?.entityRef ?? null;
    expect(rest).toBeUndefined();
    expect(new Set(items.map(({ key }) => key))).toEqual(
      new Set(tickets.map(assetOf)),
    );
    for (const { key, figures } of items) {
      const members = tickets.filter(ticket => assetOf(ticket) === key);
      expect(figures).toEqual(expected(members, year));
    }

    const trend = await client.getReportTrend({
      ...year,
      timeZone: 'Europe/Berlin',
      interval: 'day',
      category: ['incident'],
    });
    const incidents = tickets.filter(({ category }) => category === 'incident');
    expect(trend.items).toHaveLength(365);
    expect(trend.items.map(({ figures }) => figures)).toEqual(
      trend.items.map(day => expected(incidents, day)),
    );
  });

  it('show those outside no deadlines, and owners the history of what they own', async () => {
    const { figures } = await desk.as('owner').getReportSummary({
      ...year,
      asset: ['component:default/ledger'],
    });
    expect(figures.created).toBeGreaterThan(0);
    expect(figures.firstResponse.count).toBeGreaterThan(0);
    expect(figures.resolution.count).toBeGreaterThan(0);
    expect([figures.responseTarget, figures.resolutionTarget]).toEqual([
      { met: 0, missed: 0 },
      { met: 0, missed: 0 },
    ]);
  });

  it('begin days where the time zone does', async () => {
    const { from, to } = await desk.as('admin').getReportSummary({
      from: '2026-03-29',
      to: '2026-03-30',
      timeZone: 'Europe/Berlin',
    });
    expect([from, to]).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
  });

  it.each([
    ['summary', 'to=2026-01-01', 'query.from'],
    ['summary', 'from=2026-01-01', 'query.to'],
    ['summary', 'from=yesterday&to=2026-01-01', 'query.from'],
    ['summary', 'from=2026-13-01&to=2027-01-01', 'query.from'],
    ['summary', 'from=2026-01-02&to=2026-01-01', 'query.to'],
    ['summary', 'from=2026-01-01&to=2026-01-01', 'query.to'],
    ['summary', 'from=2020-01-01&to=2025-01-02', 'query.to'],
    ['summary', 'from=2026-01-01&to=2026-02-01&status=new', 'query.status'],
    ['summary', 'from=2026-01-01&to=2026-02-01&team=us', 'query.team[0]'],
    [
      'summary',
      'from=2026-01-01&to=2026-02-01&timeZone=Europe/Bonn',
      'query.timeZone',
    ],
    [
      'summary',
      'from=2026-01-01&to=2026-02-01&timeZone=%2B02:00',
      'query.timeZone',
    ],
    ['groups', 'from=2026-01-01&to=2026-02-01', 'query.groupBy'],
    ['groups', 'from=2026-01-01&to=2026-02-01&groupBy=status', 'query.groupBy'],
    ['groups', 'from=2026-01-02&to=2026-01-01&groupBy=team', 'query.to'],
    ['trend', 'from=2026-01-01&to=2026-02-01', 'query.interval'],
    ['trend', 'from=2026-01-01&to=2026-02-01&interval=hour', 'query.interval'],
    ['trend', 'from=2025-01-01&to=2026-12-31&interval=day', 'query.interval'],
    ['trend', 'from=2026-01-02&to=2026-01-01&interval=day', 'query.to'],
  ])('refuse %s?%s at %s', async (report, query, path) => {
    const { status, body } = await desk
      .http('requester')
      .get(`/reports/${report}?${query}`);
    expect([status, body.error.issues]).toMatchObject([
      400,
      [{ path, message: expect.any(String) }],
    ]);
  });

  it.each([
    ['trend', 'from=2025-01-01&to=2026-02-05&interval=day'],
    ['trend', 'from=2021-01-01&to=2026-01-01&interval=week'],
    ['summary', 'from=2021-01-01&to=2026-01-01'],
    ['summary', 'from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:01Z'],
  ])('answer %s?%s', async (report, query) => {
    const { status } = await desk
      .http('requester')
      .get(`/reports/${report}?${query}`);
    expect(status).toBe(200);
  });
});

function dateOf(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}

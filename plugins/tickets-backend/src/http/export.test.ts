import { buffer as bytesOf } from 'node:stream/consumers';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type ExportTicketsQuery,
  type Ticket,
  ticketColumnSchema,
  ticketReadPermission,
} from '@portaldesk/plugin-tickets-common';
import { ticketConditions } from '@portaldesk/plugin-tickets-node';
import { parse } from 'csv-parse/sync';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { testDatabases } from '../__testUtils__/databases';
import { layTickets } from '../__testUtils__/manyTickets';
import { deskConfig } from '../__testUtils__/organisation';
import { policyPermissions } from '../__testUtils__/policyPermissions';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';

jest.setTimeout(300_000);

type Desk = Awaited<ReturnType<typeof startTestDesk>>;

const everybody = [
  'requester',
  'colleague',
  'owner',
  'agent',
  'second-agent',
  'other-agent',
  'admin',
  'to-person',
  'cc-person',
  'outsider',
];

const databases = testDatabases();

/** Tickets of every visibility, of several people and teams. */
async function fillDesk(desk: Desk): Promise<void> {
  const assets = ['ledger', 'queue', 'website', undefined];
  for (let index = 0; index < 16; index += 1) {
    const asset = assets[index % assets.length];
    const ticket = await desk
      .as(['requester', 'colleague', 'outsider'][index % 3])
      .fileTicket({
        subject: `=Ticket; "${index}", é`,
        category: index % 2 ? 'incident' : 'question',
        assets: asset ? [`component:default/${asset}`] : [],
        to: index % 5 ? [] : [userRef('to-person')],
        cc: index % 7 ? [] : [userRef('cc-person')],
      });
    await desk.as('admin').editTicket(ticket.id, {
      tags: [`tag-${index}`],
      visibility: (['public', 'confidential', 'internal'] as const)[
        Math.floor(index / 3) % 3
      ],
    });
  }
}

/** All pages of the list, but for what is unread, which is about the caller. */
async function listed(
  desk: Desk,
  name: string,
  query: Partial<ExportTicketsQuery> = {},
  limit = 5,
): Promise<Ticket[]> {
  const list = { sort: 'createdAt', order: 'asc', ...query } as const;
  const tickets: Ticket[] = [];
  let cursor: string | undefined;
  do {
    const page = await desk.as(name).listTickets({ ...list, limit, cursor });
    tickets.push(...page.items.map(({ unread: _unread, ...seen }) => seen));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return tickets;
}

async function exported(
  desk: Desk,
  name: string,
  query: Partial<ExportTicketsQuery> = {},
): Promise<string> {
  const stream = await desk.as(name).exportTickets(query);
  // as it is, with its byte order mark
  return (await bytesOf(stream)).toString();
}

async function exportedTickets(
  desk: Desk,
  name: string,
  query: Partial<ExportTicketsQuery> = {},
): Promise<Ticket[]> {
  return JSON.parse(await exported(desk, name, { ...query, format: 'json' }));
}

const asLines = (text: string) => text.split('\n').filter(Boolean);

describe.each(databases.ids)('the export on %s', id => {
  describe('of a desk', () => {
    let desk: Desk;
    const decisions = { current: {} as Record<string, object> };

    beforeAll(async () => {
      desk = await startTestDesk({
        knex: await databases.init(id),
        tickets: {
          ...deskConfig,
          numbering: { mask: 'T{yyyy}-{00000}', timeZone: 'Asia/Kolkata' },
          cache: { decisions: { seconds: 0 } },
        },
        features: [
          policyPermissions({
            handle: async ({ permission }) => ({
              result: AuthorizeResult.ALLOW,
              ...decisions.current[permission.name],
            }),
          }),
        ],
      });
      await fillDesk(desk);
    });
    beforeEach(() => {
      decisions.current = {};
    });
    afterAll(() => desk.stop());

    const policies: [what: string, decision: object][] = [
      ['with a policy that allows everything', {}],
      [
        'with a policy that hides a category',
        {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'tickets',
          resourceType: 'tickets-ticket',
          conditions: ticketConditions.hasCategory({
            categories: ['question'],
          }),
        },
      ],
      [
        'with a policy that hides all but one’s own',
        {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'tickets',
          resourceType: 'tickets-ticket',
          conditions: ticketConditions.isRequester({
            claims: [userRef('requester'), userRef('outsider')],
          }),
        },
      ],
      ['with a policy that hides everything', { result: AuthorizeResult.DENY }],
    ];

    describe.each(policies)('%s', (_what, decision) => {
      beforeEach(() => {
        decisions.current = { [ticketReadPermission.name]: decision };
      });

      it.each(everybody)('shows %s just what the list shows', async name => {
        const list = await listed(desk, name);
        expect(await exportedTickets(desk, name)).toEqual(list);
        const lines = await exported(desk, name, { format: 'ndjson' });
        expect(asLines(lines).map(line => JSON.parse(line))).toEqual(list);
        const rows: Record<string, string>[] = parse(
          await exported(desk, name),
          { bom: true, columns: true },
        );
        expect(
          rows.map(row => [row.number, row.subject, row.status, row.tags]),
        ).toEqual(
          list.map(ticket => [
            ticket.number,
            `'${ticket.subject}`,
            ticket.status ?? '',
            ticket.tags?.join(', ') ?? '',
          ]),
        );
      });
    });

    it.each<Partial<ExportTicketsQuery>>([
      { sort: 'createdAt', order: 'desc' },
      { sort: 'updatedAt', order: 'asc' },
      { sort: 'updatedAt', order: 'desc' },
      { state: 'open', category: ['incident'] },
      { state: 'closed' },
      { status: ['new'] },
      { tag: ['tag-3', 'tag-4'] },
      { sort: 'subject', order: 'desc' },
      { sort: 'assignee' },
      { sort: 'light' },
      { sort: 'dueAt' },
      { asset: ['component:default/ledger', 'component:default/queue'] },
    ])('of %j is the list of the same', async query => {
      for (const name of ['admin', 'agent', 'requester']) {
        expect(await exportedTickets(desk, name, query)).toEqual(
          await listed(desk, name, query),
        );
      }
    });

    it('finds by their status no tickets that one sees from outside', async () => {
      for (const query of [{ status: ['new'] }, { tag: ['tag-0'] }]) {
        expect(await exportedTickets(desk, 'requester', query)).toEqual([]);
        expect(await exportedTickets(desk, 'admin', query)).not.toEqual([]);
      }
    });

    it.each([
      ['csv', 'text/csv; charset=utf-8; header=present'],
      ['json', 'application/json; charset=utf-8'],
      ['ndjson', 'application/x-ndjson; charset=utf-8'],
    ])('as %s is a file to be saved', async (format, mediaType) => {
      const answer = await desk.http('admin').get(`/export?format=${format}`);
      expect(answer.status).toBe(200);
      expect(answer.headers).toMatchObject({
        'content-type': mediaType,
        'content-disposition': expect.stringMatching(
          new RegExp(
            `^attachment; filename="tickets-\\d{4}-\\d\\d-\\d\\dT\\d{4}\\.${format}"`,
          ),
        ),
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    });

    it('is a table with a byte order mark, unless something else is asked for', async () => {
      const bytes = await bytesOf(await desk.as('admin').exportTickets());
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [head] = bytes.toString().slice(1).split('\r\n');
      expect(head).toBe(ticketColumnSchema.options.join(','));
    });

    it('has the columns of a table that are asked for, in their order', async () => {
      const table = await exported(desk, 'admin', {
        columns: ['subject', 'number'],
        separator: 'semicolon',
      });
      const [head, first] = table.split('\r\n');
      expect(head).toBe('\ufeffsubject;number');
      expect(first).toMatch(/^"'=Ticket; ""0"", é";T\d{4}-00001$/);
    });

    it.each([
      [undefined, 'Asia/Kolkata', '+05:30'],
      ['America/St_Johns', 'America/St_Johns', undefined],
      ['UTC', 'UTC', 'Z'],
    ])(
      'with the time zone %s has its dates by the clocks of %s, to the same instants',
      async (timeZone, clocks, offset) => {
        const columns = ['createdAt' as const];
        const table = await exported(desk, 'admin', { columns, timeZone });
        const [, ...times] = table.trim().split('\r\n');
        const list = await listed(desk, 'admin');
        expect(times).toEqual(
          list.map(({ createdAt }) =>
            clocks === 'UTC'
              ? createdAt
              : DateTime.fromISO(createdAt, { zone: clocks }).toISO(),
          ),
        );
        expect(times.every(time => time.endsWith(offset ?? ''))).toBe(true);
      },
    );

    it('of nothing is whole', async () => {
      const none = { category: ['unknown'] };
      expect(await exported(desk, 'admin', { ...none, format: 'json' })).toBe(
        '[]\n',
      );
      expect(await exported(desk, 'admin', { ...none, format: 'ndjson' })).toBe(
        '',
      );
      expect(await exported(desk, 'admin', { ...none, columns: ['id'] })).toBe(
        '\ufeffid\r\n',
      );
    });

    it.each([
      ['format=xlsx', 'query.format'],
      ['columns=body', 'query.columns[0]'],
      ['separator=tab', 'query.separator'],
      ['timeZone=Berlin', 'query.timeZone'],
      ['timeZone=%2B02:00', 'query.timeZone'],
      ['format=json&timeZone=UTC', 'query.timeZone'],
      ['format=json&columns=number', 'query.columns'],
      ['format=ndjson&separator=comma', 'query.separator'],
      ['sort=body', 'query.sort'],
      ['light=blue', 'query.light[0]'],
      ['limit=5', 'query.limit'],
      ['cursor=abc', 'query.cursor'],
    ])('of %s is refused', async (query, path) => {
      const { status, body } = await desk.http('admin').get(`/export?${query}`);
      expect(status).toBe(400);
      expect(body.error.issues).toEqual([expect.objectContaining({ path })]);
    });
  });

  describe('of many tickets', () => {
    const COUNT = 2_000;
    let knex: Knex;
    let desk: Desk;

    beforeAll(async () => {
      knex = await databases.init(id);
      desk = await startTestDesk({ knex });
      await layTickets(knex, COUNT);
    });
    afterAll(() => desk.stop());

    it.each(['asc', 'desc'] as const)(
      'holds each that nobody changes once, %s, while others file, change and delete',
      async order => {
        const admin = desk.as('admin');
        const before = (await listed(desk, 'admin', { order }, 100)).map(
          ({ number }) => number,
        );
        const touched = new Set<string>();
        let ended = false;
        const others = async () => {
          for (let step = 0; !ended; step += 1) {
            const edited = before[(step * 7) % before.length];
            const removed = before[(step * 13 + 5) % before.length];
            await desk.as('requester').fileTicket({ subject: `New ${step}` });
            if (!touched.has(edited)) {
              touched.add(edited);
              await admin.editTicket(edited, { priority: 'low' });
            }
            if (!touched.has(removed)) {
              touched.add(removed);
              await admin.deleteTicket(removed);
            }
          }
        };
        const working = others();
        const stream = await desk
          .as('admin')
          .exportTickets({ format: 'ndjson', order });
        const lines = asLines((await bytesOf(stream)).toString());
        ended = true;
        await working;

        const numbers = lines.map(line => JSON.parse(line).number);
        expect(touched.size).toBeGreaterThan(0);
        expect(new Set(numbers).size).toBe(numbers.length);
        const known = new Set(before);
        expect(
          numbers.filter(each => known.has(each) && !touched.has(each)),
        ).toEqual(before.filter(each => !touched.has(each)));
      },
    );
  });
});

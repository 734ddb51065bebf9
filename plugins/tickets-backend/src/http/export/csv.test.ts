import {
  type Ticket,
  type TicketColumn,
  ticketColumnSchema,
} from '@portaldesk/plugin-tickets-common';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { asText, csvHead, csvRows } from './csv';

const ticket: Ticket = {
  id: 'id-1',
  number: 'T2026-00001',
  version: 3,
  subject: 'Help',
  status: 'new',
  portalStatus: 'in-progress',
  light: 'orange',
  category: 'incident',
  priority: 'normal',
  visibility: 'public',
  channel: 'portal',
  fields: { region: 'eu', users: 7 },
  tags: ['vpn', 'mail'],
  system: 'system:default/checkout',
  slaPolicy: 'gold',
  requester: 'user:default/jane',
  createdBy: 'user:default/omar',
  organisation: 'group:default/shop',
  organisationAccess: true,
  notifyRequester: true,
  deadlines: {
    firstResponseAt: '2026-01-01T01:00:00.000Z',
    responseDueAt: '2026-01-01T02:00:00.000Z',
    resolutionDueAt: '2026-01-01T03:00:00.000Z',
    inactivityDueAt: null,
    nextDueAt: '2026-01-01T03:00:00.000Z',
    responseMet: true,
    resolutionMet: null,
  },
  assets: [
    { entityRef: 'component:default/ledger', primary: true },
    { entityRef: 'component:default/queue', primary: false },
  ],
  entities: ['api:default/orders'],
  people: [],
  team: 'group:default/support',
  assignee: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
  endedAt: '2026-01-03T00:00:00.000Z',
  postponedUntil: null,
  archivedAt: null,
  rating: { stars: 4, comment: 'Good, "quick"' },
  allowedActions: [],
};

const columns = ticketColumnSchema.options;
const shape = { columns, separator: 'comma', timeZone: 'UTC' } as const;

function read(text: string, delimiter = ','): Record<string, string>[] {
  return parse(text, { bom: true, columns: true, delimiter });
}

describe('a table of tickets', () => {
  it.each([
    [
      'Europe/Berlin',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T02:30:00.000+02:00',
    ],
    [
      'Europe/Berlin',
      '2026-10-25T01:30:00.000Z',
      '2026-10-25T02:30:00.000+01:00',
    ],
    [
      'Asia/Kolkata',
      '2026-12-31T20:00:00.000Z',
      '2027-01-01T01:30:00.000+05:30',
    ],
    ['UTC', '2026-10-25T01:30:00.000Z', '2026-10-25T01:30:00.000Z'],
  ])('has its dates by the clocks of %s', (timeZone, instant, written) => {
    const dates = columns.filter(column => /(At|Until)$/.test(column));
    const [row] = read(
      csvHead(shape) +
        csvRows({ ...shape, timeZone }, [
          {
            ...ticket,
            ...Object.fromEntries(dates.map(column => [column, instant])),
            deadlines: {
              ...ticket.deadlines,
              firstResponseAt: instant,
              responseDueAt: instant,
              resolutionDueAt: instant,
              inactivityDueAt: instant,
              nextDueAt: instant,
              responseMet: null,
              resolutionMet: null,
            },
          },
        ]),
    );
    expect(dates).toHaveLength(10);
    expect(dates.map(column => row[column])).toEqual(dates.map(() => written));
  });

  it('has a column for all that there is', () => {
    expect(read(csvHead(shape) + csvRows(shape, [ticket]))).toEqual([
      {
        number: 'T2026-00001',
        subject: 'Help',
        light: 'orange',
        portalStatus: 'in-progress',
        status: 'new',
        priority: 'normal',
        category: 'incident',
        visibility: 'public',
        channel: 'portal',
        requester: 'user:default/jane',
        createdBy: 'user:default/omar',
        organisation: 'group:default/shop',
        team: 'group:default/support',
        assignee: '',
        assets: 'component:default/ledger, component:default/queue',
        entities: 'api:default/orders',
        system: 'system:default/checkout',
        tags: 'vpn, mail',
        fields: '{"region":"eu","users":7}',
        slaPolicy: 'gold',
        createdAt: '2026-01-01T00:00:00.000Z',
        updatedAt: '2026-01-02T00:00:00.000Z',
        endedAt: '2026-01-03T00:00:00.000Z',
        postponedUntil: '',
        archivedAt: '',
        firstResponseAt: '2026-01-01T01:00:00.000Z',
        responseDueAt: '2026-01-01T02:00:00.000Z',
        responseMet: 'true',
        resolutionDueAt: '2026-01-01T03:00:00.000Z',
        resolutionMet: '',
        inactivityDueAt: '',
        nextDueAt: '2026-01-01T03:00:00.000Z',
        rating: '4',
        ratingComment: 'Good, "quick"',
        id: 'id-1',
      },
    ]);
  });

  it('leaves empty what only agents see, and what is not there', () => {
    const {
      status: _status,
      tags: _tags,
      slaPolicy: _slaPolicy,
      notifyRequester: _notifyRequester,
      deadlines: _deadlines,
      ...outside
    } = ticket;
    const seen = { ...outside, fields: {}, rating: null, category: null };
    const [row] = read(csvHead(shape) + csvRows(shape, [seen]));
    const empty = Object.keys(row).filter(column => row[column] === '');
    expect(empty.sort()).toEqual(
      [
        ...['status', 'tags', 'slaPolicy', 'firstResponseAt', 'responseDueAt'],
        ...['responseMet', 'resolutionDueAt', 'resolutionMet', 'nextDueAt'],
        ...['inactivityDueAt', 'fields', 'rating', 'ratingComment'],
        ...['category', 'assignee', 'postponedUntil', 'archivedAt'],
      ].sort(),
    );
  });

  it('is written as RFC 4180 says, for readers who know that it is UTF-8', () => {
    const few = {
      columns: ['subject', 'number'] as TicketColumn[],
      separator: 'comma' as const,
      timeZone: 'UTC',
    };
    const text =
      csvHead(few) + csvRows(few, [{ ...ticket, subject: 'a "b", c' }]);
    expect(text).toBe('\ufeffsubject,number\r\n"a ""b"", c",T2026-00001\r\n');
    const other = { ...few, separator: 'semicolon' as const };
    expect(csvHead(other) + csvRows(other, [ticket])).toBe(
      '\ufeffsubject;number\r\nHelp;T2026-00001\r\n',
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x.test";"y")', `'=HYPERLINK("http://x.test";"y")`],
    ['+49 30 1234', "'+49 30 1234"],
    ['-2+3+cmd|x', "'-2+3+cmd|x"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\tplain', "'\tplain"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['  =1', "'  =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u0000=1', "'\u0000=1"],
    ['\u200b=1', "'\u200b=1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠A1', "'＠A1"],
    ['a=1', 'a=1'],
    ["'=1", "'=1"],
    ['1-2', '1-2'],
    ['', ''],
    ['  plain', '  plain'],
    ['jane@example.test', 'jane@example.test'],
  ])('makes of the cell %j %j', (cell, text) => {
    expect(asText(cell)).toBe(text);
  });

  it('never begins a cell with what is run as a formula', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'=+-@ \t\r\n",;\'a１＝'),
          maxLength: 8,
        }),
        subject => {
          const [row] = read(
            csvHead(shape) + csvRows(shape, [{ ...ticket, subject }]),
          );
          expect(row.subject).not.toMatch(/^\s*[=+\-@＝]|^[\t\r\n]/u);
        },
      ),
    );
  });

  it('holds every text as it was, but for the apostrophe', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const ticketArbitrary = fc
      .record({
        subject: text,
        comment: text,
        region: text,
        tags: fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { maxLength: 3 }),
      })
      .map(({ subject, comment, region, tags }): Ticket => ({
        ...ticket,
        subject,
        tags,
        fields: { region },
        rating: { stars: 1, comment },
      }));
    fc.assert(
      fc.property(
        fc.array(ticketArbitrary, { maxLength: 4 }),
        fc.subarray(columns, { minLength: 1 }),
        fc.constantFrom('comma', 'semicolon'),
        (tickets, some, separator) => {
          const table = {
            columns: ['id' as const, ...some],
            separator,
            timeZone: 'UTC',
          };
          const rows: string[][] = parse(
            csvHead(table) + csvRows(table, tickets),
            { bom: true, delimiter: separator === 'comma' ? ',' : ';' },
          );
          expect(rows[0]).toEqual(table.columns);
          const expected = (of: Ticket): Partial<Record<string, string>> => ({
            subject: asText(of.subject),
            ratingComment: asText(of.rating?.comment ?? ''),
            fields: JSON.stringify(of.fields),
            tags: of.tags?.join(', '),
          });
          const known = Object.keys(expected(ticket));
          expect(
            rows
              .slice(1)
              .map(row =>
                row.filter((_, place) => known.includes(table.columns[place])),
              ),
          ).toEqual(
            tickets.map(of =>
              table.columns
                .filter(column => known.includes(column))
                .map(column => expected(of)[column]),
            ),
          );
        },
      ),
    );
  });
});

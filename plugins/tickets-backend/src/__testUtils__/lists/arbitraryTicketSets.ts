import { channelSchema } from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { VersionSeen } from '../../store/events/StoredEvent';
import { people, stored, ticketArbitrary } from '../arbitraryTickets';

/** A version of a ticket that somebody looked at, as they counted them then. */
export interface Seen extends VersionSeen {
  readonly person: string;
  readonly ticketId: string;
}

/** All tickets of a desk, and who saw what of them. */
export interface TicketSet {
  readonly tickets: readonly StoredTicket[];
  readonly seen: readonly Seen[];
}

/** Noon of a day; few enough days that many tickets share one. */
export const day = (index: number) =>
  new Date(Date.UTC(2026, 2, 1 + index, 12));

/** The present, between the days on which something is due. */
export const NOW = new Date(Date.UTC(2026, 2, 3));

type DrawnBy<A> = A extends fc.Arbitrary<infer T> ? T : never;

const days = fc.integer({ min: 0, max: 4 }).map(day);
const maybe = <T>(some: fc.Arbitrary<T>, freq = 1) =>
  fc.option(some, { nil: null, freq });

const detailsArbitrary = fc.record({
  id: fc.uuid({ version: 4 }),
  version: fc.integer({ min: 1, max: 3 }),
  subject: fc.constantFrom(
    ...['Alpha', 'alpha', 'ALPHA beta', 'beta', '_under', 'Zeta', 'zeta'],
    ...[
      'Äpfel',
      'äpfel',
      'Apfel 2',
      '10 things',
      '9 things',
      '1 thing',
      '',
      '\u{1f600}',
      '\uffee',
    ],
  ),
  priority: fc.constantFrom('low', 'normal', 'high', 'urgent', 'no-more'),
  system: maybe(fc.constantFrom('system:default/s', 'system:default/t'), 2),
  channel: fc.constantFrom(...channelSchema.options),
  tags: fc.subarray(['vpn', 'mail', 'c++']),
  fields: fc.record(
    {
      region: fc.constantFrom('eu', 'us', ['eu', 'asia'], 'a:b', 'two\nlines'),
      cost: fc.constantFrom(5, '5', true, null, { nested: 'eu' }),
    },
    { requiredKeys: [] },
  ),
  entities: fc.subarray(['api:default/a', 'api:default/b']),
  createdAt: days,
  updatedAt: days,
  updatedBy: fc.constantFrom(...people),
  changedBy: fc.constantFrom(...people),
  internalChanges: fc.integer({ min: 0, max: 2 }),
  endedAt: maybe(days, 2),
  archivedAt: fc.constantFrom(null, null, null, null, null, day(4)),
  mergedInto: fc.constantFrom(null, null, null, null, null, 'id-1'),
  rating: maybe(
    fc.record({
      stars: fc.integer({ min: 1, max: 5 }),
      comment: fc.constant(null),
    }),
  ),
  nextDueAt: maybe(days, 2),
});

function detailed(
  ticket: StoredTicket,
  { nextDueAt, ...details }: DrawnBy<typeof detailsArbitrary>,
): StoredTicket {
  const { version, internalChanges } = details;
  return {
    ...ticket,
    ...details,
    // whoever filed it made a version that everybody sees
    internalChanges: Math.min(internalChanges, version - 1),
    deadlines: { ...ticket.deadlines, nextDueAt },
  };
}

/** Tickets of every kind among few people, groups, days and values. */
export const ticketSets: fc.Arbitrary<TicketSet> = fc
  .tuple(
    fc.array(fc.tuple(ticketArbitrary, detailsArbitrary), {
      minLength: 20,
      maxLength: 50,
      size: 'max',
    }),
    fc.array(
      fc.record({
        person: fc.constantFrom(...people),
        index: fc.nat(),
        version: fc.integer({ min: 1, max: 3 }),
        inside: fc.boolean(),
      }),
      { maxLength: 40 },
    ),
  )
  .map(([sketches, looks]) => {
    const tickets = sketches.map(([facts, details], index) =>
      detailed(stored(facts, index), details),
    );
    return {
      tickets,
      seen: looks.map(({ person, index, version, inside }) => ({
        person,
        ticketId: tickets[index % tickets.length].id,
        version,
        inside,
      })),
    };
  });

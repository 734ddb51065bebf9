import fc from 'fast-check';
import type { StoredTicket } from '../store/tickets/StoredTicket';
import { ticketsArbitrary } from './arbitraryTickets';

/** A ticket with when it ended and was opened again, by turns. */
export interface Life {
  /** As it is now. */
  readonly ticket: StoredTicket;
  /** In the order of time: ended, opened again, ended and so on. */
  readonly turns: readonly Date[];
}

const HOUR = 3_600_000;

/** Before clocks change in Europe, North America and New Zealand. */
const BEGIN = Date.UTC(2026, 2, 1);

/** How many hours the lives of tickets take. */
const HOURS = 45 * 24;

/** Instants in a few weeks, which often are the same, or the end of a day. */
export const instantArbitrary: fc.Arbitrary<Date> = fc
  .oneof(
    fc.integer({ min: 0, max: HOURS / 24 }).map(days => days * 24 * HOUR),
    fc.integer({ min: 0, max: HOURS }).map(hours => hours * HOUR),
    fc.integer({ min: 0, max: HOURS * HOUR }),
  )
  .map(offset => new Date(BEGIN + offset));

const choice = fc.option(fc.boolean(), { nil: null });

const lifeArbitrary = fc.record({
  instants: fc.array(instantArbitrary, { minLength: 2, maxLength: 6 }),
  replied: fc.boolean(),
  merged: fc.boolean().map(yes => yes && 'elsewhere'),
  archived: fc.boolean(),
  priority: fc.constantFrom('low', 'high'),
  system: fc.constantFrom(null, 'system:default/a'),
  stars: fc.constantFrom(null, 1, 2, 5),
  responseMet: choice,
  resolutionMet: choice,
});

/** Tickets of `ticketsArbitrary` which have been through something. */
export const livesArbitrary: fc.Arbitrary<Life[]> = ticketsArbitrary.chain(
  tickets =>
    fc
      .array(lifeArbitrary, {
        minLength: tickets.length,
        maxLength: tickets.length,
      })
      .map(lives =>
        tickets.map((ticket, index) => lived(ticket, lives[index])),
      ),
);

function lived(
  ticket: StoredTicket,
  life: typeof lifeArbitrary extends fc.Arbitrary<infer T> ? T : never,
): Life {
  const [createdAt, repliedAt, ...turns] = life.instants.toSorted(
    (a, b) => a.getTime() - b.getTime(),
  );
  const [last] = turns.slice(-1);
  const ended = turns.length % 2 === 1;
  return {
    turns,
    ticket: {
      ...ticket,
      priority: life.priority,
      system: life.system,
      createdAt,
      updatedAt: last ?? createdAt,
      endedAt: ended ? last : null,
      archivedAt: life.archived && ended ? last : null,
      mergedInto: life.merged || null,
      rating: life.stars && { stars: life.stars, comment: null },
      deadlines: {
        ...ticket.deadlines,
        firstResponseAt: life.replied ? repliedAt : null,
        responseMet: life.responseMet,
        resolutionMet: life.resolutionMet,
      },
    },
  };
}

/** The states that a ticket went through, from its filing to now. */
export function statesOf({ ticket, turns }: Life): StoredTicket[] {
  const filed = { ...ticket, updatedAt: ticket.createdAt, endedAt: null };
  return [
    filed,
    ...turns.map((at, index) => ({
      ...ticket,
      updatedAt: at,
      endedAt: index % 2 === 0 ? at : null,
    })),
  ];
}

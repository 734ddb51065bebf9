import type { SeededRandom } from './SeededRandom';
import { markers } from './Words';

/** What is settled about a ticket before its lifecycle is simulated. */
export interface Outline {
  readonly createdAt: Date;
  /** How many messages it has, at least one. */
  readonly messages: number;
  readonly open: boolean;
  /** A rare word that it holds. */
  readonly marker?: string;
}

export interface OutlineOptions {
  readonly tickets: number;
  /** How many messages tickets have on average. */
  readonly messages: number;
  /** When the newest ticket was filed, just about. */
  readonly end: Date;
}

const TWO_YEARS = 2 * 365 * 24 * 3_600_000;

/** How many of ten tickets' messages each of them has. */
const SHARES = [0.2, 0.4, 0.6, 0.8, 0.8, 1, 1, 1.2, 1.6, 2.4];

/** With this, one ticket of 20 is open, most of them recent ones. */
const HOW_RECENT = 20;

/** A step that has no divisor in common with a thousand. */
const MARKER_STEP = 389;

/**
 * Outlines of all tickets, oldest first: more and more of them over two years,
 * some with many messages, the open ones mostly recent.
 */
export function* outlines(
  { tickets, messages, end }: OutlineOptions,
  random: SeededRandom,
): Generator<Outline> {
  let counts: number[] = [];
  for (let index = 0; index < tickets; index += 1) {
    if (counts.length === 0) {
      counts = random.shuffled(
        messageCounts(messages, Math.min(SHARES.length, tickets - index)),
      );
    }
    const age = 1 - (index + random.share()) / tickets;
    yield {
      createdAt: new Date(
        end.getTime() - Math.ceil((1 - (1 - age) ** 0.7) * TWO_YEARS),
      ),
      messages: counts.pop() ?? messages,
      open: random.happens(Math.exp(-age * HOW_RECENT)),
      marker: markers[(index * MARKER_STEP) % 1000],
    };
  }
}

/** Numbers of messages of some tickets, with the right sum. */
function messageCounts(average: number, tickets: number): number[] {
  if (tickets < SHARES.length) {
    return Array.from({ length: tickets }, () => average);
  }
  const counts = SHARES.map(share => Math.max(1, Math.round(share * average)));
  const sum = counts.reduce((all, count) => all + count, 0);
  counts[counts.length - 1] += average * tickets - sum;
  return counts;
}

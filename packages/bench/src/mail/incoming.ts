import type { Client } from '../database';
import type { Bench } from '../measure';
import { profiled } from '../profiled';
import { megabytes } from '../report';
import type { Stage } from '../stage';
import { Trouble } from '../tools';
import type { MailService } from './mailService';
import { until } from './outgoing';

/** How often it is looked how many mails came, in milliseconds. */
const EVERY_MS = 250;

/** How many mails one second takes at least, with much patience. */
const SLOWEST = 3;

/** What taking in a full mailbox takes. */
export interface IncomingFigures {
  readonly mails: number;
  readonly perSecond: number;
  /** Until the first mail was kept, in milliseconds. */
  readonly begunAfterMs: number;
  /** Until all mails were kept, whatever became of them, in seconds. */
  readonly keptAfterSeconds: number;
  readonly filed: number;
  readonly replied: number;
  /** The most in the first half of the time, and in the second one. */
  readonly mostRssMb: readonly number[];
}

/** How many mails of a full mailbox are taken in in a second. */
export async function measureIn(
  { client }: Stage,
  bench: Bench,
  { mailbox, mails }: MailService,
): Promise<IncomingFigures> {
  const { result } = await profiled('mail-in', bench, async () => {
    const begin = performance.now();
    const passed = () => performance.now() - begin;
    mailbox.fill(mails);
    await until(async () => (await cameSoFar(client)).came > 0, 10);
    const begunAfterMs = passed();
    let keptAfterSeconds: number | undefined;
    const memory: number[] = [];
    const look = async () => {
      memory.push((await bench.order('memory')).rss);
      const { came, done } = await cameSoFar(client);
      if (came >= mails) {
        keptAfterSeconds ??= passed() / 1_000;
      }
      return done >= mails;
    };
    await until(look, EVERY_MS, (mails / SLOWEST) * 1_000);
    return {
      seconds: passed() / 1_000,
      begunAfterMs,
      keptAfterSeconds,
      memory,
    };
  });
  const outcomes = await outcomesOf(client);
  const { filed = 0, replied = 0 } = outcomes;
  if (filed + replied !== mails) {
    throw new Trouble(
      `Of ${mails} mails these came to something: ${JSON.stringify(outcomes)}.`,
    );
  }
  const { seconds, begunAfterMs, keptAfterSeconds = seconds, memory } = result;
  return {
    mails,
    perSecond: mails / seconds,
    begunAfterMs,
    keptAfterSeconds,
    filed,
    replied,
    mostRssMb: mostOfHalves(memory),
  };
}

async function cameSoFar(
  client: Client,
): Promise<{ came: number; done: number }> {
  const rows = await client.query(
    'select state, count(*) as count from ticket_incoming_mails group by state',
  );
  const counts = rows.map(
    ({ state, count }) => [state, Number(count)] as const,
  );
  const sum = (some: typeof counts) =>
    some.reduce((total, [, count]) => total + count, 0);
  return {
    came: sum(counts),
    done: sum(counts.filter(([state]) => state !== 'received')),
  };
}

async function outcomesOf(client: Client): Promise<Record<string, number>> {
  const rows = await client.query(
    `select coalesce(outcome, reason) as what, count(*) as count
     from ticket_incoming_mails group by coalesce(outcome, reason)`,
  );
  return Object.fromEntries(
    rows.map(({ what, count }) => [what, Number(count)]),
  );
}

function mostOfHalves(memory: readonly number[]): number[] {
  const half = Math.ceil(memory.length / 2);
  return [memory.slice(0, half), memory.slice(half)].map(part =>
    megabytes(Math.max(0, ...part)),
  );
}

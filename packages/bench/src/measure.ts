import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, type Send } from './Connection';
import type { Client } from './database';
import type { HotSpots } from './hotSpots';
import type { Person } from './people';
import { type Plan, findScans } from './plans';
import type { Portal } from './portal';
import { profiled } from './profiled';
import { inTurn } from './random';
import { countPerSecond, percentile, timeEach } from './timing';
import { during } from './tools';

/** Connections at once, to find out how much goes through. */
const CONNECTIONS = 8;

/** Times of different things are taken in turns, so that noise hits all. */
const ROUNDS = 5;

const TRACED = 10;

/** How long sending notifications may take afterwards. */
const PATIENCE_MS = 300_000;

/** What is measured, prepared for these tickets and people. */
export interface PreparedMeasure {
  /** Does over HTTP what `sql` does by hand-written statements. */
  call(send: Send): Promise<unknown>;
  sql(): Promise<unknown>;
  /** Removes the traces of those statements. */
  cleanUp?(): Promise<unknown>;
}

export interface Measure extends PreparedMeasure {
  readonly name: string;
}

/** With what measures are taken. */
export interface Bench extends Portal {
  readonly everybody: readonly Person[];
  readonly client: Client;
  /** How long each figure is measured. */
  readonly seconds: number;
  /** The folder for CPU profiles. */
  readonly profile?: string;
}

/** How many notifications waited when the load was over, and for how long. */
export interface Settling {
  readonly notifications: number;
  readonly notificationsMs: number;
}

interface TracedCall {
  /** How many a call takes. */
  readonly statements: number;
  /** How many a call makes to other plugins, by method and path. */
  readonly requests: Readonly<Record<string, number>>;
  /** Tables that a plan reads from end to end. */
  readonly scans: readonly string[];
  readonly plans: readonly {
    readonly sql: string;
    readonly perCall: number;
    readonly plan: Plan | null;
  }[];
}

/** What was measured. Times in milliseconds. */
export interface Figures extends Settling, TracedCall {
  readonly name: string;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly perSecond: number;
  readonly sqlFloorP95Ms: number;
  readonly routeFloorP95Ms: number;
  /** Where a profile was taken. */
  readonly hot?: HotSpots;
}

export function take(measure: Measure, bench: Bench): Promise<Figures> {
  return during(
    measure.name,
    () => takeFigures(measure, bench),
    ({ p95Ms, perSecond }) => `p95 ${p95Ms} ms, ${perSecond}/s`,
  );
}

async function takeFigures(measure: Measure, bench: Bench): Promise<Figures> {
  const connections = Array.from(
    { length: CONNECTIONS },
    () => new Connection(bench.url),
  );
  const calls = connections.map(
    connection => () => measure.call(call => connection.send(call)),
  );
  try {
    await countPerSecond(calls, Math.min(3, bench.seconds));
    const times = await timeInTurns(measure, bench, connections[0]);
    const { result: perSecond, hot } = await profiled(measure.name, bench, () =>
      countPerSecond(calls, bench.seconds),
    );
    const settling = await untilSettled(bench.client);
    await measure.cleanUp?.();
    return {
      name: measure.name,
      p50Ms: rounded(percentile(times.http, 0.5)),
      p95Ms: rounded(percentile(times.http, 0.95)),
      perSecond: rounded(perSecond),
      sqlFloorP95Ms: rounded(percentile(times.sql, 0.95)),
      routeFloorP95Ms: rounded(percentile(times.route, 0.95)),
      ...settling,
      ...(await traced(measure, bench, connections[0])),
      ...(hot && { hot }),
    };
  } finally {
    connections.forEach(connection => connection.close());
  }
}

async function timeInTurns(
  measure: Measure,
  bench: Bench,
  connection: Connection,
): Promise<Record<'http' | 'sql' | 'route', number[]>> {
  const { everybody, seconds, client } = bench;
  const next = inTurn(everybody);
  const works = {
    http: () => measure.call(call => connection.send(call)),
    sql: measure.sql,
    route: () =>
      connection.send({
        path: '/api/bench/decision',
        token: next().token,
        status: 204,
      }),
  };
  const times: Record<keyof typeof works, number[]> = {
    http: [],
    sql: [],
    route: [],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['http', 'sql', 'route'] as const) {
      times[name].push(...(await timeEach(works[name], seconds / ROUNDS)));
      await untilSettled(client);
    }
  }
  return times;
}

/**
 * Waits until all notifications of what was done are sent, so that what is
 * measured next stands alone.
 */
/** Waits until everybody was notified of what was written. */
export async function untilSettled(client: Client): Promise<Settling> {
  const start = Date.now();
  const waiting = async () => {
    const [{ count }] = await client.query(
      'select count(*) as count from ticket_outbox where due_at is not null',
    );
    return Number(count);
  };
  const first = await waiting();
  while (Date.now() - start < PATIENCE_MS && (await waiting()) > 0) {
    await sleep(200);
  }
  return { notifications: first, notificationsMs: first && Date.now() - start };
}

/** How many statements a call takes, and how the database carries them out. */
async function traced(
  measure: Measure,
  { order }: Bench,
  connection: Connection,
): Promise<TracedCall> {
  await order('traces');
  const headers = { 'x-bench-trace': '1' };
  for (let done = 0; done < TRACED; done += 1) {
    await measure.call(call => connection.send({ ...call, headers }));
  }
  const { count, statements, requests } = await order('traces');
  return {
    statements: rounded(count / TRACED),
    requests: perCall(requests),
    scans: findScans(statements),
    plans: statements.map(({ sql, times, plan }) => ({
      sql,
      perCall: rounded(times / TRACED),
      plan,
    })),
  };
}

/** How often each of these is found for each call. */
function perCall(found: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const text of found) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return Object.fromEntries(
    [...counts].map(([text, count]) => [text, rounded(count / TRACED)]),
  );
}

/** To three places, which is more than the noise allows. */
function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}

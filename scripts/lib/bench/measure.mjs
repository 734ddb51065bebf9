import { setTimeout as sleep } from 'node:timers/promises';
import { during } from '../say.mjs';
import { Connection } from './Connection.mjs';
import { inTurn } from './chance.mjs';
import { profiled } from './profiled.mjs';
import { findScans } from './plans.mjs';
import { countPerSecond, percentile, timeEach } from './timing.mjs';

/** Connections at once, to find out how much goes through. */
const CONNECTIONS = 8;

/** Times of different things are taken in turns, so that noise hits all. */
const ROUNDS = 5;

const TRACED = 10;

/** How long telling people may take afterwards. */
const PATIENCE_MS = 300_000;

/**
 * What is measured, prepared for these tickets and people.
 *
 * @typedef {{ name: string, call: (send: Connection['send']) => Promise<unknown>, sql: () => Promise<unknown>, cleanUp?: () => Promise<unknown> }} Measure
 *   `call` does over HTTP what `sql` does by hand-written statements, whose
 *   traces `cleanUp` removes
 */

/**
 * @param {Measure} measure
 * @param {{ url: string, order: Function, everybody: import('./people.mjs').Person[], client: import('./database.mjs').Client, seconds: number, profile?: string }} bench
 */
export function take(measure, bench) {
  return during(
    measure.name,
    () => takeFigures(measure, bench),
    ({ p95Ms, perSecond }) => `p95 ${p95Ms} ms, ${perSecond}/s`,
  );
}

async function takeFigures(measure, bench) {
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

async function timeInTurns(measure, bench, connection) {
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
  const times = { http: [], sql: [], route: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      times[name].push(...(await timeEach(work, seconds / ROUNDS)));
      await untilSettled(client);
    }
  }
  return times;
}

/**
 * Waits until everybody was told of what was done, so that what is measured
 * next stands alone.
 *
 * @returns how many notices were waiting, and for how long
 */
async function untilSettled(client) {
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
  return { notices: first, noticesMs: first && Date.now() - start };
}

/** How many statements a call takes, and how the database carries them out. */
async function traced(measure, { order }, connection) {
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
function perCall(found) {
  const counts = Map.groupBy(found, text => text);
  return Object.fromEntries(
    [...counts].map(([text, all]) => [text, rounded(all.length / TRACED)]),
  );
}

/** To three places, which is more than the noise allows. */
const rounded = number => Math.round(number * 1000) / 1000;

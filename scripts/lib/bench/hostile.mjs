import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { end as endChild } from '../children.mjs';
import { stopAtEnd } from '../ending.mjs';
import { during, say } from '../say.mjs';
import { ask } from './hostile/ask.mjs';
import { hostileClients } from './hostile/clients.mjs';
import { profiled } from './profiled.mjs';
import { megabytes } from './report.mjs';
import { api } from './stage.mjs';
import { percentile } from './timing.mjs';

const attackModule = join(
  dirname(fileURLToPath(import.meta.url)),
  'hostile/attack.mjs',
);

/** How much longer than in quiet an agent may wait. */
const TARGET = 3;

/** Between two rounds of an agent who is quicker than people are. */
const PAUSE_MS = 1_600;

/** Answered by the portal before the desk hears of them. */
const BEFORE_THE_DESK = 'bad tokens';

/**
 * Measures what an agent notices of clients that mean no good: how long their
 * list, a ticket and a reply take in quiet, while such clients of one kind do
 * what they can, and while those of all kinds do. All of it goes to this machine
 * alone, and ends by itself.
 *
 * @param {import('./stage.mjs').Stage} stage
 * @param {{ url: string, order: Function, hostile: number, clients: number, seconds: number, profile?: string }} bench
 */
export async function withstand(stage, bench) {
  const agent = await agentAtWork(stage, bench);
  await agent.work(bench.seconds);
  const quiet = await during('in quiet', () => agent.work(bench.seconds), told);
  const phases = [];
  const kinds = Object.keys(hostileClients);
  for (const [name, attackers, seconds] of [
    ...kinds.map(kind => [kind, [kind], bench.seconds]),
    [
      `all but ${BEFORE_THE_DESK}`,
      kinds.filter(kind => kind !== BEFORE_THE_DESK),
      bench.hostile,
    ],
    ['all at once', kinds, bench.hostile],
  ]) {
    const phase = await during(
      name,
      () => among(attackers, seconds, { agent, stage, bench, name }),
      ({ busy }) => told(busy, quiet),
    );
    phases.push({ name, ...phase });
    // what they have left to do has to end before others are measured
    await sleep(2_000);
  }
  return show({ quiet, phases });
}

/** What an agent notices, and how much memory it takes. */
async function among(kinds, seconds, { agent, stage, bench, name }) {
  const memory = [await rss(bench)];
  const middle = sleep(seconds * 500).then(() => rss(bench));
  const { result } = await profiled(name.replaceAll(' ', '-'), bench, () =>
    Promise.all([
      agent.work(seconds),
      attack({
        url: bench.url,
        kinds,
        clients: bench.clients,
        tokens: stage.requesters.map(({ token }) => token),
        seconds,
      }),
    ]),
  );
  const [busy, answers] = result;
  memory.push(await middle, await rss(bench));
  return { busy, answers, memory };
}

async function attack(order) {
  const child = fork(attackModule);
  stopAtEnd(() => endChild(child));
  child.send(order);
  const [answers] = await once(child, 'message');
  return answers;
}

/** An agent who looks at the open tickets of their team, at one, and replies. */
async function agentAtWork({ agents: [{ token, team }] }, { url }) {
  const list = `${api}/tickets?state=open&team=${encodeURIComponent(team)}`;
  const { text } = await ask(url, { path: list, token });
  const [{ id }] = JSON.parse(text).items;
  const calls = {
    list: { path: list },
    ticket: { path: `${api}/tickets/${id}?include=messages` },
    reply: {
      method: 'POST',
      path: `${api}/tickets/${id}/messages`,
      body: { kind: 'note', body: 'Still looking into it.' },
    },
  };
  return {
    async work(seconds) {
      const end = Date.now() + seconds * 1_000;
      const times = { list: [], ticket: [], reply: [] };
      const statuses = {};
      while (Date.now() < end) {
        for (const [name, call] of Object.entries(calls)) {
          const begin = performance.now();
          const { status } = await ask(url, { ...call, token });
          times[name].push(performance.now() - begin);
          statuses[status] = (statuses[status] ?? 0) + 1;
        }
        await sleep(PAUSE_MS);
      }
      return { times, statuses };
    },
  };
}

async function rss({ order }) {
  return megabytes((await order('memory')).rss);
}

const p95 = ({ times }, name) => percentile(times[name], 0.95);

/** Such as `p95 list 30.1 ms (2.4 ×), …`. */
function told(busy, quiet) {
  return `p95 ${Object.keys(busy.times)
    .map(name => {
      const time = p95(busy, name);
      const times = quiet ? ` (${rounded(time / p95(quiet, name))} ×)` : '';
      return `${name} ${rounded(time)} ms${times}`;
    })
    .join(', ')}`;
}

function show({ quiet, phases }) {
  say();
  for (const { name, busy, answers, memory } of phases) {
    const slow = Object.keys(busy.times).filter(
      call => p95(busy, call) > TARGET * p95(quiet, call),
    );
    const refused = Object.keys(busy.statuses).filter(
      status => status === '401' || Number(status) >= 500,
    );
    say(
      `${name}: more than ${TARGET} times as long: ${slow.join(', ') || 'nothing'}; refused: ${refused.join(', ') || 'never'}; memory ${memory.join(', ')} MB at the start, in the middle, at the end`,
    );
    for (const [kind, statuses] of Object.entries(answers)) {
      say(`  ${kind}: ${words(statuses)}`);
    }
  }
  const figures = ({ times }) =>
    Object.fromEntries(
      Object.keys(times).map(name => [name, rounded(p95({ times }, name))]),
    );
  return {
    quietP95Ms: figures(quiet),
    hostile: phases.map(({ name, busy, answers, memory }) => ({
      name,
      p95Ms: figures(busy),
      agentStatuses: busy.statuses,
      answers,
      memoryMb: memory,
    })),
  };
}

const rounded = number => Number(number.toFixed(2));

function words(statuses) {
  return Object.entries(statuses)
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ');
}

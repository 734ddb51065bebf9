import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../say.mjs';
import { ask } from './hostile/ask.mjs';
import { hostileClients } from './hostile/clients.mjs';
import { megabytes } from './report.mjs';
import { api } from './stage.mjs';
import { percentile } from './timing.mjs';

/** No client sends more than this, however quickly it is answered. */
const MOST_REQUESTS = 20_000;

/** How much longer than in quiet an agent may wait. */
const TARGET = 3;

/**
 * Measures what an agent notices of clients that mean no good: how long their
 * list, a ticket and a reply take in quiet, and while such clients of each kind
 * do what they can. All of it goes to this machine alone, and ends by itself.
 *
 * @param {import('./stage.mjs').Stage} stage
 * @param {{ url: string, order: Function, hostile: number, clients: number, seconds: number }} bench
 */
export async function withstand(stage, bench) {
  const agent = await agentAtWork(stage, bench);
  const memory = [await rss(bench)];
  const quiet = await agent.work(bench.seconds);
  const end = Date.now() + bench.hostile * 1_000;
  const answers = new Map();
  const middle = sleep(bench.hostile * 500).then(() => rss(bench));
  const [busy] = await Promise.all([
    agent.work(bench.hostile),
    ...attackers(stage, bench, end, answers),
  ]);
  memory.push(await middle, await rss(bench));
  return show({ quiet, busy, memory, answers });
}

function attackers({ requesters }, bench, end, answers) {
  return Object.entries(hostileClients).flatMap(([kind, act]) =>
    Array.from({ length: bench.clients }, async (_, index) => {
      const { token } = requesters[index % requesters.length];
      for (let sent = 0; sent < MOST_REQUESTS && Date.now() < end; sent += 1) {
        const status = await act({ url: bench.url, token, end, sent }).catch(
          ({ code }) => code ?? 'cut off',
        );
        const seen = answers.get(kind) ?? new Map();
        answers.set(kind, seen.set(status, (seen.get(status) ?? 0) + 1));
      }
    }),
  );
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
      const statuses = new Map();
      while (Date.now() < end) {
        for (const [name, call] of Object.entries(calls)) {
          const begin = performance.now();
          const { status } = await ask(url, { ...call, token });
          times[name].push(performance.now() - begin);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
        await sleep(50);
      }
      return { times, statuses };
    },
  };
}

async function rss({ order }) {
  return megabytes((await order('memory')).rss);
}

function show({ quiet, busy, memory, answers }) {
  const p95 = ({ times }, name) => rounded(percentile(times[name], 0.95));
  const figures = Object.keys(quiet.times).map(name => ({
    name,
    quietP95Ms: p95(quiet, name),
    busyP95Ms: p95(busy, name),
  }));
  say();
  for (const { name, quietP95Ms, busyP95Ms } of figures) {
    const times = rounded(busyP95Ms / quietP95Ms);
    say(
      `${name}: p95 ${quietP95Ms} ms in quiet, ${busyP95Ms} ms among hostile clients: ${times} times as long${times > TARGET ? `, more than ${TARGET}` : ''}`,
    );
  }
  const refused = [...busy.statuses].filter(
    ([status]) => status === 401 || status >= 500,
  );
  say(
    `The agent was answered with ${words(busy.statuses)}; refused: ${words(new Map(refused)) || 'never'}.`,
  );
  say(
    `Memory: ${memory.join(', ')} MB at the start, in the middle, at the end.`,
  );
  for (const [kind, statuses] of answers) say(`${kind}: ${words(statuses)}`);
  return {
    hostile: figures,
    agentStatuses: Object.fromEntries(busy.statuses),
    memoryMb: memory,
    answers: Object.fromEntries(
      [...answers].map(([kind, seen]) => [kind, Object.fromEntries(seen)]),
    ),
  };
}

const rounded = number => Number(number.toFixed(2));

function words(statuses) {
  return [...statuses]
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ');
}

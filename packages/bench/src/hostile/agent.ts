import { setTimeout as sleep } from 'node:timers/promises';
import type { AgentPerson } from '../people';
import { api } from '../stage';
import { percentile } from '../timing';
import { type HostileCall, ask } from './ask';

/**
 * Between two rounds of an agent. Who replies more often than people do is no
 * agent to the desk, and waits among those who ask for much.
 */
const PAUSE_MS = 5_000;

export const callNames = ['list', 'ticket', 'reply'] as const;
export type CallName = (typeof callNames)[number];

/** What an agent noticed of their own calls. */
export interface Work {
  /** Milliseconds. */
  readonly times: Readonly<Record<CallName, number[]>>;
  /** How often each status was answered. */
  readonly statuses: Record<string, number>;
}

export const p95 = ({ times }: Work, name: CallName): number =>
  percentile(times[name], 0.95);

/** Agents at work at the same time, each a moment after the one before. */
export async function agentsAtWork(
  agents: readonly AgentPerson[],
  url: string,
): Promise<(seconds: number) => Promise<Work>> {
  const each = await Promise.all(agents.map(agent => agentAtWork(agent, url)));
  return async seconds =>
    together(
      await Promise.all(
        each.map(async (work, index) => {
          await sleep((index * PAUSE_MS) / each.length);
          return work(seconds);
        }),
      ),
    );
}

function together(works: readonly Work[]): Work {
  const statuses: Record<string, number> = {};
  for (const work of works) {
    for (const [status, count] of Object.entries(work.statuses)) {
      statuses[status] = (statuses[status] ?? 0) + count;
    }
  }
  const timesOf = (name: CallName) => works.flatMap(({ times }) => times[name]);
  return {
    times: {
      list: timesOf('list'),
      ticket: timesOf('ticket'),
      reply: timesOf('reply'),
    },
    statuses,
  };
}

/** An agent who looks at the open tickets of their team, at one, and replies. */
async function agentAtWork(
  { token, team }: AgentPerson,
  url: string,
): Promise<(seconds: number) => Promise<Work>> {
  const list = `${api}/tickets?state=open&team=${encodeURIComponent(team)}`;
  const { text } = await ask(url, { path: list, token });
  const [{ id }] = JSON.parse(text).items;
  const calls: Record<CallName, HostileCall> = {
    list: { path: list },
    ticket: { path: `${api}/tickets/${id}?include=messages` },
    reply: {
      method: 'POST',
      path: `${api}/tickets/${id}/messages`,
      body: { kind: 'note', body: 'Still looking into it.' },
    },
  };
  return async seconds => {
    const end = Date.now() + seconds * 1_000;
    const work: Work = {
      times: { list: [], ticket: [], reply: [] },
      statuses: {},
    };
    while (Date.now() < end) {
      for (const name of callNames) {
        const begin = performance.now();
        const { status } = await ask(url, { ...calls[name], token });
        work.times[name].push(performance.now() - begin);
        work.statuses[status] = (work.statuses[status] ?? 0) + 1;
      }
      await sleep(PAUSE_MS);
    }
    return work;
  };
}

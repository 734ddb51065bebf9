import { say } from '../tools';
import type { Settling } from '../measure';
import { type CallName, type Work, callNames, p95 } from './agent';
import type { Answers } from './attack';

/** How much longer than in quiet an agent may wait. */
const TARGET = 3;

/** What agents experience while clients attack, and how much memory it takes. */
export interface Phase extends Settling {
  readonly name: string;
  readonly busy: Work;
  readonly answers: Answers;
  /** At the start, in the middle, at the end. */
  readonly memory: readonly number[];
}

/** Such as `p95 list 30.1 ms (2.4 ×), …`. */
export function workText(busy: Work, quiet?: Work): string {
  return `p95 ${callNames
    .map(name => {
      const time = p95(busy, name);
      const times = quiet ? ` (${rounded(time / p95(quiet, name))} ×)` : '';
      return `${name} ${rounded(time)} ms${times}`;
    })
    .join(', ')}`;
}

/** Shows what came of all phases, and gives it as JSON. */
export function showPhases(quiet: Work, phases: readonly Phase[]): object {
  say();
  for (const {
    name,
    busy,
    answers,
    memory,
    notifications,
    notificationsMs,
  } of phases) {
    const slow = callNames.filter(
      call => p95(busy, call) > TARGET * p95(quiet, call),
    );
    const refused = Object.keys(busy.statuses).filter(
      status => status === '401' || Number(status) >= 500,
    );
    say(
      `${name}: more than ${TARGET} times as long: ${slow.join(', ') || 'nothing'}; refused: ${refused.join(', ') || 'never'}; memory ${memory.join(', ')} MB at the start, in the middle, at the end; ${notifications} notifications had to be sent still, ${Math.round(notificationsMs / 1000)} s`,
    );
    for (const [kind, statuses] of Object.entries(answers)) {
      say(`  ${kind}: ${statusesText(statuses)}`);
    }
  }
  return {
    quietP95Ms: figures(quiet),
    hostile: phases.map(({ name, busy, answers, memory, ...settling }) => ({
      name,
      p95Ms: figures(busy),
      agentStatuses: busy.statuses,
      answers,
      memoryMb: memory,
      ...settling,
    })),
  };
}

function figures(work: Work): Partial<Record<CallName, number>> {
  return Object.fromEntries(
    callNames.map(name => [name, rounded(p95(work, name))]),
  );
}

function rounded(number: number): number {
  return Number(number.toFixed(2));
}

function statusesText(statuses: Record<string, number>): string {
  return Object.entries(statuses)
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ');
}

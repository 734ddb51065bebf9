import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, untilSettled } from '../measure';
import { profiled } from '../profiled';
import { megabytes } from '../report';
import type { Stage } from '../stage';
import { during, end as endChild, inRoot, stopAtEnd, Trouble } from '../tools';
import { type Work, agentsAtWork } from './agent';
import type { Answers, Attack } from './attack';
import { type Phase, showPhases, workText } from './report';

/** How many agents are at work while hostile clients attack. */
const AGENTS = 8;

/** Answered by the portal before the desk hears of them. */
const BEFORE_THE_DESK = 'bad tokens';

type AgentWork = (seconds: number) => Promise<Work>;

/**
 * Measures how hostile clients slow agents down: how long their lists, a
 * ticket and a reply take in quiet, while such clients of one kind do what they
 * can, and while those of all kinds do. All of it goes to this machine alone,
 * and ends on its own.
 *
 * @param kinds - those that attack; all of them where none is named
 * @param seconds - how long those of all kinds attack at once
 * @param clients - how many there are of each kind
 */
export async function withstand(
  stage: Stage,
  bench: Bench,
  {
    kinds: wanted,
    seconds,
    clients,
  }: { kinds: readonly string[]; seconds: number; clients: number },
): Promise<object> {
  const work = await agentsAtWork(stage.agents.slice(0, AGENTS), bench.url);
  await work(bench.seconds);
  const quiet = await during(
    'in quiet',
    () => work(bench.seconds),
    result => workText(result),
  );
  const phases: Phase[] = [];
  for (const { name, kinds, time } of phasesOf(
    wanted,
    bench.seconds,
    seconds,
  )) {
    const order = {
      url: bench.url,
      kinds,
      clients,
      tokens: stage.requesters.map(({ token }) => token),
      seconds: time,
    };
    phases.push(
      await during(
        name,
        () => runPhase(name, order, { work, bench }),
        ({ busy }) => workText(busy, quiet),
      ),
    );
  }
  return showPhases(quiet, phases);
}

function phasesOf(kinds: readonly string[], each: number, all: number) {
  const single = kinds.map(kind => ({ name: kind, kinds: [kind], time: each }));
  if (kinds.length === 1) {
    return single;
  }
  const others = kinds.filter(kind => kind !== BEFORE_THE_DESK);
  return [
    ...single,
    ...(others.length < kinds.length
      ? [{ name: `all but ${BEFORE_THE_DESK}`, kinds: others, time: all }]
      : []),
    { name: 'all at once', kinds, time: all },
  ];
}

async function runPhase(
  name: string,
  order: Attack,
  { work, bench }: { work: AgentWork; bench: Bench },
): Promise<Phase> {
  const { seconds } = order;
  const first = await rss(bench);
  const middle = sleep(seconds * 500).then(() => rss(bench));
  const { result } = await profiled(name.replaceAll(' ', '-'), bench, () =>
    Promise.all([work(seconds), attack(order)]),
  );
  const [busy, answers] = result;
  const memory = [first, await middle, await rss(bench)];
  // what they have left to do has to end before others are measured
  await sleep(2_000);
  const { notifications, notificationsMs } = await untilSettled(bench.client);
  return {
    name,
    busy,
    answers,
    memory,
    notifications,
    notificationsMs,
  };
}

function attack(order: Attack): Promise<Answers> {
  const child = fork(inRoot('packages/bench/src/hostile/attack.ts'), {
    execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
  });
  stopAtEnd(() => endChild(child));
  child.send(order);
  return new Promise((resolve, reject) => {
    child.on('message', ({ answers }: { answers?: Answers }) => {
      // what compiles TypeScript says over it which files it reads
      if (answers) {
        resolve(answers);
      }
    });
    child.once('exit', code =>
      reject(new Trouble(`The hostile clients ended (exit code ${code}).`)),
    );
  });
}

async function rss({ order }: Bench): Promise<number> {
  return megabytes((await order('memory')).rss);
}

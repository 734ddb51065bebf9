/**
 * Runs hostile clients, in a process of its own so that they take no time from
 * the measurement. All of it goes to this machine alone and ends on its own.
 */
import { setPriority } from 'node:os';
import { hostileClients } from './clients';

/** No client sends more than this, however quickly it is answered. */
const MOST_REQUESTS = 20_000;

/** As if they ran elsewhere: the desk and its database come first. */
const LOW_PRIORITY = 10;

export interface Attack {
  readonly url: string;
  readonly kinds: readonly string[];
  /** How many of each kind. */
  readonly clients: number;
  readonly tokens: readonly string[];
  readonly seconds: number;
}

/** How often each kind got which status, or error code. */
export type Answers = Record<string, Record<string, number>>;

async function attack(order: Attack): Promise<Answers> {
  const { url, kinds, clients, tokens, seconds } = order;
  const end = Date.now() + seconds * 1_000;
  const answers: Answers = Object.fromEntries(kinds.map(kind => [kind, {}]));
  await Promise.all(
    kinds.flatMap(kind =>
      Array.from({ length: clients }, async (_, index) => {
        const token = tokens[index % tokens.length];
        for (
          let sent = 0;
          sent < MOST_REQUESTS && Date.now() < end;
          sent += 1
        ) {
          const status: number | string = await hostileClients[kind]({
            url,
            token,
            end,
            sent,
          }).catch(({ code }) => code ?? 'cut off');
          answers[kind][status] = (answers[kind][status] ?? 0) + 1;
        }
      }),
    ),
  );
  return answers;
}

process.once('message', async (order: Attack) => {
  setPriority(LOW_PRIORITY);
  process.send?.({ answers: await attack(order) }, () => process.disconnect());
});

/**
 * Runs hostile clients, in a process of its own so that they take no time from
 * whoever measures. All of it goes to this machine alone and ends by itself.
 */
import { setPriority } from 'node:os';
import { hostileClients } from './clients.mjs';

/** No client sends more than this, however quickly it is answered. */
const MOST_REQUESTS = 20_000;

/** As if they ran elsewhere: the desk and its database come first. */
const LOW_PRIORITY = 10;

/**
 * @param {{ url: string, kinds: string[], clients: number, tokens: string[], seconds: number }} order
 * @returns how often each kind was answered with what
 */
async function attack({ url, kinds, clients, tokens, seconds }) {
  const end = Date.now() + seconds * 1_000;
  const answers = Object.fromEntries(kinds.map(kind => [kind, {}]));
  await Promise.all(
    kinds.flatMap(kind =>
      Array.from({ length: clients }, async (_, index) => {
        const token = tokens[index % tokens.length];
        for (
          let sent = 0;
          sent < MOST_REQUESTS && Date.now() < end;
          sent += 1
        ) {
          const status = await hostileClients[kind]({
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

process.once('message', async order => {
  setPriority(LOW_PRIORITY);
  process.send(await attack(order), () => process.disconnect());
});

import { Connection } from '../Connection';
import { type Bench, untilSettled } from '../measure';
import { megabytes } from '../report';
import type { Stage } from '../stage';
import { during, say } from '../tools';
import { measureIn } from './incoming';
import type { MailService } from './mailService';
import { measureOut, measureReplies } from './outgoing';
import { untilWritersAreKnown } from './writers';

export { type MailService, startMailService } from './mailService';

/**
 * Measures a desk with mail: how many mails go out in a second, how long one
 * takes after a reply, and how many of a full mailbox come in in a second.
 */
export async function measureMail(
  stage: Stage,
  bench: Bench,
  service: MailService,
): Promise<object> {
  const connection = new Connection(bench.url);
  await untilWritersAreKnown(connection, stage.admin, service.writers);
  connection.close();
  const { tickets, ...out } = await during(
    'mails out',
    () => measureOut(stage, bench, service),
    ({ perSecond }) => `${perSecond.toFixed(0)}/s`,
  );
  const reply = await during(
    'from a reply to its mail',
    () => measureReplies(tickets, bench, service),
    ({ p50Ms, p95Ms }) =>
      `p50 ${p50Ms.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms`,
  );
  await untilSettled(bench.client);
  const beforeRssMb = megabytes((await bench.order('memory')).rss);
  const incoming = await during(
    'mails in',
    () => measureIn(stage, bench, service),
    ({ perSecond }) => `${perSecond.toFixed(0)}/s`,
  );
  const { begunAfterMs, mostRssMb, filed, replied } = incoming;
  say(
    `The first mail was kept after ${begunAfterMs.toFixed(0)} ms; ${filed} tickets and ${replied} replies came of them. The backend took ${beforeRssMb} MB before, and at most ${mostRssMb.join(' MB, in the second half ')} MB.`,
  );
  const settling = await untilSettled(bench.client);
  return {
    out,
    reply,
    in: { ...incoming, ...settling },
    beforeRssMb,
  };
}

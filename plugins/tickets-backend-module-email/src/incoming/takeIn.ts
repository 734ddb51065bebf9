import type { TakeInContext, Verdict } from './TakeInContext';
import { LOOKS_BACK, isTooMany } from './caps';
import { findTicket } from './findTicket';
import { authenticationText } from './mime/authentication';
import { isAutomatic } from './mime/isAutomatic';
import type { IncomingMail } from './mime/readMail';
import type { PreparedMail } from './prepareMail';
import { type Sender, senderOf } from './senderOf';
import type { IncomingMailRow } from './store/rows';
import { writeMessage } from './writeMessage';

/**
 * Takes in a mail: it becomes a ticket, a reply or a note, or what is known of
 * another mail; or it says why it does not.
 *
 * @throws Error where it may succeed later
 */
export async function takeIn(
  context: TakeInContext,
  row: IncomingMailRow,
  { mail, cause }: Pick<PreparedMail, 'mail' | 'cause'>,
): Promise<Verdict> {
  const done = await context.desk.resultOf(row.fingerprint);
  if (done !== undefined) {
    return JSON.parse(done);
  }
  if (!mail) {
    return { reason: 'unreadable', detail: cause };
  }
  const authentication = authenticationText(
    mail.authentication(context.authenticationServer),
  );
  if (authentication !== '') {
    await context.store.setAuthentication(row.id, authentication);
  }
  if (mail.report) {
    const known = await context.mails.recordReport(mail.report);
    return known
      ? { outcome: 'report' }
      : { reason: 'unmatched-report', detail: mail.report.cause };
  }
  if (isAutomatic(mail) && !row.released) {
    return { reason: 'automatic' };
  }
  const sender = await senderOf(context, row, mail);
  return 'reason' in sender ? sender : act(context, row, mail, sender);
}

async function act(
  context: TakeInContext,
  row: IncomingMailRow,
  mail: IncomingMail,
  sender: Sender,
): Promise<Verdict> {
  const { desk, store, clock } = context;
  const found = await findTicket(mail, {
    desk: desk.as(sender.ref),
    addressed: sender.ticketId,
    ticketsOf: ids => store.ticketsOf(ids),
  });
  const ticket = found?.ticket;
  // what only those see who see the ticket from inside
  const inside = ticket?.status !== undefined;
  // a reply address proves nothing at other tickets
  const proven =
    sender.proven && (sender.vouched || sender.ticketId === found?.key);
  if (inside && !proven) {
    return { reason: 'unproven-agent', detail: ticket?.number };
  }
  const times = await store.timesOf(
    // as it is stored
    row.sender ?? '',
    new Date(clock().getTime() - LOOKS_BACK),
    { before: row.id, ticketId: proven ? ticket?.id : undefined },
  );
  if (!row.released && isTooMany(times, clock())) {
    return { reason: 'too-many' };
  }
  const verdict = await writeMessage(context, row, mail, {
    sender,
    ticket,
    inside,
  });
  if ('outcome' in verdict) {
    await context.mails.revive(mail.from[0] ?? '');
  }
  return verdict;
}

import type { FileTicketRequest } from '@portaldesk/plugin-tickets-common';
import { copiedPeople } from './copiedPeople';
import type { IncomingMail } from './mime/readMail';
import { ruleFor } from './ruleFor';
import type { TakeInContext } from './TakeInContext';

/** What the operator says of a ticket that a mail to this mailbox opens. */
export async function newTicketSettings(
  {
    mailboxes,
    addRecipients,
    usersWithAddress,
    authenticationServer,
  }: Pick<
    TakeInContext,
    'mailboxes' | 'addRecipients' | 'usersWithAddress' | 'authenticationServer'
  >,
  mailboxId: string,
  { mail, senderRef }: { mail: IncomingMail; senderRef: string },
): Promise<Pick<FileTicketRequest, 'category' | 'priority' | 'team' | 'cc'>> {
  const mailbox = mailboxes.find(({ id }) => id === mailboxId);
  const rule = ruleFor(
    mail,
    mailbox?.rules ?? [],
    mail.authentication(authenticationServer),
  );
  const category = rule?.category ?? mailbox?.category;
  const priority = rule?.priority ?? mailbox?.priority;
  const cc = addRecipients
    ? await copiedPeople(mail, senderRef, usersWithAddress)
    : [];
  return {
    ...(category && { category }),
    ...(priority && { priority }),
    ...(rule?.team && { team: rule.team }),
    ...(cc.length > 0 && { cc }),
  };
}

import { isError } from '@backstage/errors';
import type { Ticket, TicketsApi } from '@portaldesk/plugin-tickets-common';
import type { IncomingMail } from './mime/readMail';

/** Identifiers of the desk's own mails name the ticket. */
const OWN_ID = /^<ticket\.([0-9a-f-]{36})[.@]/i;

/** Of how many candidates it is asked whether they are the ticket. */
const MAX_CANDIDATES = 20;

/**
 * The ticket that a mail belongs to: by the address that it was sent to, by
 * the mails that it answers to, by a number in the subject; the first one that
 * the sender may reply to, with what named it.
 */
export async function findTicket(
  mail: Pick<IncomingMail, 'answersTo' | 'subject'>,
  {
    desk,
    addressed,
    ticketsOf,
  }: {
    /** As the sender uses it. */
    desk: Pick<TicketsApi, 'getTicket'>;
    /** By the reply address. */
    addressed?: string;
    /** Of mails that were taken in. */
    ticketsOf: (messageIds: readonly string[]) => Promise<string[]>;
  },
): Promise<{ ticket: Ticket; key: string } | undefined> {
  const named = mail.answersTo.flatMap(id => OWN_ID.exec(id)?.[1] ?? []);
  const answered =
    mail.answersTo.length > 0
      ? await ticketsOf(mail.answersTo.slice(0, MAX_CANDIDATES))
      : [];
  const candidates = [
    ...(addressed ? [addressed] : []),
    ...named,
    ...answered,
    ...numbersIn(mail.subject),
  ];
  for (const key of [...new Set(candidates)].slice(0, MAX_CANDIDATES)) {
    const ticket = await readable(desk, key);
    if (ticket?.allowedActions.includes('reply')) {
      return { ticket, key };
    }
  }
  return undefined;
}

/** `[T2026-00012]`, as the desk writes it, and `[Desk #T2026-00012]`. */
export function numbersIn(subject: string): string[] {
  return [...subject.matchAll(/\[(?:[^\][]*#)?([^\][\s#]{1,64})\]/g)].map(
    ([, number]) => number,
  );
}

async function readable(
  desk: Pick<TicketsApi, 'getTicket'>,
  key: string,
): Promise<Ticket | undefined> {
  try {
    return await desk.getTicket(key);
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}

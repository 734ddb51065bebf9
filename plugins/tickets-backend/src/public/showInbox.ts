import { NotFoundError } from '@backstage/errors';
import type { Caller } from '../desk/Caller';
import { unreadMessages } from '../desk/anonymous/deleteUnread';
import type { Answer, PublicContext, Visit } from './PublicContext';
import { inboxPage } from './pages/inboxPage';
import type { ShownInbox, ShownReport } from './pages/inboxParts';

/** An inbox that a person has opened. */
export interface OpenedInbox {
  /** Secret of the token that the pages carry along. */
  readonly session: string;
  readonly caller: Caller;
}

/** Most reports of one inbox: the first, and those that followed it. */
const MAX_REPORTS = 10;

/** The page of an inbox, as things stand now. */
export async function showInbox(
  context: PublicContext,
  visit: Visit,
  { session, caller }: OpenedInbox,
  rest: Pick<ShownInbox, 'notice' | 'failure' | 'draft' | 'errors'> = {},
  status = 200,
): Promise<Answer> {
  const page = inboxPage(visit.page, {
    session,
    mark: context.marks.make(),
    reporter: caller.ref,
    reports: await reportsOf(context, caller),
    ...rest,
  });
  return { page, status };
}

/** The newest first; those that were merged are where they went. */
async function reportsOf(
  { context, desk }: PublicContext,
  caller: Caller,
): Promise<ShownReport[]> {
  const { reporters } = context.store;
  const reports = new Map<string, ShownReport>();
  for (const id of await reporters.ticketsOf(caller.ref, MAX_REPORTS)) {
    const { messages, ...ticket } = await desk
      .getTicket(caller, id, { include: 'messages' })
      .catch(withoutGone);
    if (ticket.id !== undefined && !reports.has(ticket.id)) {
      reports.set(ticket.id, {
        ticket,
        messages: messages?.items ?? [],
        hasOlder: messages?.nextCursor !== undefined,
        unread: await unreadMessages(context, caller, ticket.id),
      });
    }
  }
  return [...reports.values()];
}

function withoutGone(error: unknown): { messages?: undefined; id?: undefined } {
  if (error instanceof NotFoundError) {
    return {};
  }
  throw error;
}

import { randomUUID } from 'node:crypto';
import type { FileTicketRequest } from '@portaldesk/plugin-tickets-common';
import type { ReportChannel } from '../../config/DeskConfig';
import type { Caller } from '../Caller';
import { IdempotentRequest } from '../IdempotentRequest';
import type { DeskContext } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import { openTicket } from '../filing/openTicket';
import { prepareFiling } from '../filing/prepareFiling';
import type { Tokens } from '../tokens/Tokens';
import { newWords } from '../tokens/secrets';

/** What a person reports; files are uploaded as this reporter. */
export type AnonymousReport = Pick<
  FileTicketRequest,
  'subject' | 'message' | 'category' | 'attachments'
>;

/** All reports are sent as one person, so that one form is never two reports. */
const SENDER = 'anonymous-reporter:default/form';

/**
 * Files the ticket of an anonymous reporter, who is its requester. It is
 * confidential, belongs to no organisation, and is routed like others.
 *
 * @param caller - a new reporter
 * @param form - marks the form: what is sent twice is one report
 * @returns the words that open the inbox; undefined when the form was sent
 *   before, since nobody can find them out again
 * @throws InvalidRequestError at what is wrong
 */
export async function reportAnonymously(
  context: DeskContext,
  tokens: Tokens,
  caller: Caller,
  channel: ReportChannel,
  { report, form }: { readonly report: AnonymousReport; readonly form: string },
): Promise<string | undefined> {
  const sender = { ...caller, ref: SENDER };
  const idempotent = new IdempotentRequest(
    context,
    sender,
    { idempotencyKey: form },
    // a form is sent once, whatever was changed in it since
    { operation: 'report', request: { channel: channel.id } },
  );
  if ((await idempotent.resultBefore()) !== undefined) {
    return undefined;
  }
  const filing = await prepareFiling(
    context,
    caller,
    requestOf(channel, report),
    'public',
  );
  return context.store.transaction(async store => {
    const id = randomUUID();
    if ((await idempotent.claim(store, id)) !== undefined) {
      return undefined;
    }
    await openTicket(context, store, caller, {
      ...filing,
      id,
      filed: {
        ...filing.filed,
        visibility: 'confidential',
        organisation: null,
        organisationAccess: false,
      },
    });
    await store.reporters.insert(caller.ref, channel.id);
    return tokens.within(store).issue('inbox', caller.ref, newWords());
  });
}

/** @throws InvalidRequestError for a category that is not one of the channel */
function requestOf(
  { categories, team }: ReportChannel,
  { category, ...content }: AnonymousReport,
): FileTicketRequest {
  const needsCategory = categories.length > 0;
  if (needsCategory && !categories.includes(category ?? '')) {
    throw new InvalidRequestError([
      issueAt('category', 'choose one of the categories', 'not-configured'),
    ]);
  }
  return {
    ...content,
    ...(needsCategory && { category }),
    ...(team !== undefined && { team }),
  };
}

import { randomUUID } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import type {
  FileTicketRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { TicketChange } from '../../domain/TicketChange';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskStore } from '../../store/DeskStore';
import type { Caller } from '../Caller';
import type { Delivery } from '../Desk';
import { IdempotentRequest } from '../IdempotentRequest';
import { saveChange } from '../changeTicket';
import { type DeskContext, callersScope } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import { requireOwnFields } from './filingCategory';
import { openTicket } from './openTicket';
import { prepareFiling } from './prepareFiling';
import { presentTicket } from '../present';
import { type ReadableTicket, readableTicket } from '../readableTicket';
import { recordRelated } from './relatedTicket';
import { refusal } from '../refusal';

type Link = NonNullable<FileTicketRequest['link']>;

/**
 * Files a ticket for the caller or on behalf of another person, and routes it
 * to its team.
 *
 * @throws InvalidRequestError at what is wrong in the request
 * @throws NotAllowedError for fields that only agents may set
 * @throws ConflictError when the idempotency key was used for another request
 */
export async function fileTicket(
  context: DeskContext,
  caller: Caller,
  request: FileTicketRequest,
  delivery: Delivery = {},
): Promise<Ticket> {
  const idempotent = new IdempotentRequest(context, caller, delivery, {
    operation: 'file',
    request,
  });
  const before = await idempotent.resultBefore();
  if (before !== undefined) {
    return filedBefore(context, context.store, caller, before);
  }
  requireRightToSay(context, caller, request);
  if (request.link) {
    requireInside(await linkedTicket(context, caller, request.link));
  }
  const filing = await prepareFiling(
    context,
    caller,
    request,
    delivery.channel ?? 'portal',
  );
  return context.store.transaction(async store => {
    const { link } = request;
    // before the key is claimed, as everywhere: tickets are held first
    const other =
      link &&
      (await linkedTicket(context, caller, link, key =>
        store.tickets.lock(key),
      ));
    const id = randomUUID();
    const done = await idempotent.claim(store, id);
    if (done !== undefined) {
      return filedBefore(context, store, caller, done);
    }
    const { ticket } = await openTicket(context, store, caller, {
      ...filing,
      id,
      links: link && other ? [{ type: link.type, to: other.ticket }] : [],
    });
    if (link && other) {
      await notifyLinked(context, store, caller, { link, other, ticket });
    }
    return presentTicket(context.config, callersScope(context, caller), ticket);
  });
}

/** The ticket that an earlier request made, as the caller may see it now. */
async function filedBefore(
  context: DeskContext,
  store: DeskStore,
  caller: Caller,
  id: string,
): Promise<Ticket> {
  const { ticket, scope } = await readableTicket(context, caller, id, key =>
    store.tickets.find(key),
  );
  return presentTicket(context.config, scope, ticket);
}

/** @throws NotAllowedError for fields that only agents may set */
function requireRightToSay(
  context: DeskContext,
  caller: Caller,
  request: FileTicketRequest,
): void {
  const { agent, admin } = callersScope(context, caller);
  if (!agent && !admin) {
    requireOwnFields(request, caller);
  }
}

/** @throws InvalidRequestError when the ticket does not exist for the caller */
async function linkedTicket(
  context: DeskContext,
  caller: Caller,
  link: Link,
  find?: DeskStore['tickets']['find'],
): Promise<ReadableTicket> {
  try {
    return await readableTicket(context, caller, link.ticket, find);
  } catch (error) {
    if (error instanceof NotFoundError) {
      throw new InvalidRequestError([
        issueAt('link.ticket', error.message, 'ticket-not-found'),
      ]);
    }
    throw error;
  }
}

/** @throws NotAllowedError unless the caller sees the ticket from inside */
function requireInside({ access }: ReadableTicket): void {
  if (!access.inside) {
    throw refusal(
      'other-ticket-not-allowed',
      'link.ticket: you may not link that ticket to others',
    );
  }
}

/**
 * The link also appears in the other ticket's history, so the caller has to be
 * one of its agents.
 *
 * @throws NotAllowedError unless they see it from inside
 */
async function notifyLinked(
  context: DeskContext,
  store: DeskStore,
  caller: Caller,
  {
    link,
    other,
    ticket,
  }: { link: Link; other: ReadableTicket; ticket: StoredTicket },
): Promise<void> {
  requireInside(other);
  const change = new TicketChange(
    context.config,
    caller.ref,
    ticket.createdAt,
    other.ticket,
  );
  recordRelated({ change }, link.type, ticket);
  await saveChange(context, store, {
    before: other.ticket,
    change,
    actor: caller,
    side: other.access.side,
  });
}

import { ServiceUnavailableError, isError } from '@backstage/errors';
import type {
  BulkChange,
  BulkRequest,
  BulkResult,
  BulkResults,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { versionFor } from '../../domain/versions';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { Caller } from '../Caller';
import type { Desk, TicketTarget } from '../Desk';
import type { ThrottledLogger } from '../ThrottledLogger';
import { type DeskContext, callersScope } from '../context';
import { errorCodeOf } from '../errorCode';
import { InvalidRequestError, StaleTicketError, issueAt } from '../errors';
import { ticketAccess } from '../present';
import { readableTickets } from '../readableTicket';
import { whatItWas } from './whatItWas';

/**
 * Makes the same change to many tickets, one after the other, each in a
 * transaction of its own: a failure with one does not affect the others.
 *
 * @param desk - makes the single changes
 * @throws InvalidRequestError if the change changes nothing
 */
export async function changeMany(
  { desk, context }: { readonly desk: Desk; readonly context: DeskContext },
  caller: Caller,
  { tickets, change }: BulkRequest,
): Promise<BulkResults> {
  requireSomeChange(change);
  const { throttledLogger } = context;
  // a ticket that is listed by its id and its number, or by the number of a
  // merged ticket, is changed once; the change itself refuses tickets that the
  // caller may not read
  const found = await readableTickets(context, caller, tickets);
  const outcomes = new Map<string, Outcome>();
  const items: BulkResult[] = [];
  for (const ticket of tickets) {
    const before = found.get(ticket);
    const id = before?.id ?? ticket;
    const outcome =
      outcomes.get(id) ??
      (await changeAsRead(
        { desk, context },
        caller,
        { id, before },
        change,
      ).catch((error: unknown) => failure(error, throttledLogger, ticket)));
    outcomes.set(id, outcome);
    items.push({ ticket, ...outcome });
  }
  return { items: await withVersions(context, caller, items) };
}

/** Adds the versions of tickets whose change does not return them. */
async function withVersions(
  context: DeskContext,
  caller: Caller,
  items: BulkResult[],
): Promise<BulkResult[]> {
  const sent = items.filter(({ status }) => status === 201);
  if (sent.length === 0) {
    return items;
  }
  const keys = sent.map(({ ticket }) => ticket);
  const tickets = await readableTickets(context, caller, keys).catch(
    (error: unknown) => {
      // the changes were made, and are reported even without versions
      context.throttledLogger.warn(
        'bulk versions',
        'Could not read the versions of tickets after a bulk change',
        error,
      );
      return new Map<string, StoredTicket>();
    },
  );
  return items.map(item => {
    const version = tickets.get(item.ticket)?.version;
    return item.status === 201 && version !== undefined
      ? { ...item, version }
      : item;
  });
}

type Outcome = Omit<BulkResult, 'ticket'>;

/**
 * Makes the change of the ticket as it was read: only then it is known what of it
 * was otherwise before. Where another person was faster, it is made all the same.
 */
async function changeAsRead(
  { desk, context }: { readonly desk: Desk; readonly context: DeskContext },
  caller: Caller,
  { id, before }: { readonly id: string; readonly before?: StoredTicket },
  change: BulkChange,
): Promise<Outcome> {
  const make = (version?: number) =>
    changeOne(desk, caller, { ticket: id, version }, change);
  if (!before || change.type === 'delete' || change.type === 'message') {
    return outcomeOf(await make());
  }
  const access = ticketAccess(callersScope(context, caller), before);
  try {
    return outcomeOf(await make(versionFor(access, before)), before);
  } catch (error) {
    if (error instanceof StaleTicketError) {
      return outcomeOf(await make());
    }
    throw error;
  }
}

async function changeOne(
  desk: Desk,
  caller: Caller,
  target: TicketTarget,
  change: BulkChange,
): Promise<Ticket | Outcome> {
  switch (change.type) {
    case 'delete':
      await desk.deleteTicket(caller, target);
      return { status: 204 };
    case 'message': {
      const { type: _type, ...message } = change;
      await desk.addMessage(caller, target, message);
      return { status: 201 };
    }
    case 'edit': {
      const { type: _type, ...edit } = change;
      return desk.editTicket(caller, target, edit);
    }
    case 'assignment': {
      const { type: _type, ...assignment } = change;
      return desk.handOver(caller, target, assignment);
    }
    case 'status': {
      const { type: _type, ...status } = change;
      return desk.changeStatus(caller, target, status);
    }
    case 'take-over':
      return desk.takeOver(caller, target);
    case 'solve':
    case 'close':
    case 'reopen': {
      const { type, ...end } = change;
      return desk[`${type}Ticket`](caller, target, end);
    }
    case 'archive':
      return desk.archiveTicket(caller, target);
    case 'unarchive':
      return desk.unarchiveTicket(caller, target);
    default:
      return change satisfies never;
  }
}

function outcomeOf(made: Ticket | Outcome, before?: StoredTicket): Outcome {
  if (!('allowedActions' in made)) {
    return made;
  }
  const was = whatItWas(before, made);
  return {
    status: 200,
    version: made.version,
    ...(was && { before: was }),
  };
}

function requireSomeChange({ type, ...parts }: BulkChange): void {
  const named = Object.values(parts).filter(part => part !== undefined);
  if (type === 'edit' && named.length === 0) {
    throw new InvalidRequestError([
      issueAt('change', 'change at least one field', 'nothing-to-change'),
    ]);
  }
}

/** The HTTP status of each error by which the desk refuses something. */
const statusOfRefusal: Readonly<Record<string, number>> = {
  InputError: 400,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  StaleTicketError: 412,
};

/** Failures of the desk itself are only logged. */
function failure(
  error: unknown,
  throttledLogger: ThrottledLogger,
  ticket: string,
): Outcome {
  const status = isError(error) ? statusOfRefusal[error.name] : undefined;
  if (isError(error) && status !== undefined) {
    const { name, message } = error;
    return {
      status,
      error: {
        name,
        message,
        code: errorCodeOf(error),
        ...(error instanceof InvalidRequestError && {
          issues: [...error.issues],
        }),
      },
    };
  }
  throttledLogger.error(
    'bulk change',
    `A bulk change failed on ticket ${ticket}`,
    error,
  );
  if (error instanceof ServiceUnavailableError) {
    const { name, message } = error;
    return { status: 503, error: { name, message, code: 'unavailable' } };
  }
  return {
    status: 500,
    error: {
      name: 'InternalServerError',
      code: 'internal-error',
      message: 'The change failed; the log of the desk says why',
    },
  };
}

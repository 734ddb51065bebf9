import type {
  ChangeStatusRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import type { TicketChange } from '../../domain/TicketChange';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import { requireFuture } from './postponeTicket';
import { refusal } from '../refusal';

/** The options of a status that a person sets. */
export interface StatusOptions {
  readonly notify?: boolean;
  /** When a postponed ticket returns. */
  readonly until?: string;
}

/**
 * Sets a configured status, if the workflow allows it after the present one.
 *
 * @param options - absent where a status is set along with something else; then
 *   it cannot be a postponed one
 * @throws InvalidRequestError at `status`, if there is no such status; at
 *   `until`, if it is missing for a postponed status, not in the future, or
 *   given for any other status
 * @throws ConflictError if the workflow does not allow it
 */
export function setStatus(
  context: DeskContext,
  change: TicketChange,
  to: string,
  options?: StatusOptions,
): void {
  const { statuses } = context.config;
  const from = change.state.status;
  const next = statuses.after(from).map(({ id }) => id);
  if (!statuses.has(to)) {
    throw new InvalidRequestError([
      issueAt('status', `there is no status ${to}`, 'not-configured'),
    ]);
  }
  const until = returnDate(context, to, options);
  if (from !== to && !next.includes(to)) {
    throw refusal(
      'status-not-reachable',
      `A ticket cannot go from ${from} to ${to}; it can go to: ${next.join(', ')}`,
    );
  }
  const notifiesByDefault = statuses.isEnded(to)
    ? context.config.notifyOnClose
    : true;
  change.setStatus(to, 'person', {
    notified: options?.notify ?? notifiesByDefault,
  });
  if (until) {
    change.postponeUntil(until);
  }
}

export async function changeStatus(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  { status, ...options }: ChangeStatusRequest,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    ['change-status'],
    ({ change }) => setStatus(context, change, status, options),
  );
  return ticket;
}

/** The return date, which postponed statuses need and others do not have. */
function returnDate(
  context: DeskContext,
  status: string,
  options: StatusOptions | undefined,
): Date | undefined {
  const until = options?.until;
  const postponed = context.config.statuses.isPostponed(status);
  if (postponed && until === undefined) {
    throw new InvalidRequestError([
      options
        ? issueAt(
            'until',
            `is required, because ${status} postpones the ticket`,
            'return-time-required',
            { status },
          )
        : issueAt(
            'status',
            `${status} needs a time to return: postpone the ticket instead`,
            'return-time-required',
            { status },
          ),
    ]);
  }
  if (!postponed && until !== undefined) {
    throw new InvalidRequestError([
      issueAt(
        'until',
        `cannot be set, because ${status} does not postpone the ticket`,
        'return-time-not-allowed',
        { status },
      ),
    ]);
  }
  return until === undefined ? undefined : requireFuture(context, until);
}

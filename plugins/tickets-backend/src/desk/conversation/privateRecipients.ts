import type { AddMessageRequest } from '@portaldesk/plugin-tickets-common';
import { scopeOf } from '../../domain/access/access';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskContext } from '../context';
import type { Directory } from '../Directory';
import { InvalidRequestError, issueAt } from '../errors';
import { ticketAccess } from '../present';

/** Whom a message is for beside its author, if not for all who see its kind. */
export function recipientsOf(request: AddMessageRequest): string[] {
  return request.kind === 'private' ? [...new Set(request.recipients)] : [];
}

/**
 * Checks that private messages go only to people who may read the ticket. The
 * error is the same for people who are not in the catalog, so that it does not
 * reveal who is.
 *
 * @param people - with the recipients
 * @throws InvalidRequestError at `recipients[i]`
 */
export function requireReaders(
  { config }: DeskContext,
  ticket: StoredTicket,
  recipients: readonly string[],
  people: Directory,
): void {
  const issues = recipients.flatMap((ref, index) => {
    const person = people.person(ref);
    const reads =
      person && ticketAccess(scopeOf(config.access, person), ticket).read;
    return reads
      ? []
      : [
          issueAt(
            `recipients[${index}]`,
            `${ref} cannot read this ticket`,
            'cannot-read-ticket',
          ),
        ];
  });
  if (issues.length > 0) {
    throw new InvalidRequestError(issues);
  }
}

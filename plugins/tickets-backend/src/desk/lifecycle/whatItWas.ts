import type { BulkResult, Ticket } from '@portaldesk/plugin-tickets-common';
import type { StoredTicket } from '../../store/tickets/StoredTicket';

/** What a person may set back to what it was. */
const RESTORABLE = [
  'status',
  'priority',
  'tags',
  'team',
  'assignee',
  'category',
  'visibility',
  'system',
  'slaPolicy',
] as const satisfies readonly (keyof StoredTicket & keyof Ticket)[];

const isOther = (one: unknown, other: unknown) =>
  JSON.stringify(one) !== JSON.stringify(other);

/**
 * What of a ticket was otherwise before a change, so that it can be undone.
 *
 * @param before - as it was read a moment before the change
 * @param after - as the change left it
 * @returns nothing where it was so already; undefined where the caller does not
 *   see what agents see, and where another person changed it between the two
 */
export function whatItWas(
  before: StoredTicket | undefined,
  after: Ticket,
): BulkResult['before'] {
  if (
    !before ||
    before.id !== after.id ||
    after.status === undefined ||
    after.version - before.version > 1
  ) {
    return undefined;
  }
  const was = Object.fromEntries(
    RESTORABLE.filter(name => isOther(before[name], after[name])).map(name => [
      name,
      before[name],
    ]),
  );
  const until = before.postponedUntil?.toISOString() ?? null;
  return {
    ...was,
    ...(until !== after.postponedUntil && { postponedUntil: until }),
  };
}

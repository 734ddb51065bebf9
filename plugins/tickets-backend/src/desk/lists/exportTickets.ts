import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { TicketPosition } from '../../domain/TicketPosition';
import type { ListedTicket } from '../../store/lists/listTickets';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { presentTicket } from '../present';
import { type WholeList, listConditions } from './ticketConditions';
import { sortKeyOf, sortValueOf } from './ticketSort';

/**
 * How many tickets a batch reads: few enough that others get their turn in
 * between, and that the total number does not matter.
 */
const BATCH = 100;

/** The tickets of an export, which a client may read slowly. */
export interface TicketExport {
  readonly startedAt: Date;
  /** IANA time zone of the desk. */
  readonly timeZone: string;
  /**
   * Each is read when it is asked for. Between two of them nothing is held, no
   * connection and no transaction.
   */
  readonly batches: AsyncGenerator<readonly Ticket[], void, undefined>;
}

/**
 * All tickets of a list, each as the caller may see it when the export begins.
 * Changes during the export may appear in it or not; a ticket that is not
 * changed during the export appears exactly once.
 */
export async function exportTickets(
  context: DeskContext,
  caller: Caller,
  list: WholeList,
): Promise<TicketExport> {
  const { config, store, clock } = context;
  const { sort: by, order } = list;
  const startedAt = clock();
  const scope = callersScope(context, caller);
  const where = listConditions(config, list, startedAt);
  const sort = sortKeyOf(config, by);
  const read = async (position?: TicketPosition) => {
    const page = { where, sort, order, limit: BATCH, position };
    const found = await store.lists.list(scope, {
      ...page,
      inBackground: true,
    });
    return found.tickets;
  };

  async function* batchesFrom(first: readonly ListedTicket[]) {
    let found = first;
    while (found.length > 0) {
      yield found.map(ticket => presentTicket(config, scope, ticket));
      const last = found[found.length - 1];
      const value = sortValueOf(config, by, last);
      found =
        found.length < BATCH
          ? []
          : await read({ value, id: last.id, way: 'after' });
    }
  }

  return {
    startedAt,
    timeZone: config.numbering.timeZone,
    batches: batchesFrom(await read()),
  };
}

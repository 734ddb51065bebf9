import type { DeskContext } from '../desk/context';
import { type TicketState, applyEvent } from '../domain/ticketState';
import type { StoredEvent } from '../store/events/StoredEvent';

/**
 * What events make of a ticket, oldest first.
 *
 * @param before - the ticket before the first of them; undefined when there
 *   was none
 */
export function replay(
  { config }: Pick<DeskContext, 'config'>,
  events: readonly StoredEvent[],
  before?: TicketState,
): TicketState | undefined {
  return events.reduce<TicketState | undefined>(
    (state, event) => applyEvent(config, state, event),
    before,
  );
}

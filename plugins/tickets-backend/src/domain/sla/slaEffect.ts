import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import type { NewEvent } from '../ticketState';

/**
 * The effect of an event on the deadlines of its ticket.
 *
 * - `clock`: it decides when the clock runs or which targets apply, or it
 *   records a warning or breach; each one counts
 * - `reply`: the team replied; the first one and the last one count
 * - `act`: something else that ends inactivity; the last one counts
 */
export type SlaEffect = 'clock' | 'reply' | 'act';

/**
 * A reply of the requester's side does not end inactivity, which is about the
 * team. Neither does a private message, because that would reveal it, nor a
 * change by the desk itself.
 *
 * @returns null when it has none
 */
export function slaEffectOf({
  actor,
  detail,
}: Pick<NewEvent, 'actor' | 'detail'>): SlaEffect | null {
  switch (detail.type) {
    case 'filed':
    case 'status-changed':
    case 'merged-into':
    case 'sla-warned':
    case 'sla-breached':
      return 'clock';
    case 'edited':
      return detail.field === 'priority' || detail.field === 'slaPolicy'
        ? 'clock'
        : null;
    case 'replied':
      return detail.side === 'team' ? 'reply' : null;
    case 'noted':
    case 'assigned':
    case 'moved':
      return actor === DESK_ACTOR ? null : 'act';
    default:
      return null;
  }
}

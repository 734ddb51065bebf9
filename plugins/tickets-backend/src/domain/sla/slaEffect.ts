import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import type { NewEvent } from '../ticketState';

/**
 * What an event means to the deadlines of its ticket.
 *
 * - `clock`: it decides when the clock runs, or by which targets, or says what
 *   was told; each one counts
 * - `reply`: the team replied; the first one and the last one count
 * - `act`: something else that ends inactivity; the last one counts
 */
export type SlaEffect = 'clock' | 'reply' | 'act';

/**
 * A reply of the requester's side ends no inactivity: it is the team that is
 * not to leave the ticket alone. A private message does not either, since that
 * would show that there is one, nor does what the desk does by itself.
 *
 * @returns null when it means nothing to them
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

import { z } from 'zod';

/**
 * What a caller may do to one ticket.
 *
 * - `reply`, `note`, `message-privately`: the three kinds of messages
 * - `redact`: remove what a message says, or its files
 * - `edit`: the subject, the fields of the form, the assets and linked entities
 * - `classify`: category, priority, visibility, tags, system, SLA policy, and
 *   whether the requester's side is notified
 * - `take-over` makes the caller the assignee, `hand-over` chooses assignee and
 *   team
 * - `change-status`, `postpone`, `solve`, `close`, `reopen`, `archive`,
 *   `unarchive`: its lifecycle
 * - `watch`: be notified of changes
 * - `share`: add and remove people and groups, grant and revoke the
 *   organisation's access, name watchers
 * - `link`, `merge`, `split`, `create-work-order`: how tickets belong together
 * - `rate`: say how good the service was
 * - `delete`: remove the ticket with all that belongs to it
 * @public
 */
export const ticketActionSchema = z.enum([
  'reply',
  'note',
  'message-privately',
  'redact',
  'edit',
  'classify',
  'take-over',
  'hand-over',
  'change-status',
  'postpone',
  'solve',
  'close',
  'reopen',
  'archive',
  'unarchive',
  'watch',
  'share',
  'link',
  'merge',
  'split',
  'create-work-order',
  'rate',
  'delete',
]);

/** {@inheritDoc ticketActionSchema} @public */
export type TicketAction = z.infer<typeof ticketActionSchema>;

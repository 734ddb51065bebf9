import { z } from 'zod';

/**
 * What people are notified of.
 *
 * - `filed`: a person filed a ticket for themselves and gets a confirmation
 * - `filed-on-behalf`: an agent filed a ticket for another person
 * - `replied`, `noted`, `private-message-added`: a message of that kind was added
 * - `assigned`, `unassigned`: the ticket has a new assignee, or lost its former
 *   one; each of the two is notified
 * - `queued`: the ticket has no assignee and waits in the queue of its team
 * - `moved`: another team owns the ticket now
 * - `merged`, `joined`: the ticket was merged into another one, or another one
 *   into it
 * - `added`: a person was added to the ticket and is notified of it
 * - `access-lost`: a change took access from the recipients; it names nothing of
 *   the ticket but its number
 * - `answer-expected`: an agent waits for the requester's answer
 * - `priority-changed`: the priority changed
 * - `postponed`: the ticket is postponed until a date
 * - `solved`, `closed`, `reopened`: the work ended or began again
 * - `returned`: a postponed ticket is work again
 * - `rated`: the requester rated the service
 * - `sla-warning`, `sla-breach`: a deadline is close, or has passed
 * - `changed`, `deleted`: for screens that show the ticket, not for people
 * @public
 */
export const notificationEventSchema = z.enum([
  'filed',
  'filed-on-behalf',
  'replied',
  'noted',
  'private-message-added',
  'assigned',
  'unassigned',
  'queued',
  'moved',
  'merged',
  'joined',
  'added',
  'access-lost',
  'answer-expected',
  'priority-changed',
  'postponed',
  'solved',
  'closed',
  'reopened',
  'returned',
  'rated',
  'sla-warning',
  'sla-breach',
  'changed',
  'deleted',
]);

/** {@inheritDoc notificationEventSchema} @public */
export type NotificationEvent = z.infer<typeof notificationEventSchema>;

/**
 * Why a person or group is notified. `added`: an added person or group;
 * `recipient`: a private message is for them; `escalation`: the SLA policy
 * names them; `admin` and `agent`: they stand in for an assignee and a team that
 * cannot be notified; `reader`: they can read the ticket.
 * @public
 */
export const notificationRoleSchema = z.enum([
  'requester',
  'team',
  'assignee',
  'former-assignee',
  'watcher',
  'added',
  'recipient',
  'escalation',
  'admin',
  'agent',
  'reader',
]);

/** {@inheritDoc notificationRoleSchema} @public */
export type NotificationRole = z.infer<typeof notificationRoleSchema>;

/**
 * A user or group to notify.
 * @public
 */
export const notificationPartySchema = z.object({
  /** Reference of a catalog User or Group. */
  ref: z.string(),
  /** At least one. */
  roles: z.array(notificationRoleSchema),
});

/** {@inheritDoc notificationPartySchema} @public */
export interface NotificationParty extends z.infer<
  typeof notificationPartySchema
> {}

import { z } from 'zod';

/**
 * What a configured status means to the desk. Code decides by type, never by
 * the id of a status.
 * @public
 */
export const statusTypeSchema = z.enum([
  'new',
  'open',
  'waiting-requester',
  'waiting-internal',
  'postponed',
  'solved',
  'closed',
]);

/** {@inheritDoc statusTypeSchema} @public */
export type StatusType = z.infer<typeof statusTypeSchema>;

/**
 * The simplified status that the requester's side sees.
 * @public
 */
export const portalStatusSchema = z.enum([
  'in-progress',
  'answer-expected',
  'postponed',
  'closed',
]);

/** {@inheritDoc portalStatusSchema} @public */
export type PortalStatus = z.infer<typeof portalStatusSchema>;

/**
 * The traffic light that goes with a portal status.
 * @public
 */
export const lightSchema = z.enum(['orange', 'red', 'grey', 'green']);

/** {@inheritDoc lightSchema} @public */
export type Light = z.infer<typeof lightSchema>;

/** The portal status of a status type, unless the configuration names another. @public */
export const portalStatusOfType: Readonly<Record<StatusType, PortalStatus>> = {
  new: 'in-progress',
  open: 'in-progress',
  'waiting-requester': 'answer-expected',
  'waiting-internal': 'in-progress',
  postponed: 'postponed',
  solved: 'closed',
  closed: 'closed',
};

/** The light of each portal status. @public */
export const lightOfPortalStatus: Readonly<Record<PortalStatus, Light>> = {
  'in-progress': 'orange',
  'answer-expected': 'red',
  postponed: 'grey',
  closed: 'green',
};

/**
 * Whether work on tickets of this type has ended.
 * @public
 */
export function isEnded(type: StatusType): boolean {
  return type === 'solved' || type === 'closed';
}

/**
 * Who may come to see a ticket: `public` the requester's side, the owners of
 * its assets and agents; `confidential` the requester, the team and admins;
 * `internal` agents and admins.
 * @public
 */
export const visibilitySchema = z.enum(['public', 'confidential', 'internal']);

/** {@inheritDoc visibilitySchema} @public */
export type Visibility = z.infer<typeof visibilitySchema>;

/**
 * What a caller may do to one ticket.
 *
 * - `reply`, `note`, `message-privately`: the three kinds of messages
 * - `edit`: the subject, the fields of the form, the assets and linked entities
 * - `classify`: category, priority, visibility, tags, system, SLA policy, and
 *   whether the requester's side is told of what happens
 * - `take-over` makes the caller the assignee, `hand-over` chooses assignee and
 *   team
 * - `change-status`, `postpone`, `solve`, `close`, `reopen`, `archive`,
 *   `unarchive`: the ways of its life
 * - `watch`: be told of what happens
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

/**
 * The two sides of a conversation.
 * @public
 */
export const sideSchema = z.enum(['requester', 'team']);

/** {@inheritDoc sideSchema} @public */
export type Side = z.infer<typeof sideSchema>;

/**
 * The way on which a ticket came to the desk: `portal` by a person in the
 * portal, `api` by another plugin for a person, `email` and `public` by mail
 * and by the public form.
 * @public
 */
export const channelSchema = z.enum(['portal', 'api', 'email', 'public']);

/** {@inheritDoc channelSchema} @public */
export type Channel = z.infer<typeof channelSchema>;

/**
 * How somebody takes part in a ticket beside requester and team. `to` and `cc`
 * are added people and groups, who may read and reply, and those in `to` may
 * close and reopen as well; a `watcher` is told of what happens, as far as they
 * may read the ticket.
 * @public
 */
export const personRoleSchema = z.enum(['to', 'cc', 'watcher']);

/** {@inheritDoc personRoleSchema} @public */
export type PersonRole = z.infer<typeof personRoleSchema>;

/**
 * How one ticket belongs to another, read from the first to the second:
 * `relates`, `duplicates`, `blocks`; `parent` is the parent of; `follow-up`
 * follows up; `work-order` is a work order for; `split` was split off from.
 * @public
 */
export const linkTypeSchema = z.enum([
  'relates',
  'duplicates',
  'blocks',
  'parent',
  'follow-up',
  'work-order',
  'split',
]);

/** {@inheritDoc linkTypeSchema} @public */
export type LinkType = z.infer<typeof linkTypeSchema>;

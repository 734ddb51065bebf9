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
 * `edit` changes the subject, `classify` the category and the priority,
 * `take-over` makes the caller the assignee, `hand-over` chooses the assignee
 * and the team.
 * @public
 */
export const ticketActionSchema = z.enum([
  'reply',
  'note',
  'edit',
  'classify',
  'take-over',
  'hand-over',
  'change-status',
  'close',
  'reopen',
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

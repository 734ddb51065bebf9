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

import { z } from 'zod';

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
 * The role of a person or group in a ticket, beside requester and team. `to` and `cc`
 * are added people and groups, who may read and reply, and those in `to` may
 * close and reopen as well; a `watcher` is notified of changes, as far as they
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

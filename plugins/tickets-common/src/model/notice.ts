import { z } from 'zod';

/**
 * What happened to a ticket that somebody is told of.
 *
 * - `filed`: somebody filed a ticket for themselves, who gets a confirmation
 * - `filed-on-behalf`: an agent filed a ticket for somebody else
 * - `replied`, `noted`, `messaged-privately`: a message of that kind was added
 * - `assigned`, `unassigned`: the ticket was given to somebody, or taken away
 *   from them; each is told to the one concerned
 * - `queued`: the ticket has no assignee any more and waits in its team's queue
 * - `moved`: another team owns the ticket now, for which it is a new one
 * - `merged`, `joined`: the ticket went into another one, or another one came
 *   into it
 * - `added`: somebody was added to the ticket; told to them
 * - `access-lost`: a change took the ticket from those who could read it; told
 *   to whom it concerned, without a word of the ticket but its number
 * - `answer-expected`: an agent waits for the requester's answer
 * - `priority-changed`: the ticket is more or less urgent than before
 * - `postponed`: the ticket is put off until a date
 * - `solved`, `closed`, `reopened`: the work on it ended, or began again
 * - `returned`: a postponed ticket came back, and is work again
 * - `rated`: the requester said how good the service was
 * - `sla-warning`, `sla-breach`: a deadline comes near, or has passed
 * - `changed`, `deleted`: for screens that show the ticket, not for people: the
 *   ticket looks different to its readers now, or is gone
 * @public
 */
export const noticeOccasionSchema = z.enum([
  'filed',
  'filed-on-behalf',
  'replied',
  'noted',
  'messaged-privately',
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

/** {@inheritDoc noticeOccasionSchema} @public */
export type NoticeOccasion = z.infer<typeof noticeOccasionSchema>;

/**
 * As what somebody is told of an occasion: `added` are added people and
 * groups, `recipient` is whom a private message is for, `escalation` whom the
 * SLA policy wants to be told of a deadline that passed, `admin` and `agent` who
 * is told in place of an assignee and a team that cannot be told, `reader` who
 * may read the ticket and is concerned in no other way.
 * @public
 */
export const noticeRoleSchema = z.enum([
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

/** {@inheritDoc noticeRoleSchema} @public */
export type NoticeRole = z.infer<typeof noticeRoleSchema>;

/**
 * A user or group who is told of an occasion.
 * @public
 */
export const noticePartySchema = z.object({
  /** Reference of a catalog User or Group. */
  ref: z.string(),
  /** At least one. */
  roles: z.array(noticeRoleSchema),
});

/** {@inheritDoc noticePartySchema} @public */
export interface NoticeParty extends z.infer<typeof noticePartySchema> {}

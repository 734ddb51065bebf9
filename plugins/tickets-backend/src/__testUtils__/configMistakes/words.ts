import type { JsonValue } from '@backstage/types';

/** A configuration that is wrong in one place, and what the desk says of it. */
export type Mistake = [what: string, tickets: JsonValue, message: string];

/* What is said more than once. */

export const NEW = { id: 'fresh', title: 'Fresh', type: 'new' };
export const DONE = { id: 'done', title: 'Done', type: 'closed' };

export const ONE = 'Mistake in the configuration of the desk: ';
export const ID =
  'use lower-case letters, digits and dashes, such as access-request';
export const TYPE =
  'use one of new, open, waiting-requester, waiting-internal, postponed, solved, closed';
export const DEFAULT_STATUS =
  'use one of new, in-progress, waiting-requester, waiting-internal, postponed, solved, closed, or add it to tickets.statuses';
export const PRIORITY =
  'use one of low, normal, high, or add it to tickets.priorities';
export const MASK =
  'use letters, digits, dots, dashes, underscores, {yyyy} {yy} {mm} {dd} {category} and one counter such as {00000}';
export const ZONE = 'use an IANA time zone such as Europe/Berlin';
export const GROUP =
  'use the full reference of a group, such as group:default/support';
export const PERSON =
  'use the full reference of a user or a group, such as group:default/admins';
export const COLOR = 'use a hex colour such as "#1976d2"';
export const STRANGER = 'there is no such setting; remove it or mend its name';
export const STATUS_LIST = 'use a list of ids of statuses';
export const DURATION =
  'use a duration such as { hours: 4 }, "30 minutes" or "P14D"';
export const SIZE =
  'use a number of bytes, or text such as 25MB or 10MiB, below 1000GB';
export const TAG =
  'use lower-case letters, digits, + and #, with dashes between, such as on-call';
export const TEAM = 'use a group of tickets.teams, or add it there';
export const SPAN =
  'use spans such as "09:00-17:30", at most until 24:00; what is left of a night is a span of the next day';
export const DATE = 'use a date such as "2026-12-25"';
export const ENDLESS = 'use a status that is neither solved nor closed';
export const HOURS =
  'use hours and minutes, which are counted within the hours of the calendar';
export const QUOTES = 'put it in quotes, so that it is text';

export const OFFICE = {
  id: 'office',
  timeZone: 'Europe/Berlin',
  hours: { monday: ['09:00-17:00'] },
};
export const GOLD = {
  id: 'gold',
  title: 'Gold',
  default: { response: 'PT4H' },
};
export const HELLO = { id: 'hello', title: 'Hello', body: 'Hello' };
export const FIELD = { properties: { a: { type: 'string' } } };

import {
  entityRefSchema,
  groupRefSchema,
  tagSchema,
} from '@portaldesk/plugin-tickets-common';
import { IANAZone } from 'luxon';
import { z } from 'zod';

/*
 * What the settings are made of. The message of each rule is its hint: it
 * follows the path and the value in the startup error.
 */

/** Text; YAML reads some of it, unless in quotes, as a number or a truth value. */
export function string(hint: string) {
  return z.string({ error: textHint(hint) });
}

function textHint(hint: string) {
  return ({ input }: { input?: unknown }) =>
    typeof input === 'number' || typeof input === 'boolean'
      ? 'put it in quotes, so that it is text'
      : hint;
}

export function text(hint: string, { max = 200 } = {}) {
  return string(hint)
    .trim()
    .min(1, hint)
    .max(max, `use at most ${max} characters`);
}

export const title = text('write the title that people see');

export function oneOf<T extends string>(options: readonly T[]) {
  return z.enum(options, `use one of ${options.join(', ')}`);
}

export function boolean() {
  return z.boolean('use true or false');
}

const ID_REMEDY =
  'use lower-case letters, digits and dashes, such as access-request';
export const id = string(ID_REMEDY)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, ID_REMEDY)
  .max(64, 'use at most 64 characters');

/*
 * Ids of something configured elsewhere: whether that exists is found out
 * later, when all that exists can be named.
 */
export const statusId = string('use the id of a status');
export const statusIds = z.array(statusId, 'use a list of ids of statuses');
export const priorityId = string('use the id of a priority');
export const categoryId = string('use the id of a category');
export const slaPolicyId = string('use the id of an SLA policy');
export const calendarId = string('use the id of a calendar');

/** Text that another schema reads, with our hint for all that it refuses. */
function read(schema: z.ZodType<string>, hint: string) {
  return z.string(hint).transform((value, context) => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      context.addIssue({ code: 'custom', message: hint });
      return z.NEVER;
    }
    return parsed.data;
  });
}

export const group = read(
  groupRefSchema,
  'use the full reference of a group, such as group:default/support',
);

export const person = read(
  entityRefSchema.refine(value => /^(user|group):/.test(value)),
  'use the full reference of a user or a group, such as group:default/admins',
);

export const system = read(
  entityRefSchema.refine(value => value.startsWith('system:')),
  'use the full reference of a system, such as system:default/payments',
);

export const tag = read(
  tagSchema,
  'use lower-case letters, digits, + and #, with dashes between, such as on-call',
);

const ZONE_REMEDY = 'use an IANA time zone such as Europe/Berlin';
export const timeZone = z
  .string(ZONE_REMEDY)
  .refine(zone => IANAZone.isValidZone(zone), ZONE_REMEDY);

/** A list with something in it. */
export function list<T extends z.ZodType>(item: T, hint: string) {
  return z.array(item, hint).min(1, hint);
}

/** One value or several; either way a list comes of it. */
export function oneOrMore<T extends z.ZodType<unknown, unknown>>(
  item: T,
  hint: string,
) {
  return z
    .union([item, list(item, hint)], { error: textHint(hint) })
    .transform((value): z.output<T>[] =>
      Array.isArray(value) ? value : [value as z.output<T>],
    );
}

/** Whether an object has any of its keys. */
export function namesSomething(settings: object): boolean {
  return Object.values(settings).some(value => value !== undefined);
}

export function items<T extends z.ZodType>(item: T, what: string) {
  return z
    .array(item, `use a list of ${what}, or leave the key out`)
    .default([]);
}

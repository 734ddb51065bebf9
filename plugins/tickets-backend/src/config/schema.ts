import {
  groupRefSchema,
  entityRefSchema,
  portalStatusSchema,
  statusTypeSchema,
} from '@portaldesk/plugin-tickets-common';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { parseMask } from '../domain/numbering';

/*
 * The shape of `tickets` in app-config. The message of each rule is its
 * remedy: it follows the path and the value in the startup error.
 */

/** Text; YAML reads some of it, unless in quotes, as a number or a truth value. */
function string(remedy: string) {
  return z.string({
    error: ({ input }) =>
      typeof input === 'number' || typeof input === 'boolean'
        ? 'put it in quotes, so that it is text'
        : remedy,
  });
}

function text(remedy: string) {
  return string(remedy)
    .trim()
    .min(1, remedy)
    .max(200, 'use at most 200 characters');
}

function oneOf<T extends string>(options: readonly T[]) {
  return z.enum(options, `use one of ${options.join(', ')}`);
}

const ID_REMEDY =
  'use lower-case letters, digits and dashes, such as access-request';
const id = string(ID_REMEDY)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, ID_REMEDY)
  .max(64, 'use at most 64 characters');

/*
 * Ids of something configured elsewhere: whether that exists is found out
 * later, when all that exists can be named.
 */
const statusId = string('use the id of a status');
const priorityId = string('use the id of a priority');

function ref(schema: z.ZodType<string>, remedy: string) {
  return z.unknown().transform((value, context) => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      context.addIssue({ code: 'custom', message: remedy });
      return z.NEVER;
    }
    return parsed.data;
  });
}

const group = ref(
  groupRefSchema,
  'use the full reference of a group, such as group:default/support',
);

const person = ref(
  entityRefSchema.refine(value => /^(user|group):/.test(value)),
  'use the full reference of a user or a group, such as group:default/admins',
);

const MASK_REMEDY =
  'use letters, digits, dots, dashes, underscores, {yyyy} {yy} {mm} {dd} {category} and one counter such as {00000}';
const numbering = z
  .strictObject(
    {
      mask: z.string(MASK_REMEDY).superRefine((mask, context) => {
        try {
          parseMask(mask);
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          context.addIssue({
            code: 'custom',
            message: `${reason}; ${MASK_REMEDY}`,
          });
        }
      }),
      timeZone: z
        .string('use an IANA time zone such as Europe/Berlin')
        .refine(
          zone => IANAZone.isValidZone(zone),
          'use an IANA time zone such as Europe/Berlin',
        )
        .default('UTC'),
    },
    'use an object with the key mask',
  )
  .optional();

const status = z.strictObject(
  {
    id,
    title: text('write the title that people see'),
    type: oneOf(statusTypeSchema.options),
    portalStatus: oneOf(portalStatusSchema.options).optional(),
    color: z
      .string('use a hex colour such as "#1976d2"')
      .regex(/^#[0-9a-fA-F]{6}$/, 'use a hex colour such as "#1976d2"')
      .optional(),
    next: z.array(statusId, 'use a list of ids of statuses').optional(),
  },
  'use an object with the keys id, title and type',
);

const reaction = z
  .strictObject(
    {
      from: z.array(statusId, 'use a list of ids of statuses').optional(),
      to: statusId,
    },
    'use an object with the key to, and from if it is needed',
  )
  .optional();

const priority = z.strictObject(
  { id, title: text('write the title that people see') },
  'use an object with the keys id and title',
);

const category = z.strictObject(
  {
    id,
    title: text('write the title that people see'),
    description: text('write one sentence, or leave it out').optional(),
    icon: text(
      'use the id of one of the portal’s icons, such as help or warning',
    ).optional(),
    priority: priorityId.optional(),
  },
  'use an object with the keys id and title',
);

function list<T extends z.ZodType>(item: T, remedy: string) {
  return z.array(item, remedy).min(1, remedy).optional();
}

/** `tickets` in app-config. */
export const ticketsConfigSchema = z.strictObject(
  {
    admins: z
      .array(person, 'use a list of references of users and groups')
      .default([]),
    teams: list(
      z.strictObject({ group }, 'use an object with the key group'),
      'list at least one team, or leave the key out so that every group can own tickets',
    ),
    defaultTeam: group.optional(),
    access: z
      .strictObject(
        {
          agentsSee: oneOf(['all', 'own-team']).default('all'),
        },
        'use an object with the key agentsSee',
      )
      .default({ agentsSee: 'all' }),
    numbering,
    statuses: list(
      status,
      'list at least one status, or leave the key out for the default ones',
    ),
    workflow: z
      .strictObject(
        {
          onAssign: reaction,
          onAgentReply: reaction,
          onRequesterReply: reaction,
          onReopen: reaction,
        },
        'use an object with the keys onAssign, onAgentReply, onRequesterReply, onReopen',
      )
      .default({}),
    priorities: list(
      priority,
      'list at least one priority, or leave the key out for low, normal and high',
    ),
    defaultPriority: priorityId.optional(),
    categories: z
      .array(category, 'use a list of categories, or leave the key out')
      .default([]),
  },
  'use an object with settings of the desk, or leave the key out',
);

export type TicketsConfig = z.infer<typeof ticketsConfigSchema>;

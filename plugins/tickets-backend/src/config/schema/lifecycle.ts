import {
  portalStatusSchema,
  statusTypeSchema,
} from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import { boolean, id, oneOf, statusId, title } from './basics';
import { duration } from './quantities';

const STATUSES_REMEDY = 'use a list of ids of statuses';
const COLOR_REMEDY = 'use a hex colour such as "#1976d2"';

export const status = z.strictObject(
  {
    id,
    title,
    type: oneOf(statusTypeSchema.options),
    portalStatus: oneOf(portalStatusSchema.options).optional(),
    color: z
      .string(COLOR_REMEDY)
      .regex(/^#[0-9a-fA-F]{6}$/, COLOR_REMEDY)
      .optional(),
    next: z.array(statusId, STATUSES_REMEDY).optional(),
  },
  'use an object with the keys id, title and type',
);

const reaction = z
  .strictObject(
    { from: z.array(statusId, STATUSES_REMEDY).optional(), to: statusId },
    'use an object with the key to, and from if it is needed',
  )
  .optional();

const autoClose = z
  .strictObject(
    {
      from: z
        .array(statusId, STATUSES_REMEDY)
        .min(1, 'list at least one status, or leave autoClose out')
        .optional(),
      to: statusId.optional(),
      after: duration,
    },
    'use an object with the key after, and from and to if they are needed',
  )
  .optional();

const reactions = {
  onRead: reaction,
  onAssign: reaction,
  onAgentReply: reaction,
  onRequesterReply: reaction,
  onReturn: reaction,
  onReopen: reaction,
};

const merge = z
  .strictObject(
    {
      intoEnded: oneOf(['reopen', 'leave', 'refuse']).default('reopen'),
      intoPostponed: oneOf(['return', 'leave', 'refuse']).default('return'),
      raisePriority: boolean().default(true),
    },
    'use an object with the keys intoEnded, intoPostponed and raisePriority',
  )
  .prefault({});

export const workflow = z
  .strictObject(
    {
      ...reactions,
      reopenWithin: duration.optional(),
      autoClose,
      merge,
      releaseUnavailable: boolean().default(true),
      ownTicketsRead: boolean().default(false),
    },
    `use an object with the keys ${Object.keys(reactions).join(', ')}, reopenWithin, autoClose, merge, releaseUnavailable, ownTicketsRead`,
  )
  .prefault({});

export const absences = z
  .strictObject(
    {
      whenAssigneeAway: oneOf(['notify-team', 'reassign']).default(
        'notify-team',
      ),
    },
    'use an object with the key whenAssigneeAway',
  )
  .prefault({});

export const closing = z
  .strictObject(
    {
      tellInvolved: boolean().default(true),
      reclassify: boolean().default(false),
    },
    'use an object with the keys tellInvolved and reclassify',
  )
  .prefault({});

export const priority = z.strictObject(
  { id, title },
  'use an object with the keys id and title',
);

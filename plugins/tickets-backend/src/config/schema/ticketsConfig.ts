import { z } from 'zod';
import { attachments } from './attachments';
import { group, list, oneOf, person, priorityId, slaPolicyId } from './basics';
import { cache } from './cache';
import { cannedReply } from './cannedReplies';
import { category, numbering } from './categories';
import { absences, closing, priority, status, workflow } from './lifecycle';
import { page } from './page';
import { assign, routingRule } from './routing';
import { calendar, slaPolicy } from './sla';

const team = z.strictObject(
  { group, assign: assign.default('none') },
  'use an object with the key group',
);

const access = z
  .strictObject(
    {
      agentsSee: oneOf(['all', 'own-team']).default('all'),
      organisation: oneOf(['granted', 'not-granted']).default('granted'),
    },
    'use an object with the keys agentsSee and organisation',
  )
  .prefault({});

function items<T extends z.ZodType>(item: T, what: string) {
  return z
    .array(item, `use a list of ${what}, or leave the key out`)
    .default([]);
}

/** `tickets` in app-config. */
export const ticketsConfigSchema = z.strictObject(
  {
    admins: z
      .array(person, 'use a list of references of users and groups')
      .default([]),
    teams: list(
      team,
      'list at least one team, or leave the key out so that every group can own tickets',
    ).optional(),
    defaultTeam: group.optional(),
    access,
    numbering: numbering.optional(),
    statuses: list(
      status,
      'list at least one status, or leave the key out for the default ones',
    ).optional(),
    workflow,
    absences,
    closing,
    priorities: list(
      priority,
      'list at least one priority, or leave the key out for low, normal and high',
    ).optional(),
    defaultPriority: priorityId.optional(),
    categories: items(category, 'categories'),
    routing: items(routingRule, 'rules'),
    calendars: items(calendar, 'calendars'),
    slaPolicies: items(slaPolicy, 'SLA policies'),
    defaultSlaPolicy: slaPolicyId.optional(),
    cannedReplies: items(cannedReply, 'canned replies'),
    attachments,
    page,
    cache,
  },
  'use an object with settings of the desk, or leave the key out',
);

export type TicketsConfig = z.infer<typeof ticketsConfigSchema>;

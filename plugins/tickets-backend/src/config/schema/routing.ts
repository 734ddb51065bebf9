import { visibilitySchema } from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import { assign } from './access';
import {
  group,
  items,
  list,
  namesSomething,
  oneOf,
  person,
  priorityId,
  slaPolicyId,
  text,
} from './basics';
import { conditions } from './conditions';

const outcome = z
  .strictObject(
    {
      team: group.optional().meta({
        description: 'Full reference of the team.',
        example: 'group:default/on-call',
      }),
      assign: assign.optional().meta({
        description: 'Who of the team gets the ticket, as in `tickets.teams`.',
        example: 'least-loaded',
      }),
      priority: priorityId
        .optional()
        .meta({ description: 'Id of the priority.', example: 'high' }),
      visibility: oneOf(visibilitySchema.options).optional().meta({
        description: 'Who sees the ticket, as in `tickets.categories`.',
        example: 'confidential',
      }),
      slaPolicy: slaPolicyId
        .optional()
        .meta({ description: 'Id of the SLA policy.', example: 'gold' }),
      watchers: list(
        person,
        'list at least one user or group, or leave the key out',
      )
        .optional()
        .meta({
          description:
            'Users and groups that follow the ticket, as far as they may read it.',
          example: ['group:default/incident-managers'],
        }),
    },
    'use an object with what the rule decides, such as team',
  )
  .refine(namesSomething, 'add what the rule decides, such as team');

const routingRule = z.strictObject(
  {
    name: text('write a name, or leave it out', { max: 64 }).optional().meta({
      description: "Stands in the ticket's history as the rule that decided.",
      defaultText: 'its position, such as #3',
      example: 'payments at night',
    }),
    when: conditions.meta({
      description:
        'What has to hold; all of it, and of a list one value. `{}` takes every ticket.',
      example: { category: ['incident', 'outage'], channel: 'portal' },
    }),
    then: outcome.meta({
      description:
        'What is decided; what is left out is decided as without the rule.',
      example: { team: 'group:default/on-call', assign: 'least-loaded' },
    }),
  },
  'use an object with the keys when and then',
);

export const routing = items(routingRule, 'rules').meta({
  description:
    "Rules that decide where a new ticket goes; the first one that applies does so. Where none names a team, the category does, else the asset's annotation `tickets/support-team`, else the group that owns the asset, else `tickets.defaultTeam`.",
  defaultText: 'no rules',
  example: [
    {
      name: 'payments at night',
      when: {
        category: 'incident',
        asset: { system: 'system:default/payments' },
      },
      then: { team: 'group:default/on-call', priority: 'high' },
    },
  ],
});

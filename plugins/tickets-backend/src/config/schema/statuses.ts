import {
  portalStatusSchema,
  statusTypeSchema,
} from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import { id, list, oneOf, statusIds, title } from './basics';

const COLOR_REMEDY = 'use a hex colour such as "#1976d2"';

const status = z.strictObject(
  {
    id: id.meta({
      description: 'Lower-case letters, digits and dashes.',
      example: 'waiting-vendor',
    }),
    title: title.meta({
      description: 'What agents see.',
      example: 'Waiting for vendor',
    }),
    type: oneOf(statusTypeSchema.options).meta({
      description:
        'What the status means to the desk. Tickets begin in the first status of type `new`. The SLA clock stands still while a ticket is `waiting-requester` or `postponed`, and stops when it is `solved` or `closed`.',
      example: 'waiting-internal',
    }),
    portalStatus: oneOf(portalStatusSchema.options).optional().meta({
      description: "What the requester's side sees instead.",
      defaultText:
        'follows from the type: answer-expected, postponed, closed, else in-progress',
      example: 'in-progress',
    }),
    color: z
      .string(COLOR_REMEDY)
      .regex(/^#[0-9a-fA-F]{6}$/, COLOR_REMEDY)
      .optional()
      .meta({
        description: 'Hex colour, in quotes.',
        defaultText: 'that of the type',
        example: '#1976d2',
      }),
    next: statusIds.optional().meta({
      description:
        'Ids of the statuses that people may set after this one; what `tickets.workflow` does is not bound by it.',
      defaultText: 'all',
      example: ['working', 'closed'],
    }),
  },
  'use an object with the keys id, title and type',
);

export const statuses = list(
  status,
  'list at least one status, or leave the key out for the default ones',
)
  .optional()
  .meta({
    description:
      'The statuses of tickets, in the order in which people see them. The desk decides by the type of a status, never by its id. Tickets in a status that is taken out count as open and can be set to any other.',
    defaultText:
      'new, in-progress, waiting-requester, waiting-internal, postponed, solved, closed',
    example: [
      { id: 'new', title: 'New', type: 'new', next: ['working'] },
      { id: 'working', title: 'In progress', type: 'open' },
      {
        id: 'asked',
        title: 'Waiting for requester',
        type: 'waiting-requester',
      },
      { id: 'closed', title: 'Closed', type: 'closed' },
    ],
  });

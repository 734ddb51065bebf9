import { visibilitySchema } from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import { assetWords } from './assetWords';
import {
  boolean,
  group,
  id,
  items,
  list,
  namesSomething,
  oneOf,
  priorityId,
  slaPolicyId,
  tag,
  text,
  title,
} from './basics';
import { form } from './forms';
import { categoryNumbering } from './numbering';

const fits = z
  .strictObject(
    {
      kinds: list(assetWords.kind, 'list at least one kind')
        .optional()
        .meta({
          description: 'Kinds of catalog entities.',
          defaultText: 'all',
          example: ['component', 'api'],
        }),
      types: list(assetWords.type, 'list at least one type')
        .optional()
        .meta({
          description: 'Values of `spec.type`.',
          defaultText: 'all',
          example: ['service'],
        }),
      tags: list(assetWords.tag, 'list at least one tag')
        .optional()
        .meta({
          description: 'Tags of catalog entities.',
          defaultText: 'all',
          example: ['java'],
        }),
    },
    'use an object with the keys kinds, types and tags',
  )
  .refine(namesSomething, 'add kinds, types or tags, or leave fits out');

const category = z.strictObject(
  {
    id: id.meta({
      description: 'Lower-case letters, digits and dashes.',
      example: 'access-request',
    }),
    title: title.meta({
      description: 'What people choose it by.',
      example: 'Access request',
    }),
    description: text('write one sentence, or leave it out').optional().meta({
      description: 'One sentence for those who choose.',
      example: 'Ask for access to a system.',
    }),
    icon: text(
      'use the id of one of the portal’s icons, such as help or warning',
    )
      .optional()
      .meta({
        description: "Id of one of the portal's system icons.",
        example: 'help',
      }),
    fits: fits.optional().meta({
      description:
        'Which assets it is offered for; of each list one value is enough.',
      defaultText: 'all, and none',
      example: { kinds: ['component'], types: ['service', 'website'] },
    }),
    agentsOnly: boolean().default(false).meta({
      description: 'Whether only agents file in it.',
      example: true,
    }),
    form: form.optional().meta({
      description:
        'What it asks for beside subject and message. People fill it in when they file a ticket, and may change their answers while it is new.',
      defaultText: 'nothing',
      example: {
        schema: {
          required: ['environment'],
          properties: {
            environment: {
              title: 'Where',
              type: 'string',
              enum: ['test', 'production'],
            },
            cause: {
              title: 'Cause',
              type: 'string',
              'ui:widget': 'textarea',
            },
          },
        },
        hidden: ['cause'],
      },
    }),
    priority: priorityId.optional().meta({
      description: 'Id of the priority of tickets that name none.',
      defaultText: 'that of the desk',
      example: 'high',
    }),
    visibility: oneOf(visibilitySchema.options).optional().meta({
      description:
        "Who sees its tickets, unless a rule says otherwise: `public` also the requester's group and the owners of the assets, `confidential` the requester, added people and the team, `internal` agents; the last one needs `agentsOnly`.",
      defaultText: 'public',
      example: 'confidential',
    }),
    team: group.optional().meta({
      description: 'The team of its tickets, unless a rule names another.',
      defaultText: 'the asset decides',
      example: 'group:default/security',
    }),
    slaPolicy: slaPolicyId.optional().meta({
      description:
        'Id of the SLA policy of its tickets, unless a rule names another.',
      defaultText: 'that of the desk',
      example: 'gold',
    }),
    tags: z
      .array(tag, 'use a list of tags')
      .default([])
      .meta({
        description: 'Tags that its tickets get.',
        defaultText: 'none',
        example: ['security'],
      }),
    numbering: categoryNumbering,
  },
  'use an object with the keys id and title',
);

export const categories = items(category, 'categories').meta({
  description:
    'What sorts of request there are. Each is a creation flow of its own, which people choose by its icon and title, and sets what follows from it.',
  defaultText: 'tickets have no category',
  example: [
    {
      id: 'access-request',
      title: 'Access request',
      description: 'Ask for access to a system.',
      icon: 'group',
      team: 'group:default/platform-support',
      form: {
        schema: {
          properties: {
            role: {
              title: 'Role',
              type: 'string',
              enum: ['reader', 'writer'],
            },
          },
        },
      },
    },
  ],
});

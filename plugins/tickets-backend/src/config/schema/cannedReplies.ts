import { MAX_MESSAGE_LENGTH } from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import {
  categoryId,
  group,
  id,
  items,
  list,
  oneOf,
  priorityId,
  statusId,
  tag,
  text,
  title,
} from './basics';

const settings = z.strictObject(
  {
    status: statusId.optional().meta({
      description: 'Id of the status to set.',
      example: 'waiting-requester',
    }),
    priority: priorityId
      .optional()
      .meta({ description: 'Id of the priority to set.', example: 'high' }),
    category: categoryId.optional().meta({
      description: 'Id of the category to set.',
      example: 'incident',
    }),
    addTags: z
      .array(tag, 'use a list of tags')
      .default([])
      .meta({
        description: 'Tags that the ticket gets in addition.',
        example: ['needs-logs'],
      }),
  },
  'use an object with the keys status, priority, category and addTags',
);

export const cannedReply = z.strictObject(
  {
    id: id.meta({
      description: 'Lower-case letters, digits and dashes.',
      example: 'need-logs',
    }),
    title: title.meta({
      description: 'What agents choose it by.',
      example: 'Please send logs',
    }),
    kind: oneOf(['reply', 'note']).default('reply').meta({
      description:
        'Whether it is a reply, which all sides see, or a note for agents only.',
      example: 'note',
    }),
    body: text('write the text in Markdown', { max: MAX_MESSAGE_LENGTH }).meta({
      description:
        'Markdown with placeholders: `{{ticket.number}}`, `{{ticket.subject}}`, `{{ticket.category}}`, `{{ticket.priority}}`, `{{requester.name}}`, `{{organisation.name}}`, `{{agent.name}}`, `{{team.name}}`, `{{asset.name}}`, `{{system.name}}`.',
      example:
        'Hello {{requester.name}}, please attach the logs of {{asset.name}}.',
    }),
    categories: list(
      categoryId,
      'list at least one category, or leave the key out for all',
    )
      .optional()
      .meta({
        description:
          'Ids of the categories of tickets for which it is offered.',
        defaultText: 'all',
        example: ['incident'],
      }),
    teams: list(group, 'list at least one group, or leave the key out for all')
      .optional()
      .meta({
        description: 'The teams to whose agents it is offered.',
        defaultText: 'all',
        example: ['group:default/platform-support'],
      }),
    set: settings.prefault({}).meta({
      description: 'What applying it changes beside.',
      defaultText: 'nothing',
      example: { status: 'waiting-requester', addTags: ['needs-logs'] },
    }),
  },
  'use an object with the keys id, title and body',
);

export const cannedReplies = items(cannedReply, 'canned replies').meta({
  description:
    'Texts that agents use again and again, with what else they change.',
  defaultText: 'none',
  example: [
    {
      id: 'need-logs',
      title: 'Please send logs',
      body: 'Hello {{requester.name}},\n\nplease attach the logs of {{asset.name}}.\n',
      set: { status: 'waiting-requester', addTags: ['needs-logs'] },
    },
  ],
});

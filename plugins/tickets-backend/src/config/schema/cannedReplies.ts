import { MAX_MESSAGE_LENGTH } from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import {
  categoryId,
  group,
  id,
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
    status: statusId.optional(),
    priority: priorityId.optional(),
    category: categoryId.optional(),
    addTags: z.array(tag, 'use a list of tags').default([]),
  },
  'use an object with the keys status, priority, category and addTags',
);

export const cannedReply = z.strictObject(
  {
    id,
    title,
    kind: oneOf(['reply', 'note']).default('reply'),
    body: text('write the text in Markdown', { max: MAX_MESSAGE_LENGTH }),
    categories: list(
      categoryId,
      'list at least one category, or leave the key out for all',
    ).optional(),
    teams: list(
      group,
      'list at least one group, or leave the key out for all',
    ).optional(),
    set: settings.prefault({}),
  },
  'use an object with the keys id, title and body',
);

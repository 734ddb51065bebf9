import { z } from 'zod';
import { id, list, title } from './basics';

const priority = z.strictObject(
  {
    id: id.meta({
      description: 'Lower-case letters, digits and dashes.',
      example: 'urgent',
    }),
    title: title.meta({
      description: 'What people see.',
      example: 'Urgent',
    }),
  },
  'use an object with the keys id and title',
);

export const priorities = list(
  priority,
  'list at least one priority, or leave the key out for low, normal and high',
)
  .optional()
  .meta({
    description: 'The priorities, from the least to the most urgent.',
    defaultText: 'low, normal, high',
    example: [
      { id: 'normal', title: 'Normal' },
      { id: 'urgent', title: 'Urgent' },
    ],
  });

import { z } from 'zod';
import {
  calendarId,
  group,
  id,
  items,
  namesSomething,
  person,
  priorityId,
  title,
} from './basics';
import { duration } from './quantities';

const targets = z
  .strictObject(
    {
      response: duration.optional().meta({
        description:
          'How soon an agent replies for the first time. Notes and private messages are no replies.',
        example: { hours: 1 },
      }),
      resolution: duration.optional().meta({
        description: 'How soon the ticket is solved.',
        example: { hours: 8 },
      }),
      inactivity: duration.optional().meta({
        description:
          'How long the team may leave the ticket alone, since its last reply, note, status, assignment or team. Then the team is reminded once, and again when it does something and leaves it alone again.',
        example: { hours: 16 },
      }),
    },
    'use an object with the keys response, resolution and inactivity',
  )
  .refine(
    namesSomething,
    'add at least one of response, resolution and inactivity',
  );

const escalate = z
  .strictObject(
    {
      notify: z
        .array(person, 'use a list of references of users and groups')
        .optional()
        .meta({
          description:
            'Users and groups who are notified, as far as they see the ticket as agents or admins.',
          defaultText: 'nobody',
          example: ['group:default/managers'],
        }),
      priority: priorityId.optional().meta({
        description:
          'Id of the priority that the ticket gets, unless its own is more urgent.',
        defaultText: 'it stays',
        example: 'high',
      }),
      team: group.optional().meta({
        description:
          'The group into whose queue the ticket comes, without an assignee.',
        defaultText: 'it stays',
        example: 'group:default/second-level',
      }),
    },
    'use an object with the keys notify, priority and team',
  )
  .refine(namesSomething, 'add at least one of notify, priority and team')
  .optional();

const slaPolicy = z.strictObject(
  {
    id: id.meta({
      description: 'Lower-case letters, digits and dashes.',
      example: 'standard',
    }),
    title: title.meta({
      description: 'What agents see.',
      example: 'Standard',
    }),
    calendar: calendarId.optional().meta({
      description:
        'Id of the calendar by which time is counted. With one, durations are given in hours and minutes.',
      defaultText: 'all time counts',
      example: 'office',
    }),
    targets: z
      .record(
        z.string(),
        targets,
        'use an object with a key for each priority, by its id',
      )
      .default({})
      .meta({
        description: 'The targets, by id of the priority.',
        keyName: 'priority',
        defaultText: 'default holds for every priority',
        example: { high: { response: { hours: 1 }, resolution: { hours: 8 } } },
      }),
    default: targets.optional().meta({
      description: 'The targets for priorities that `targets` does not name.',
      defaultText: 'none',
      example: { response: { hours: 8 }, resolution: { hours: 40 } },
    }),
    warnBefore: duration.optional().meta({
      description:
        'How long before a deadline the assignee is warned. Of a target that is not longer than that, there is no warning.',
      defaultText: 'nobody is warned',
      example: { minutes: 30 },
    }),
    escalate: escalate.meta({
      description:
        'What happens to a ticket when its response or its resolution is late, besides notifying its team and its assignee.',
      defaultText: 'nothing',
      example: { notify: ['group:default/managers'], priority: 'high' },
    }),
  },
  'use an object with the keys id, title, and targets or default',
);

export const slaPolicies = items(slaPolicy, 'SLA policies').meta({
  description:
    'What requesters can count on: how soon they get an answer, how soon a ticket is solved, how long the team may leave it alone. The clock of a ticket runs from its filing on, stands still while the ticket waits for its requester or is postponed, and stops when it is solved or closed; when it is reopened it goes on with what was used up before. A ticket that gets another priority or policy is counted from its filing again, by the new target. When policies or calendars change, so do the deadlines of open tickets.',
  defaultText: 'no policies',
  example: [
    {
      id: 'standard',
      title: 'Standard',
      calendar: 'office',
      targets: {
        high: { response: { hours: 1 }, resolution: { hours: 8 } },
      },
      default: { response: { hours: 8 } },
      warnBefore: { minutes: 30 },
    },
  ],
});

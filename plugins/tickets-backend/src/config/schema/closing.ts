import { z } from 'zod';
import { boolean, oneOf } from './basics';

export const absences = z
  .strictObject(
    {
      whenAssigneeAway: oneOf(['notify-team', 'reassign'])
        .default('notify-team')
        .meta({
          description:
            'What becomes of a ticket whose assignee is away when there is work on it: a reply of the requester, a reopening, the return of a postponed ticket, a deadline. With `notify-team` its team is notified. With `reassign` the ticket goes to the next of the team in turn, where `tickets.teams` lets the team take turns: by `round-robin` or `least-loaded`.',
          example: 'reassign',
        }),
    },
    'use an object with the key whenAssigneeAway',
  )
  .prefault({})
  .meta({
    description: 'What happens while agents are away.',
    example: { whenAssigneeAway: 'reassign' },
  });

export const closing = z
  .strictObject(
    {
      notifyParticipants: boolean().default(true).meta({
        description:
          'Whether the participants of a ticket are notified when it is solved or closed, unless the request says otherwise.',
        example: false,
      }),
      allowReclassify: boolean().default(false).meta({
        description:
          'Whether the category of a solved or closed ticket can be changed.',
        example: true,
      }),
    },
    'use an object with the keys notifyParticipants and allowReclassify',
  )
  .prefault({})
  .meta({
    description: 'What closing a ticket brings with it.',
    example: { notifyParticipants: false, allowReclassify: true },
  });

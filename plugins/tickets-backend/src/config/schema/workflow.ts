import { z } from 'zod';
import { boolean, oneOf, statusId, statusIds } from './basics';
import { duration } from './quantities';
import { reactions } from './reactions';

const autoClose = z
  .strictObject(
    {
      from: statusIds
        .min(1, 'list at least one status, or leave autoClose out')
        .optional()
        .meta({
          description:
            'Ids of the statuses in which tickets are waiting for their end; neither closed nor postponed ones.',
          defaultText: 'those of type solved',
          example: ['solved', 'waiting-requester'],
        }),
      to: statusId.optional().meta({
        description: 'Id of the status to go to, of type solved or closed.',
        defaultText: 'the first of type closed',
        example: 'closed',
      }),
      after: duration.meta({
        description:
          'How long after the last reply or the last change of status, assignee or team, or of whether the ticket is postponed. Bookkeeping, such as tags, a priority, watchers, links and notes, does not count.',
        example: { days: 14 },
      }),
    },
    'use an object with the key after, and from and to if they are needed',
  )
  .optional();

const merge = z
  .strictObject(
    {
      intoEnded: oneOf(['reopen', 'leave', 'refuse']).default('reopen').meta({
        description:
          'When it has ended: it is reopened as `onReopen` says, it stays as it is, or the merge is refused.',
        example: 'refuse',
      }),
      intoPostponed: oneOf(['return', 'leave', 'refuse'])
        .default('return')
        .meta({
          description:
            'When it is postponed, and the other one is not: it returns as `onReturn` says, it stays as it is, or the merge is refused. Where both are postponed, the earlier date counts, unless it stays.',
          example: 'leave',
        }),
      raisePriority: boolean().default(true).meta({
        description: 'Whether it becomes as urgent as the other one.',
        example: false,
      }),
    },
    'use an object with the keys intoEnded, intoPostponed and raisePriority',
  )
  .prefault({});

export const workflow = z
  .strictObject(
    {
      ...reactions,
      reopenWithin: duration.optional().meta({
        description:
          "How long after its end a reply of the requester's side reopens a closed ticket. Later it begins a new ticket that is linked as a follow-up.",
        defaultText: 'for ever',
        example: { days: 30 },
      }),
      autoClose: autoClose.meta({
        description:
          'Ends tickets without activity. `tickets.closing.notifyParticipants` decides whether the participants are notified.',
        defaultText: 'no ticket ends automatically',
        example: { from: ['solved'], to: 'closed', after: { days: 14 } },
      }),
      merge: merge.meta({
        description:
          'What becomes of a ticket when another one is merged into it that has not ended.',
        example: { intoEnded: 'refuse', raisePriority: false },
      }),
      releaseUnavailable: boolean().default(true).meta({
        description:
          'Whether open tickets go back into the queue when their assignee is no longer in the catalog, or no longer in their team, and are routed again when their team is no longer in the catalog. That happens after an hour, or after a day where much is missing at once. Switch it off where agents sign in who are no users in the catalog.',
        example: false,
      }),
      markOwnTicketsRead: boolean().default(false).meta({
        description:
          'Whether a ticket that an agent of its team filed counts as read from the start: `onRead` happens when it is filed.',
        example: true,
      }),
    },
    `use an object with the keys ${Object.keys(reactions).join(', ')}, reopenWithin, autoClose, merge, releaseUnavailable, markOwnTicketsRead`,
  )
  .prefault({})
  .meta({
    description:
      'Automatic changes of status: when something happens to a ticket in one of the statuses `from`, it is set to the status `to`.',
    example: {
      onAssign: { to: 'working' },
      onRequesterReply: { from: ['asked', 'later'], to: 'working' },
      reopenWithin: { days: 30 },
      autoClose: { after: { days: 14 } },
    },
  });

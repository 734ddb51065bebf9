import { z } from 'zod';
import { statusId, statusIds } from './basics';

/** What is said of a reaction and of its keys. */
interface ReactionMeta {
  readonly description: string;
  readonly defaultText: string;
  readonly example: { readonly from?: readonly string[]; readonly to: string };
  readonly from: {
    /** What follows the sentence that all have. */
    readonly more?: string;
    readonly defaultText: string;
    readonly example: readonly string[];
  };
  /** Which statuses it may go to. */
  readonly to: string;
}

function reaction({
  description,
  defaultText,
  example,
  from,
  to,
}: ReactionMeta) {
  return z
    .strictObject(
      {
        from: statusIds.optional().meta({
          description: `Ids of the statuses to leave${from.more ?? ''}.`,
          defaultText: from.defaultText,
          example: from.example,
        }),
        to: statusId.meta({
          description: `Id of the status to go to; ${to}.`,
          example: example.to,
        }),
      },
      'use an object with the key to, and from if it is needed',
    )
    .optional()
    .meta({ description, defaultText, example: example });
}

const SWITCH_OFF = '; an empty list switches the reaction off';
const NOT_POSTPONED = 'not a postponed one';
const GOES_ON = 'neither ended nor postponed';

export const reactions = {
  onRead: reaction({
    description:
      "When an agent of the ticket's team opens it for the first time.",
    defaultText: 'nothing happens',
    example: { from: ['unread'], to: 'read' },
    from: { defaultText: 'those of type new', example: ['unread'] },
    to: GOES_ON,
  }),
  onAssign: reaction({
    description: 'When a ticket gets an assignee.',
    defaultText: 'from the type new to the first status of type open',
    example: { from: ['unread', 'read'], to: 'assigned' },
    from: {
      more: SWITCH_OFF,
      defaultText: 'those of type new',
      example: ['unread', 'read'],
    },
    to: NOT_POSTPONED,
  }),
  onAgentReply: reaction({
    description: 'When the team replies.',
    defaultText: 'nothing happens',
    example: { to: 'waiting-requester' },
    from: {
      defaultText: 'those of the types new and open',
      example: ['new', 'in-progress'],
    },
    to: NOT_POSTPONED,
  }),
  onRequesterReply: reaction({
    description:
      "When the requester's side replies to a ticket that has not ended.",
    defaultText:
      'from the types waiting-requester and postponed to the first status of type open',
    example: { from: ['waiting-requester'], to: 'in-progress' },
    from: {
      more: SWITCH_OFF,
      defaultText: 'those of the types waiting-requester and postponed',
      example: ['waiting-requester'],
    },
    to: NOT_POSTPONED,
  }),
  onReturn: reaction({
    description:
      'When the date has come until which a ticket was postponed. It returns in any case, within a minute or two, and its assignee, else its team, is notified.',
    defaultText: 'from the type postponed to the first status of type open',
    example: { to: 'in-progress' },
    from: { defaultText: 'those of type postponed', example: ['postponed'] },
    to: GOES_ON,
  }),
  onReopen: reaction({
    description:
      "When an ended ticket is reopened, by hand or by a reply of the requester's side.",
    defaultText:
      'from the types solved and closed to the first status of type open',
    example: { from: ['solved'], to: 'in-progress' },
    from: {
      more: '; tickets in other ended statuses cannot be reopened',
      defaultText: 'those of the types solved and closed',
      example: ['solved'],
    },
    to: GOES_ON,
  }),
};

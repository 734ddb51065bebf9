import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import type { ChangeSet } from '../changeTicket';

/** Who makes the changes that the desk makes by itself. */
export const deskActor: Pick<ChangeSet, 'actor' | 'side'> = {
  actor: { ref: DESK_ACTOR, belongsTo: new Set([DESK_ACTOR]) },
  side: 'team',
};

import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import type { ChangeSet } from '../changeTicket';

/** The actor of scheduled work. */
export const deskActor: Pick<ChangeSet, 'actor' | 'side'> = {
  actor: { ref: DESK_ACTOR, belongsTo: new Set([DESK_ACTOR]) },
  side: 'team',
};

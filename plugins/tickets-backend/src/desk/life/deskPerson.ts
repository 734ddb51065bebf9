import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import type { MadeChange } from '../changeTicket';

/** Who makes the changes that the desk makes by itself. */
export const deskPerson: Pick<MadeChange, 'actor' | 'side'> = {
  actor: { ref: DESK_ACTOR, belongsTo: new Set([DESK_ACTOR]) },
  side: 'team',
};

import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import type { PersonalOccasion } from './rows';

/** Of what an event gives occasion to tell, or why of nothing. */
export type EventRow =
  | { readonly tells: readonly [PersonalOccasion, ...PersonalOccasion[]] }
  | { readonly tells: readonly []; readonly because: string };

const tells = (
  ...occasions: [PersonalOccasion, ...PersonalOccasion[]]
): EventRow => ({ tells: occasions });
const silent = (because: string): EventRow => ({ tells: [], because });

const SHOWN = 'whoever looks at the ticket sees it, and nobody has work by it';

/**
 * Which occasions the events of a ticket give. What a change tells of is always
 * among the occasions of its events.
 */
export const eventRows: Readonly<Record<EventDetail['type'], EventRow>> = {
  filed: tells('filed', 'filed-on-behalf'),
  routed: silent('it is part of the filing, of which the team is told'),
  replied: tells('replied'),
  noted: tells('noted'),
  'messaged-privately': tells('messaged-privately'),
  assigned: tells('assigned', 'unassigned', 'queued', 'returned'),
  moved: tells('moved', 'access-lost'),
  'status-changed': tells(
    'answer-expected',
    'postponed',
    'solved',
    'closed',
    'reopened',
    'returned',
  ),
  'portal-status-changed': silent(
    'it is what the requester sees of `status-changed`',
  ),
  edited: tells('priority-changed', 'access-lost'),
  'fields-edited': silent(SHOWN),
  'tags-edited': silent(SHOWN),
  'assets-edited': tells('access-lost'),
  'entities-edited': silent(SHOWN),
  'notify-requester-set': silent(
    "it says that the requester's side is to be left in peace, or no more",
  ),
  'organisation-access-set': tells('access-lost'),
  'person-added': tells('added'),
  'person-removed': tells('access-lost'),
  postponed: tells('returned'),
  archived: silent('the ticket ended before, and only leaves the lists'),
  reactivated: silent('the ticket is in the lists again, and still ended'),
  linked: silent(SHOWN),
  unlinked: silent(SHOWN),
  'merged-into': tells('merged', 'access-lost'),
  'merged-from': tells('joined'),
  rated: tells('rated'),
  'sla-warned': tells('sla-warning'),
  'sla-breached': tells('sla-breach'),
};

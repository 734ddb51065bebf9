import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import { type HistoryRules, seenFromOutside } from './history';

/**
 * Who can detect an event by what all readers of a ticket share: its version,
 * the time of its last update, its place in lists, and whether it is unread.
 *
 * - `readers`: all who may read the ticket and see the event in its history;
 *   only agents if others do not see it
 * - `nobody`: events that only some of the readers or few agents may know of
 */
type NoticedBy = 'readers' | 'nobody';

const noticedBy: Readonly<Record<EventDetail['type'], NoticedBy>> = {
  filed: 'readers',
  replied: 'readers',
  assigned: 'readers',
  moved: 'readers',
  'status-changed': 'readers',
  'portal-status-changed': 'readers',
  postponed: 'readers',
  unarchived: 'readers',
  'merged-into': 'readers',
  'merged-from': 'readers',
  archived: 'readers',
  edited: 'readers',
  'fields-edited': 'readers',
  'tags-edited': 'readers',
  'assets-edited': 'readers',
  'entities-edited': 'readers',
  'notify-requester-set': 'readers',
  'organisation-access-set': 'readers',
  'person-added': 'readers',
  'person-removed': 'readers',
  rated: 'readers',
  noted: 'nobody',
  'private-message-added': 'nobody',
  'message-redacted': 'nobody',
  routed: 'nobody',
  'sla-warned': 'nobody',
  'sla-breached': 'nobody',
  // readers of one ticket may not be able to read the other one
  linked: 'nobody',
  unlinked: 'nobody',
};

/** What an event moves beside what it changes. */
export interface Trace {
  /** Agents find a new version. */
  readonly inside: boolean;
  /** So do all others, with a new time of the last update. */
  readonly outside: boolean;
}

/**
 * The traces of an event. An event that a reader may not see must leave none
 * that they see.
 *
 * @param category - of the ticket at the time of the event
 */
export function traceOf(
  rules: HistoryRules,
  category: string | null,
  detail: EventDetail,
): Trace {
  const inside = noticedBy[detail.type] === 'readers' && !isOfWatcher(detail);
  return {
    inside,
    outside: inside && isSeenFromOutside(rules, category, detail),
  };
}

/**
 * What one change with all its events moves.
 *
 * @param category - which the ticket had before
 */
export function traceOfAll(
  rules: HistoryRules,
  category: string | null,
  details: readonly EventDetail[],
): Trace {
  let present = category;
  const traces = details.map(detail => {
    const trace = traceOf(rules, present, detail);
    present = categoryAfter(present, detail);
    return trace;
  });
  return {
    inside: traces.some(({ inside }) => inside),
    outside: traces.some(({ outside }) => outside),
  };
}

function categoryAfter(
  category: string | null,
  detail: EventDetail,
): string | null {
  if (detail.type === 'filed') {
    return detail.category;
  }
  return detail.type === 'edited' && detail.field === 'category'
    ? detail.to
    : category;
}

/** Who watches a ticket is known to agents, and changes nothing for them. */
function isOfWatcher(detail: EventDetail): boolean {
  return 'role' in detail && detail.role === 'watcher';
}

function isSeenFromOutside(
  rules: HistoryRules,
  category: string | null,
  detail: EventDetail,
): boolean {
  switch (detail.type) {
    case 'private-message-added':
    case 'message-redacted':
    case 'linked':
    case 'unlinked':
      return false;
    case 'merged-into':
    case 'merged-from':
      // the conversations become one
      return true;
    default:
      return seenFromOutside(rules, category, detail) !== undefined;
  }
}

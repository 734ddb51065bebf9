import type { JsonObject } from '@backstage/types';
import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import { type CategoryForm, shownFields } from './forms/forms';
import type { Statuses } from './statuses';

/** What of the desk's rules the view from outside follows. */
export interface HistoryRules {
  readonly statuses: Statuses;
  /** Absent: there are none. */
  readonly categories?: readonly {
    readonly id: string;
    readonly form?: CategoryForm;
  }[];
}

/** A reader of a ticket's history. */
export interface HistoryReader {
  readonly ref: string;
  readonly inside: boolean;
  /** Whether they may read the other ticket that an event names, by its id. */
  mayRead(ticketId: string): boolean;
}

/**
 * What a reader sees of an event.
 *
 * @param category - the present category of the event's ticket, whose form
 *   decides which fields are shown
 * @returns undefined for an event that the reader does not see
 */
export function seenBy(
  rules: HistoryRules,
  reader: HistoryReader,
  category: string | null,
  event: { readonly actor: string; readonly detail: EventDetail },
): EventDetail | undefined {
  const { actor, detail } = event;
  switch (detail.type) {
    case 'private-message-added':
      return [actor, ...detail.recipients].includes(reader.ref)
        ? detail
        : undefined;
    case 'message-redacted':
      return redactionSeenBy(reader, actor, detail);
    case 'linked':
    case 'unlinked':
    case 'merged-into':
    case 'merged-from':
      return reader.mayRead(detail.ticket) ? detail : undefined;
    default:
      return reader.inside ? detail : seenFromOutside(rules, category, detail);
  }
}

/** The events that only concern some, whether they are inside or outside. */
type PersonalEvent =
  | 'private-message-added'
  | 'message-redacted'
  | 'linked'
  | 'unlinked'
  | 'merged-into'
  | 'merged-from';

/** Those see it who could read the message; why it happened is for agents. */
function redactionSeenBy(
  reader: HistoryReader,
  actor: string,
  detail: Extract<EventDetail, { type: 'message-redacted' }>,
): EventDetail | undefined {
  const { kind, readers = [], reason: _reason, ...outside } = detail;
  switch (kind) {
    case 'private':
      return [actor, ...readers].includes(reader.ref) ? detail : undefined;
    case 'note':
      return reader.inside ? detail : undefined;
    case 'reply':
      return reader.inside ? detail : { ...outside, kind };
    default:
      return kind satisfies never;
  }
}

/**
 * What readers outside the team see of an event: no notes, no routing and
 * nothing else that serves the team's work, only the portal status, and only
 * the fields that the form shows there.
 *
 * @returns undefined for an event that the reader does not see
 */
export function seenFromOutside(
  rules: HistoryRules,
  category: string | null,
  detail: Exclude<EventDetail, { type: PersonalEvent }>,
): EventDetail | undefined {
  switch (detail.type) {
    case 'filed':
      return filedFromOutside(rules, detail);
    case 'status-changed':
      return statusFromOutside(rules, detail);
    case 'fields-edited': {
      const from = outsideFields(rules, category, detail.from);
      const to = outsideFields(rules, category, detail.to);
      return Object.keys(to).length > 0
        ? { type: 'fields-edited', from, to }
        : undefined;
    }
    case 'edited':
      return detail.field === 'slaPolicy' ? undefined : detail;
    case 'person-added':
    case 'person-removed':
      return detail.role === 'watcher' ? undefined : detail;
    case 'noted':
    case 'routed':
    case 'tags-edited':
    case 'notify-requester-set':
    case 'sla-warned':
    case 'sla-breached':
      return undefined;
    case 'assigned':
    case 'moved': {
      const { reason: _reason, ...outside } = detail;
      return outside;
    }
    case 'replied':
    case 'portal-status-changed':
    case 'assets-edited':
    case 'entities-edited':
    case 'organisation-access-set':
    case 'postponed':
    case 'archived':
    case 'unarchived':
    case 'rated':
      return detail;
    default:
      return detail satisfies never;
  }
}

/**
 * A status that shows as another one in the portal. One that shows the same
 * is seen by what comes with it: that the ticket has an end, or will return.
 */
function statusFromOutside(
  { statuses }: HistoryRules,
  detail: Extract<EventDetail, { type: 'status-changed' }>,
): EventDetail | undefined {
  const from = statuses.get(detail.from).portalStatus;
  const to = statuses.get(detail.to).portalStatus;
  const looksAlike =
    from === to &&
    statuses.isEnded(detail.from) === statuses.isEnded(detail.to) &&
    statuses.isPostponed(detail.from) === statuses.isPostponed(detail.to);
  return looksAlike ? undefined : { type: 'portal-status-changed', from, to };
}

type Filed = Extract<EventDetail, { type: 'filed' }>;
type Fields = NonNullable<Filed['fields']>;

function filedFromOutside(rules: HistoryRules, detail: Filed): Filed {
  const {
    status: _status,
    tags: _tags,
    slaPolicy: _slaPolicy,
    notifyRequester: _notifyRequester,
    fields,
    people,
    ...outside
  } = detail;
  return {
    ...outside,
    ...(fields && { fields: outsideFields(rules, detail.category, fields) }),
    ...(people && { people: people.filter(({ role }) => role !== 'watcher') }),
  };
}

function outsideFields(
  rules: HistoryRules,
  category: string | null,
  fields: Fields,
): Fields {
  const form = rules.categories?.find(({ id }) => id === category)?.form;
  return shownFields(form, false, fields as JsonObject) as Fields;
}

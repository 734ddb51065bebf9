import type { JsonObject } from '@backstage/types';
import type {
  Channel,
  EventDetail,
  TicketPerson,
  Visibility,
} from '@portaldesk/plugin-tickets-common';
import type { HistoryRules } from './history';
import type { Statuses } from './statuses';
import { isActivity } from './activity';
import { traceOf } from './traces';

/** All that events decide about a ticket. */
export interface TicketState {
  readonly subject: string;
  readonly status: string;
  readonly category: string | null;
  readonly priority: string;
  readonly visibility: Visibility;
  readonly channel: Channel;
  /** What the category's form asked for, by name of the field. */
  readonly fields: JsonObject;
  readonly tags: readonly string[];
  /** Reference of a catalog System. */
  readonly system: string | null;
  readonly slaPolicy: string | null;
  readonly requester: string;
  readonly createdBy: string;
  readonly organisation: string | null;
  /** Whether members of the organisation have access. */
  readonly organisationAccess: boolean;
  /** Whether the requester's side is notified. */
  readonly notifyRequester: boolean;
  readonly team: string | null;
  readonly assignee: string | null;
  /** Added people and groups, and watchers, in the order of being added. */
  readonly people: readonly TicketPerson[];
  /** References of the catalog entities it is about; the first is primary. */
  readonly assets: readonly string[];
  /** References of further catalog entities. */
  readonly entities: readonly string[];
  readonly createdAt: Date;
  /** The last change that all readers see. */
  readonly updatedAt: Date;
  /** Who made the change at that time. */
  readonly updatedBy: string;
  /** Who made the last change that agents see. */
  readonly changedBy: string;
  /** When it was last worked on or talked about. */
  readonly activeAt: Date;
  /** When it was last solved or closed; null while it is neither. */
  readonly endedAt: Date | null;
  /** When it returns; null while it is not postponed. */
  readonly postponedUntil: Date | null;
  readonly archivedAt: Date | null;
  /** Id of the ticket that it went into. */
  readonly mergedInto: string | null;
  readonly rating: {
    readonly stars: number;
    readonly comment: string | null;
  } | null;
}

/** An event that is about to be recorded. */
export interface NewEvent {
  readonly actor: string;
  readonly at: Date;
  readonly detail: EventDetail;
}

/**
 * The ticket after an event: replaying all events of a ticket gives the
 * ticket.
 *
 * @param state - undefined before the first event, which is `filed`
 */
export function applyEvent(
  rules: HistoryRules,
  state: TicketState | undefined,
  event: NewEvent,
): TicketState {
  const { actor, detail, at } = event;
  const { statuses } = rules;
  if (detail.type === 'filed') {
    return filedState(statuses, event, detail);
  }
  if (!state) {
    throw new Error(`the first event of a ticket cannot be ${detail.type}`);
  }
  const trace = traceOf(rules, state.category, detail);
  return {
    ...state,
    ...changesBy(statuses, state, event),
    ...(trace.inside && { changedBy: actor }),
    ...(trace.outside && { updatedAt: at, updatedBy: actor }),
    ...(isActivity(event) && { activeAt: at }),
  };
}

function changesBy(
  statuses: Statuses,
  state: TicketState,
  { detail, at }: NewEvent,
): Partial<TicketState> {
  switch (detail.type) {
    case 'routed':
      return { team: detail.team };
    case 'assigned':
      return { assignee: detail.to };
    case 'moved':
      return { team: detail.to };
    case 'status-changed':
      return {
        status: detail.to,
        endedAt: statuses.isEnded(detail.to) ? (state.endedAt ?? at) : null,
        postponedUntil: statuses.isPostponed(detail.to)
          ? state.postponedUntil
          : null,
      };
    case 'postponed':
      return {
        postponedUntil: detail.until === null ? null : new Date(detail.until),
      };
    case 'edited':
      return { [detail.field]: detail.to };
    case 'fields-edited':
      return { fields: withFields(state.fields, detail.to) };
    case 'tags-edited':
      return { tags: detail.to };
    case 'assets-edited':
      return { assets: detail.to };
    case 'entities-edited':
      return { entities: detail.to };
    case 'notify-requester-set':
      return { notifyRequester: detail.to };
    case 'organisation-access-set':
      return { organisationAccess: detail.to };
    case 'person-added':
      return {
        people: [...state.people, { ref: detail.ref, role: detail.role }],
      };
    case 'person-removed':
      return {
        people: state.people.filter(
          ({ ref, role }) => ref !== detail.ref || role !== detail.role,
        ),
      };
    case 'archived':
      return { archivedAt: at };
    case 'unarchived':
      return { archivedAt: null };
    case 'merged-into':
      return { mergedInto: detail.ticket };
    case 'rated':
      return { rating: { stars: detail.stars, comment: detail.comment } };
    case 'filed':
    case 'replied':
    case 'noted':
    case 'private-message-added':
    case 'message-redacted':
    case 'portal-status-changed':
    case 'linked':
    case 'unlinked':
    case 'merged-from':
    case 'sla-warned':
    case 'sla-breached':
      return {};
    default:
      return detail satisfies never;
  }
}

/** Fields that became null are empty from then on. */
function withFields(before: JsonObject, changes: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries({ ...before, ...changes }).filter(
      ([, value]) => value !== null,
    ),
  );
}

function filedState(
  statuses: Statuses,
  { actor, at }: NewEvent,
  detail: Extract<EventDetail, { type: 'filed' }>,
): TicketState {
  const { type: _type, status = '', ...filed } = detail;
  return {
    ...filed,
    status,
    // what tickets did not have at first, their events do not mention
    channel: filed.channel ?? 'portal',
    fields: filed.fields ?? {},
    tags: filed.tags ?? [],
    system: filed.system ?? null,
    slaPolicy: filed.slaPolicy ?? null,
    organisationAccess: filed.organisationAccess ?? true,
    notifyRequester: filed.notifyRequester ?? true,
    people: filed.people ?? [],
    entities: filed.entities ?? [],
    createdBy: actor,
    team: null,
    assignee: null,
    createdAt: at,
    updatedAt: at,
    updatedBy: actor,
    changedBy: actor,
    activeAt: at,
    endedAt: statuses.isEnded(status) ? at : null,
    postponedUntil: null,
    archivedAt: null,
    mergedInto: null,
    rating: null,
  };
}

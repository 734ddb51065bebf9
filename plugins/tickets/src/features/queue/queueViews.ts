import type {
  DeskDescription,
  StatusType,
  TicketFilter,
} from '@portaldesk/plugin-tickets-common';

/** The quick views of a queue. */
export const QUEUE_VIEWS = [
  'open',
  'unassigned',
  'mine',
  'waiting',
  'closed',
  'triage',
] as const;

/** One of {@link QUEUE_VIEWS}. */
export type QueueView = (typeof QUEUE_VIEWS)[number];

const WAITING: ReadonlySet<StatusType> = new Set([
  'waiting-requester',
  'waiting-internal',
]);

/**
 * Which tickets a view of the queue shows.
 *
 * @param teams - the teams whose queue it is; empty: every team's
 */
export function queueFilter(
  view: QueueView,
  teams: string[],
  desk: DeskDescription,
): TicketFilter {
  const team = teams.length > 0 ? teams : undefined;
  switch (view) {
    case 'unassigned':
      return { state: 'open', team, assignee: ['none'] };
    case 'mine':
      return { state: 'open', team, assignee: [desk.caller.ref] };
    case 'waiting':
      return { state: 'open', team, ...waiting(desk) };
    case 'closed':
      return { state: 'closed', team };
    case 'triage':
      return { state: 'open', team: ['none'] };
    default:
      return { state: 'open', team };
  }
}

function waiting(desk: DeskDescription): TicketFilter {
  const status = desk.statuses
    .filter(({ type }) => WAITING.has(type))
    .map(({ id }) => id);
  return status.length > 0 ? { status } : { light: ['red'] };
}

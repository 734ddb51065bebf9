import type {
  DeskDescription,
  StatusType,
  TicketFilter,
} from '@portaldesk/plugin-tickets-common';
import type { Sort, TicketListState } from '../../components';

/** One of the views that a list has without anybody saving them. */
export interface OwnView<Id extends string = string> {
  readonly id: Id;
  readonly filter: TicketFilter;
  readonly sort?: Sort;
  /** Whether it is shown only while it has tickets. */
  readonly onlyFilled?: boolean;
  /** Whether its filter names a time that moves on, so that it cannot be saved. */
  readonly moves?: boolean;
}

/** The views of a queue. */
export type QueueView =
  | 'open'
  | 'unassigned'
  | 'mine'
  | 'due'
  | 'overdue'
  | 'waiting'
  | 'solved'
  | 'closed'
  | 'triage';

/** The views of the reader's own tickets. */
export type MyView = 'open' | 'answer' | 'closed' | 'all';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long before its deadline a ticket is due soon, in milliseconds. */
const SOON = DAY;

/** How long a ticket counts as recently solved, in milliseconds. */
const RECENT = 7 * DAY;

const WAITING: readonly StatusType[] = [
  'waiting-requester',
  'waiting-internal',
];

/**
 * What agents work from.
 *
 * @param teams - the teams whose queue it is; empty: every team's
 * @param now - milliseconds since 1970
 */
export function queueViews(
  teams: readonly string[],
  desk: DeskDescription,
  now: number,
): OwnView<QueueView>[] {
  const team = teams.length > 0 ? [...teams] : undefined;
  const open: TicketFilter = { state: 'open', team };
  // the same for an hour, so that the answers can be kept
  const hour = Math.floor(now / HOUR) * HOUR;
  const hasDeadlines = desk.slaPolicies.length > 0;
  return [
    { id: 'open', filter: open },
    { id: 'unassigned', filter: { ...open, assignee: ['none'] } },
    { id: 'mine', filter: { ...open, assignee: [desk.caller.ref] } },
    ...(hasDeadlines
      ? ([
          {
            id: 'due',
            filter: { ...open, overdue: false, dueTo: iso(hour + HOUR + SOON) },
            sort: 'dueAt-asc',
            moves: true,
          },
          {
            id: 'overdue',
            filter: { ...open, overdue: true },
            sort: 'dueAt-asc',
          },
        ] as const)
      : []),
    { id: 'waiting', filter: { ...open, type: [...WAITING] } },
    {
      id: 'solved',
      filter: { state: 'closed', team, endedFrom: iso(hour - RECENT) },
      moves: true,
    },
    { id: 'closed', filter: { state: 'closed', team } },
    {
      id: 'triage',
      filter: { state: 'open', team: ['none'] },
      onlyFilled: true,
    },
  ];
}

/** What a person filed, or what was filed for them. */
export function myViews(caller: string): OwnView<MyView>[] {
  const requester = [caller];
  return [
    { id: 'open', filter: { state: 'open', requester } },
    { id: 'answer', filter: { state: 'open', requester, light: ['red'] } },
    { id: 'closed', filter: { state: 'closed', requester } },
    { id: 'all', filter: { requester } },
  ];
}

/** Every ticket that the reader may see, in the state that the address names. */
export function allViews(state: TicketListState): OwnView<'all'>[] {
  return [
    { id: 'all', filter: { state: state === 'all' ? undefined : state } },
  ];
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

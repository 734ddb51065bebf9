import type {
  OperationInput,
  OperationName,
  Operations,
} from '@portaldesk/plugin-tickets-common';
import type { LaneName } from './Lanes';

/** The cost of an expensive request. */
interface Cost<Input> {
  /** Where it waits for its turn. */
  readonly lane: LaneName;
  /** In units of simple work; 0: it is cheap and does not wait. Default: 1 */
  cost?(input: Input): number;
  /**
   * As how many requests it counts at the gate. Default: `SEVERAL_REQUESTS`
   */
  readonly requests?: number;
}

/** As how many requests an expensive one counts. */
const SEVERAL_REQUESTS = 5;

/** The same when a whole team is notified, which takes longer than the request. */
const MANY_REQUESTS = 30;

type Parsed<Name extends OperationName> = Operations[Name] extends {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of any type
  input?: OperationInput<any, any, infer Input>;
}
  ? Input
  : undefined;

type Costs = {
  readonly [Name in OperationName]?: Cost<Parsed<Name>>;
};

/** The operations that are expensive; all others are cheap. */
const costs: Costs = {
  fileTicket: { lane: 'writing', requests: MANY_REQUESTS },
  addMessage: { lane: 'writing' },
  applyCannedReply: { lane: 'writing' },
  splitTicket: { lane: 'writing', requests: MANY_REQUESTS },
  createWorkOrder: { lane: 'writing', requests: MANY_REQUESTS },
  changeTickets: { lane: 'writing', cost: ({ tickets }) => tickets.length },

  // without a text, an index serves the page
  listTickets: { lane: 'reading', cost: ({ text }) => (text ? 1 : 0) },
  countTickets: { lane: 'reading' },
  countViews: {
    lane: 'reading',
    cost: ({ views }) => Math.ceil(views.length / 10),
  },
  searchTickets: { lane: 'reading' },
  similarTickets: { lane: 'reading' },

  getReportSummary: { lane: 'reports' },
  getReportGroups: { lane: 'reports' },
  getReportTrend: { lane: 'reports' },
};

/** How long a database works on what counts as one request, in milliseconds. */
const REQUEST_TIME = 15;

/**
 * As how many further requests one counts on which a database worked so long,
 * in milliseconds: what is cheap to read on a small desk can be expensive on a
 * large one. Writing is bounded otherwise.
 */
export function requestsOfTime({ lane }: RequestCost, worked: number): number {
  return lane === 'writing' ? 0 : Math.floor(worked / REQUEST_TIME);
}

/** How much of a body counts as a request, in bytes. */
const REQUEST_SIZE = 65_536;

/** How long large bodies keep the process busy: bytes in a millisecond. */
const BODY_SPEED = 5_000;

/**
 * What a large body costs beside the request, whether it is refused or not: the
 * process has to read it and to get rid of it, which takes it time later, too.
 *
 * @param bytes - its size
 * @returns as how many further requests it counts, and as how many milliseconds
 *   of work
 */
export function costOfBody(bytes: number): {
  requests: number;
  worked: number;
} {
  return {
    requests: Math.floor(bytes / REQUEST_SIZE),
    worked: bytes < REQUEST_SIZE ? 0 : bytes / BODY_SPEED,
  };
}

/** What an expensive request costs. */
export interface RequestCost {
  /** Where it waits for its turn. */
  readonly lane: LaneName;
  /** In units of simple work. */
  readonly cost: number;
  /** As how many requests it counts at the gate. */
  readonly requests: number;
}

/**
 * The cost of a request.
 *
 * @param input - its query or body
 * @returns undefined for a cheap request
 */
export function costOf(
  name: OperationName,
  input: unknown,
): RequestCost | undefined {
  const known = costs[name] as Cost<unknown> | undefined;
  const cost = known?.cost?.(input) ?? 1;
  return known && cost > 0
    ? { lane: known.lane, cost, requests: known.requests ?? SEVERAL_REQUESTS }
    : undefined;
}

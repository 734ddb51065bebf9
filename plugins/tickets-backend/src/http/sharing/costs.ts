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
}

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
  fileTicket: { lane: 'writing' },
  addMessage: { lane: 'writing' },
  applyCannedReply: { lane: 'writing' },
  splitTicket: { lane: 'writing' },
  createWorkOrder: { lane: 'writing' },
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

/**
 * The cost of a request, and the lane in which it waits.
 *
 * @param input - its query or body
 * @returns undefined for a cheap request
 */
export function costOf(
  name: OperationName,
  input: unknown,
): { lane: LaneName; cost: number } | undefined {
  const { lane, cost = () => 1 } = (costs[name] ?? {}) as Partial<
    Cost<unknown>
  >;
  const units = cost(input);
  return lane === undefined || units === 0 ? undefined : { lane, cost: units };
}

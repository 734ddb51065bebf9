import { randomUUID } from 'node:crypto';
import type { EventDetail, LinkType } from '@portaldesk/plugin-tickets-common';
import { TicketChange } from '../../domain/TicketChange';
import type { AssignmentStrategy } from '../../domain/routing/assignment';
import { counterScope, formatNumber } from '../../domain/numbering';
import type { RoutingDecision } from '../../domain/routing/routing';
import { type NewEvent, applyEvent } from '../../domain/ticketState';
import { firstStatus } from '../../domain/workflow';
import type { TicketInsert } from '../../store/tickets/newTickets';
import type { StoredMessage } from '../../store/messages/StoredMessage';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskStore } from '../../store/DeskStore';
import type { Caller } from '../Caller';
import {
  notificationEntriesOf,
  signalAfterCommit,
} from '../notifications/notify';
import { assignInTurn } from './assignInTurn';
import { type DeskContext, callersScope } from '../context';
import { attachFiles } from '../attachments/files';
import { filedDeadlines } from '../sla/ticketDeadlines';
import { ticketAccess } from '../present';

type FiledEvent = Extract<EventDetail, { type: 'filed' }>;

/** A new ticket, when everything is decided that needs no transaction. */
export interface Filing {
  /** Default: a random one */
  readonly id?: string;
  readonly filed: Omit<FiledEvent, 'type' | 'status'>;
  /** By reference of the asset. */
  readonly assetOwners: Readonly<Record<string, string | null>>;
  readonly routing: Omit<RoutingDecision, 'outcome'>;
  /** Who is assigned: a person, nobody, or the choice of the strategy. */
  readonly assignee:
    | string
    | null
    | {
        readonly strategy: AssignmentStrategy;
        /** Of the team that it was routed to. */
        readonly members: readonly string[];
      };
  /** The first message. */
  readonly message?: {
    /** Markdown. */
    readonly body: string;
    /** Ids of files that the caller uploaded. */
    readonly attachments?: readonly string[];
  };
  /** Tickets that it belongs to, as the first of the two. */
  readonly links?: readonly {
    readonly type: LinkType;
    readonly to: Pick<StoredTicket, 'id' | 'number'>;
  }[];
}

export interface OpenedTicket {
  readonly ticket: StoredTicket;
  readonly message?: StoredMessage;
}

/**
 * Writes a new ticket as part of a transaction: draws its number, chooses its
 * assignee and records notifications. For a link, the caller records the event
 * of the other ticket, which has to be locked before: tickets are locked before
 * turns and counters, always in this order.
 */
export async function openTicket(
  context: DeskContext,
  store: DeskStore,
  caller: Caller,
  filing: Filing,
): Promise<OpenedTicket> {
  const { events, change } = await beginTicket(context, store, caller, filing);
  const allEvents = [...events, ...change.events];
  const { ticket, message } = await insertTicket(
    context,
    store,
    caller,
    {
      ...change.state,
      id: filing.id ?? randomUUID(),
      version: 1,
      internalChanges: 0,
      assetOwners: filing.assetOwners,
      deadlines: filedDeadlines(context, change.state, allEvents),
    },
    {
      events: allEvents,
      message: filing.message && firstMessage(caller, change, filing.message),
    },
  );
  for (const { type, to } of filing.links ?? []) {
    await store.links.insert(
      { from: ticket.id, to: to.id, type },
      ticket.createdAt,
    );
  }
  if (!message) {
    return { ticket };
  }
  const files = await attachFiles(
    { config: context.config, store },
    caller,
    filing.message?.attachments ?? [],
    { ticketId: ticket.id, messageId: message.id },
  );
  return { ticket, message: { ...message, files } };
}

/** Lets happen what belongs to the filing, before the ticket has a number. */
async function beginTicket(
  { config, clock }: DeskContext,
  store: DeskStore,
  caller: Caller,
  { filed, routing, assignee, links = [] }: Filing,
): Promise<{ events: readonly NewEvent[]; change: TicketChange }> {
  const at = clock();
  const first: NewEvent = {
    actor: caller.ref,
    at,
    detail: {
      type: 'filed',
      ...filed,
      status: firstStatus(config.statuses).id,
    },
  };
  const state = applyEvent(config, undefined, first);
  const change = new TicketChange(config, caller.ref, at, state);
  const { team } = routing;
  const assignment =
    typeof assignee === 'object' && assignee !== null && team !== null
      ? await assignInTurn(store, {
          ...assignee,
          team,
          creator: caller.ref,
          at,
        })
      : { assignee: typeof assignee === 'string' ? assignee : null };
  change.record({
    type: 'routed',
    team,
    rule: routing.rule,
    ...(routing.ruleName !== undefined && { ruleName: routing.ruleName }),
    reason: [routing.reason, assignment.reason].filter(Boolean).join(' '),
  });
  for (const { type, to } of links) {
    const { id, number } = to;
    change.record({
      type: 'linked',
      link: type,
      outward: true,
      ticket: id,
      number,
    });
  }
  if (
    config.markOwnTicketsRead &&
    team !== null &&
    caller.belongsTo.has(team)
  ) {
    change.react('read');
  }
  change.assignTo(assignment.assignee);
  return { events: [first], change };
}

/**
 * Inserts the ticket with the next number. Numbers that tickets got by another
 * mask are passed over, so that a mask can be changed at any time. Others who
 * file wait from here on, so that everything else is decided before.
 */
async function insertTicket(
  context: DeskContext,
  store: DeskStore,
  caller: Caller,
  ticket: Omit<StoredTicket, 'number'>,
  beginning: Pick<TicketInsert, 'message'> & { events: readonly NewEvent[] },
): Promise<OpenedTicket> {
  const { config } = context;
  const { category, createdAt: at } = ticket;
  const mask =
    config.categories.find(({ id }) => id === category)?.numbering ??
    config.numbering;
  for (;;) {
    const count = await store.tickets.nextCount(counterScope(mask, at));
    const number = formatNumber(mask, { at, count, category });
    const numbered = { ...ticket, number };
    const notifications = notificationEntriesOf(context, {
      before: undefined,
      after: numbered,
      events: beginning.events,
      actor: caller,
      side: ticketAccess(callersScope(context, caller), numbered).side,
    });
    const begun = await store.tickets.insert(numbered, {
      ...beginning,
      count,
      outbox: notifications,
    });
    if (begun) {
      signalAfterCommit(context, store, notifications);
      return { ...begun, ticket: numbered };
    }
  }
}

/**
 * The first message is part of the filing, without an event of its own. It is
 * the request, so it counts as the requester's side, even if an agent wrote it.
 */
function firstMessage(
  caller: Caller,
  { state }: TicketChange,
  { body }: NonNullable<Filing['message']>,
): NonNullable<TicketInsert['message']> {
  return {
    kind: 'reply',
    side: 'requester',
    author: caller.ref,
    body,
    createdAt: state.createdAt,
  };
}

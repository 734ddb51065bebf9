import type { MessageKind } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Scope } from '../domain/access';
import type { NewEvent } from '../domain/ticketState';
import type {
  BackwardsPage,
  NewMessage,
  StoredTicket,
  TicketConditions,
  TicketListRequest,
  TicketStore,
} from './TicketStore';
import * as counters from './counters';
import * as events from './events';
import * as imports from './imports';
import * as lists from './lists';
import * as messages from './messages';
import * as tickets from './tickets';

/** The desk's memory in SQLite or PostgreSQL. */
export class KnexTicketStore implements TicketStore {
  constructor(private readonly knex: Knex) {}

  transaction<T>(work: (store: TicketStore) => Promise<T>): Promise<T> {
    return this.knex.transaction(tx => work(new KnexTicketStore(tx)));
  }

  nextCount(scope: string) {
    return counters.nextCount(this.knex, scope);
  }

  isNumberTaken(number: string) {
    return tickets.isNumberTaken(this.knex, number);
  }

  insertTicket(ticket: StoredTicket) {
    return tickets.insertTicket(this.knex, ticket);
  }

  findTicket(key: string) {
    return tickets.findTicket(this.knex, key, { lock: false });
  }

  lockTicket(key: string) {
    return tickets.findTicket(this.knex, key, { lock: true });
  }

  updateTicket(ticket: StoredTicket) {
    return tickets.updateTicket(this.knex, ticket);
  }

  listTickets(scope: Scope, request: TicketListRequest) {
    return lists.listTickets(this.knex, scope, request);
  }

  countTickets(scope: Scope, where: TicketConditions, cap: number) {
    return lists.countTickets(this.knex, scope, where, cap);
  }

  countByStatus(scope: Scope, where: TicketConditions) {
    return lists.countByStatus(this.knex, scope, where);
  }

  insertMessage(ticketId: string, message: NewMessage) {
    return messages.insertMessage(this.knex, ticketId, message);
  }

  listMessages(
    ticketId: string,
    kinds: readonly MessageKind[],
    page: BackwardsPage,
  ) {
    return messages.listMessages(this.knex, ticketId, kinds, page);
  }

  insertEvents(
    ticketId: string,
    version: number,
    newEvents: readonly NewEvent[],
  ) {
    return events.insertEvents(this.knex, ticketId, version, newEvents);
  }

  listEvents(ticketId: string, page: BackwardsPage) {
    return events.listEvents(this.knex, ticketId, page);
  }

  eventsSince(ticketId: string, version: number) {
    return events.eventsSince(this.knex, ticketId, version);
  }

  claimImport(id: string, at: Date) {
    return imports.claimImport(this.knex, id, at);
  }

  isImported(id: string) {
    return imports.isImported(this.knex, id);
  }
}

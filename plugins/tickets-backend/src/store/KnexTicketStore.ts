import type { Knex } from 'knex';
import type { Scope } from '../domain/access/access';
import type { Versions } from '../domain/versions';
import type { Deadlines } from '../domain/sla/deadlines';
import type { NewEvent } from '../domain/ticketState';
import type {
  BackwardsPage,
  MessageReader,
  NewMessage,
  StoredLink,
  StoredTicket,
  TicketConditions,
  TicketStore,
  VersionSeen,
} from './TicketStore';
import { type AbsenceStore, KnexAbsenceStore } from './AbsenceStore';
import { KnexFileStore } from './KnexFileStore';
import { KnexNotifiedStore, type NotifiedStore } from './NotifiedStore';
import { KnexOutboxStore } from './KnexOutboxStore';
import { KnexReadStore, type ReadStore } from './ReadStore';
import {
  KnexIdempotencyStore,
  type IdempotencyStore,
} from './IdempotencyStore';
import { KnexRoundRobinStore, type RoundRobinStore } from './RoundRobinStore';
import {
  KnexUnavailableStore,
  type UnavailableStore,
} from './UnavailableStore';
import { KnexViewStore, type ViewStore } from './ViewStore';
import { KnexReportStore } from './reports/KnexReportStore';
import type { ReportStore } from './reports/ReportStore';
import type { DuePage } from './due';
import type { ConfiguredProperty } from './stranded';
import { KnexSearchStore, type SearchStore } from './search/SearchStore';
import { inTransaction } from './database/inTransaction';
import * as counters from './counters';
import * as due from './due';
import * as events from './events';
import { findTicketsByKeys } from './findByKeys';
import * as found from './findTickets';
import * as imports from './imports';
import * as links from './links';
import { countEach } from './lists/counts';
import { type TicketListRequest, listTickets } from './lists/listTickets';
import * as merged from './merged';
import * as messages from './messages';
import { moveConversation, moveMessage } from './moveConversation';
import { moveTicketTexts } from './search/texts';
import { type TicketInsert, insertTicket } from './newTickets';
import { type OutdatedPage, outdatedDeadlines } from './outdatedDeadlines';
import { slaEvents } from './slaEvents';
import * as stranded from './stranded';
import * as tickets from './tickets';

/** The desk's memory in SQLite or PostgreSQL. */
export class KnexTicketStore implements TicketStore {
  readonly files: KnexFileStore;
  readonly outbox: KnexOutboxStore;
  readonly notified: NotifiedStore;
  readonly idempotency: IdempotencyStore;
  readonly absences: AbsenceStore;
  readonly roundRobin: RoundRobinStore;
  readonly reads: ReadStore;
  readonly views: ViewStore;
  readonly reports: ReportStore;
  readonly search: SearchStore;
  readonly unavailable: UnavailableStore;

  /**
   * @param reading - connections for what takes long to read
   * @param uponCommit - what waits for the transaction that this is part of
   */
  constructor(
    private readonly knex: Knex,
    private readonly reading: Knex = knex,
    private readonly uponCommit?: (() => void)[],
  ) {
    this.files = new KnexFileStore(knex);
    this.outbox = new KnexOutboxStore(knex);
    this.notified = new KnexNotifiedStore(knex);
    this.idempotency = new KnexIdempotencyStore(knex);
    this.absences = new KnexAbsenceStore(knex);
    this.roundRobin = new KnexRoundRobinStore(knex);
    this.reads = new KnexReadStore(knex);
    this.views = new KnexViewStore(knex);
    this.reports = new KnexReportStore(reading);
    this.search = new KnexSearchStore(reading);
    this.unavailable = new KnexUnavailableStore(knex);
  }

  async transaction<T>(work: (store: TicketStore) => Promise<T>): Promise<T> {
    const waiting = this.uponCommit ?? [];
    const result = await inTransaction(this.knex, tx =>
      work(new KnexTicketStore(tx, tx, waiting)),
    );
    if (waiting !== this.uponCommit) {
      waiting.forEach(callback => callback());
    }
    return result;
  }

  afterCommit(callback: () => void) {
    if (this.uponCommit) {
      this.uponCommit.push(callback);
    } else {
      callback();
    }
  }

  nextCount(scope: string) {
    return counters.nextCount(this.knex, scope);
  }

  insertTicket(ticket: StoredTicket, beginning: TicketInsert = {}) {
    return insertTicket(this.knex, ticket, beginning);
  }

  findTicket(key: string) {
    return found.findTicket(this.knex, key);
  }

  findTicketsByKeys(keys: readonly string[]) {
    return findTicketsByKeys(this.knex, keys);
  }

  lockTicket(key: string) {
    return found.lockTicket(this.knex, key);
  }

  findTickets(ids: readonly string[]) {
    return found.findTickets(this.knex, ids);
  }

  updateTicket(before: StoredTicket, after: StoredTicket) {
    return tickets.updateTicket(this.knex, before, after);
  }

  idsMergedInto(id: string) {
    return merged.idsMergedInto(this.knex, id);
  }

  deleteTicket(id: string) {
    return tickets.deleteTicket(this.knex, id);
  }

  listTickets(scope: Scope, request: TicketListRequest) {
    const { where, totalCap, inBackground } = request;
    const takesLong = where.text || totalCap !== undefined || inBackground;
    return listTickets(takesLong ? this.reading : this.knex, scope, request);
  }

  countEach(scope: Scope, wheres: readonly TicketConditions[], cap: number) {
    return countEach(this.reading, scope, wheres, cap);
  }

  dueReturns(now: Date, page: DuePage) {
    return due.dueReturns(this.knex, now, page);
  }

  idleTickets(status: string, since: Date, page: DuePage) {
    return due.idleTickets(this.knex, status, since, page);
  }

  slaChecks(now: Date, page: DuePage) {
    return due.slaChecks(this.knex, now, page);
  }

  outdatedDeadlines(side: '<' | '>', rules: string, page: OutdatedPage) {
    return outdatedDeadlines(this.knex, side, rules, page);
  }

  slaEvents(ticketId: string) {
    return slaEvents(this.knex, ticketId);
  }

  updateDeadlines(id: string, deadlines: Deadlines) {
    return tickets.updateDeadlines(this.knex, id, deadlines);
  }

  countByProperty(property: ConfiguredProperty) {
    return stranded.countByProperty(this.knex, property);
  }

  insertMessage(ticketId: string, message: NewMessage) {
    return messages.insertMessage(this.knex, ticketId, message);
  }

  listMessages(ticketId: string, reader: MessageReader, page: BackwardsPage) {
    return messages.listMessages(this.knex, ticketId, reader, page);
  }

  findMessage(id: string) {
    return messages.findMessage(this.knex, id);
  }

  firstReply(ticketId: string) {
    return messages.firstReply(this.knex, ticketId);
  }

  moveMessage(id: string, from: StoredTicket, to: StoredTicket) {
    return moveMessage(this.knex, id, from, to);
  }

  async moveBelongings(from: StoredTicket, to: StoredTicket) {
    await moveConversation(this.knex, from, to);
    await moveTicketTexts(this.knex, from.id, to.id);
    await links.moveLinks(this.knex, from.id, to.id);
  }

  insertEvents(
    ticket: Versions & Pick<StoredTicket, 'id'>,
    newEvents: readonly NewEvent[],
  ) {
    return events.insertEvents(this.knex, ticket, newEvents);
  }

  listEvents(ticketId: string, page: BackwardsPage) {
    return events.listEvents(this.knex, ticketId, page);
  }

  listHistory(ticketId: string, page: BackwardsPage) {
    return events.listHistory(this.knex, ticketId, page);
  }

  eventsSince(ticketId: string, since: VersionSeen) {
    return events.eventsSince(this.knex, ticketId, since);
  }

  insertLink(link: StoredLink, at: Date) {
    return links.insertLink(this.knex, link, at);
  }

  removeLink(link: StoredLink) {
    return links.removeLink(this.knex, link);
  }

  async openFollowUps(ticketId: string) {
    const ids = await links.openFollowUpIds(this.knex, ticketId);
    const followUps = await this.findTickets(ids);
    return followUps.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }

  linksOf(ticketId: string) {
    return links.linksOf(this.knex, ticketId);
  }

  isAncestor(ancestor: string, ticketId: string) {
    return links.isAncestor(this.knex, ancestor, ticketId);
  }

  claimImport(id: string, at: Date) {
    return imports.claimImport(this.knex, id, at);
  }

  isImported(id: string) {
    return imports.isImported(this.knex, id);
  }
}

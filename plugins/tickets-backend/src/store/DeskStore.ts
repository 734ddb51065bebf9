import type { Knex } from 'knex';
import { AbsenceStore } from './AbsenceStore';
import { IdempotencyStore } from './IdempotencyStore';
import { ImportStore } from './ImportStore';
import { IntakeStore } from './IntakeStore';
import { NotifiedStore } from './NotifiedStore';
import { ReadStore } from './ReadStore';
import { RoundRobinStore } from './RoundRobinStore';
import { UnavailableStore } from './UnavailableStore';
import { ViewStore } from './ViewStore';
import { inTransaction } from './database/inTransaction';
import { DeadlineStore } from './deadlines/DeadlineStore';
import { DueStore } from './due/DueStore';
import { EventStore } from './events/EventStore';
import { BlobStore } from './files/BlobStore';
import { ChunkStore } from './files/ChunkStore';
import { FileStore } from './files/FileStore';
import { LinkStore } from './links/LinkStore';
import { ListStore } from './lists/ListStore';
import { MessageStore } from './messages/MessageStore';
import { OutboxStore } from './outbox/OutboxStore';
import { ReportStore } from './reports/ReportStore';
import { SearchStore } from './search/SearchStore';
import { TicketStore } from './tickets/TicketStore';
import { ReporterStore } from './tokens/ReporterStore';
import { TokenStore } from './tokens/TokenStore';

export interface TransactionOptions {
  /** Whether the work can be done again. Default: true */
  readonly repeatable?: boolean;
}

/**
 * The desk's memory in SQLite or PostgreSQL. What a method of one of its stores
 * changes is part of the transaction it is called in.
 */
export class DeskStore {
  readonly tickets: TicketStore;
  readonly messages: MessageStore;
  readonly events: EventStore;
  readonly links: LinkStore;
  readonly files: FileStore;
  readonly blobs: BlobStore;
  readonly chunks: ChunkStore;
  readonly deadlines: DeadlineStore;
  readonly due: DueStore;
  readonly outbox: OutboxStore;
  readonly notified: NotifiedStore;
  readonly reads: ReadStore;
  readonly views: ViewStore;
  readonly absences: AbsenceStore;
  readonly unavailable: UnavailableStore;
  readonly roundRobin: RoundRobinStore;
  readonly idempotency: IdempotencyStore;
  readonly imports: ImportStore;
  readonly intakes: IntakeStore;
  readonly tokens: TokenStore;
  readonly reporters: ReporterStore;
  readonly lists: ListStore;
  readonly search: SearchStore;
  readonly reports: ReportStore;

  /**
   * @param reading - connections for what takes long to read
   * @param uponCommit - what waits for the transaction that this is part of
   */
  constructor(
    private readonly knex: Knex,
    reading: Knex = knex,
    private readonly uponCommit?: (() => void)[],
  ) {
    this.tickets = new TicketStore(knex);
    this.messages = new MessageStore(knex);
    this.events = new EventStore(knex);
    this.links = new LinkStore(knex);
    this.files = new FileStore(knex);
    this.blobs = new BlobStore(knex);
    this.chunks = new ChunkStore(knex);
    this.deadlines = new DeadlineStore(knex);
    this.due = new DueStore(knex);
    this.outbox = new OutboxStore(knex);
    this.notified = new NotifiedStore(knex);
    this.reads = new ReadStore(knex);
    this.views = new ViewStore(knex);
    this.absences = new AbsenceStore(knex);
    this.unavailable = new UnavailableStore(knex);
    this.roundRobin = new RoundRobinStore(knex);
    this.idempotency = new IdempotencyStore(knex);
    this.imports = new ImportStore(knex);
    this.intakes = new IntakeStore(knex);
    this.tokens = new TokenStore(knex);
    this.reporters = new ReporterStore(knex);
    this.lists = new ListStore(knex, reading);
    this.search = new SearchStore(reading);
    this.reports = new ReportStore(reading);
  }

  /**
   * Everything in `work` happens, or nothing. `guardedStore` starts it again from
   * the beginning when another transaction gets in its way.
   */
  async transaction<T>(
    work: (store: DeskStore) => Promise<T>,
    _options?: TransactionOptions,
  ): Promise<T> {
    const waiting = this.uponCommit ?? [];
    const result = await inTransaction(this.knex, tx =>
      work(new DeskStore(tx, tx, waiting)),
    );
    if (waiting !== this.uponCommit) {
      waiting.forEach(callback => callback());
    }
    return result;
  }

  /** Lets others write to tables of their own, in the transaction of this store. */
  beside<T>(work: (knex: Knex) => Promise<T>): Promise<T> {
    return work(this.knex);
  }

  /**
   * Calls back when everything has happened that the transaction comprises of
   * which this store is part; at once outside of a transaction.
   */
  afterCommit(callback: () => void): void {
    if (this.uponCommit) {
      this.uponCommit.push(callback);
    } else {
      callback();
    }
  }
}

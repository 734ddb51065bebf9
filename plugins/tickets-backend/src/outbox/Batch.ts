import type { StoredOutboxEntry } from '../store/outbox/OutboxEntry';
import type { StoredTicket } from '../store/tickets/StoredTicket';
import type { DeskStore } from '../store/DeskStore';

/** How old the state of a ticket may be at delivery, in milliseconds. */
const MAX_AGE = 1_000;

/** Entries that were claimed together, with their tickets. */
export class Batch {
  #reading: Promise<Map<string, StoredTicket>> | undefined;
  readonly #away = new Map<string, Promise<Set<string>>>();

  constructor(
    private readonly entries: readonly StoredOutboxEntry[],
    /** Until when the entries are claimed. */
    readonly until: Date,
    private readonly store: Pick<DeskStore, 'tickets' | 'absences'>,
    private readonly clock: () => Date,
    private readonly claimedAt = clock(),
  ) {}

  /**
   * The present state of an entry's ticket. The tickets of all entries are read
   * together; later each is read again, so that people who lost access in
   * between are not notified.
   */
  async find(id: string): Promise<StoredTicket | undefined> {
    const found = this.#isFresh() ? (await this.#readAll()).get(id) : undefined;
    return found ?? this.store.tickets.find(id);
  }

  /**
   * Which of these people are away; entries about the same people share a
   * query.
   */
  findAbsent(people: readonly string[], at: Date): Promise<Set<string>> {
    const key = people.join();
    const asked = this.#isFresh() ? this.#away.get(key) : undefined;
    const away = asked ?? this.store.absences.findAbsent(people, at);
    this.#away.set(key, away);
    return away;
  }

  #isFresh(): boolean {
    return this.clock().getTime() - this.claimedAt.getTime() < MAX_AGE;
  }

  async #readAll(): Promise<Map<string, StoredTicket>> {
    this.#reading ??= this.store.tickets
      .findByIds([...new Set(this.entries.map(({ ticketId }) => ticketId))])
      .then(
        tickets =>
          new Map(
            tickets
              .filter(({ mergedInto }) => mergedInto === null)
              .map(ticket => [ticket.id, ticket]),
          ),
      );
    return this.#reading;
  }
}

/** A claimed entry, and those that were claimed with it. */
export interface ClaimedEntry {
  readonly entry: StoredOutboxEntry;
  readonly batch: Batch;
}

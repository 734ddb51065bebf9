import type { StoredOutboxEntry } from '../store/OutboxStore';
import type { StoredTicket, TicketStore } from '../store/TicketStore';

/** How old what is known of a ticket may be when it is told, in milliseconds. */
const MAX_AGE = 1_000;

/** Entries that were taken out of the outbox together, with their tickets. */
export class Batch {
  #reading: Promise<Map<string, StoredTicket>> | undefined;
  readonly #away = new Map<string, Promise<Set<string>>>();

  constructor(
    private readonly entries: readonly StoredOutboxEntry[],
    /** Until when nobody else gets the entries. */
    readonly until: Date,
    private readonly store: Pick<
      TicketStore,
      'findTicket' | 'findTickets' | 'absences'
    >,
    private readonly clock: () => Date,
    private readonly claimedAt = clock(),
  ) {}

  /**
   * The ticket of an entry as it stands. Those of all entries are read at once;
   * later each is read by itself, so that nobody is told of what was taken from
   * them meanwhile.
   */
  async findTicket(id: string): Promise<StoredTicket | undefined> {
    const found = this.#isFresh() ? (await this.#readAll()).get(id) : undefined;
    return found ?? this.store.findTicket(id);
  }

  /** Who of these people is away: entries about the same people ask once. */
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
    this.#reading ??= this.store
      .findTickets([...new Set(this.entries.map(({ ticketId }) => ticketId))])
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

/** An entry that was taken out of the outbox, and those taken with it. */
export interface ClaimedEntry {
  readonly entry: StoredOutboxEntry;
  readonly batch: Batch;
}

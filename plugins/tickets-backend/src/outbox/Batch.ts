import type { StoredOutboxEntry } from '../store/OutboxStore';
import type { StoredTicket, TicketStore } from '../store/TicketStore';

/** How old what is known of a ticket may be when it is told, in milliseconds. */
const MAX_AGE = 1_000;

/** Entries that were taken out of the outbox together, with their tickets. */
export class Batch {
  #reading: Promise<Map<string, StoredTicket>> | undefined;

  constructor(
    private readonly entries: readonly StoredOutboxEntry[],
    /** Until when nobody else gets the entries. */
    readonly until: Date,
    private readonly store: Pick<TicketStore, 'findTicket' | 'findTickets'>,
    private readonly clock: () => Date,
    private readonly takenAt = clock(),
  ) {}

  /**
   * The ticket of an entry as it stands. Those of all entries are read at once;
   * later each is read by itself, so that nobody is told of what was taken from
   * them meanwhile.
   */
  async findTicket(id: string): Promise<StoredTicket | undefined> {
    const age = this.clock().getTime() - this.takenAt.getTime();
    const found = age < MAX_AGE ? (await this.#readAll()).get(id) : undefined;
    return found ?? this.store.findTicket(id);
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
export interface Taken {
  readonly entry: StoredOutboxEntry;
  readonly batch: Batch;
}

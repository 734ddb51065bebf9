import { randomUUID } from 'node:crypto';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskStore } from '../../store/DeskStore';

/** Others who file, change and delete tickets while somebody reads a list. */
export class Population {
  /** Ids of tickets that were deleted, or changed in all that lists sort by. */
  readonly moved = new Set<string>();
  readonly #tickets: StoredTicket[];
  #filed = 0;

  /** @param chance - numbers at random */
  constructor(
    private readonly store: DeskStore,
    tickets: readonly StoredTicket[],
    private readonly chance: Iterator<number>,
  ) {
    this.#tickets = [...tickets];
  }

  /** Does one thing of each sort. */
  async meddle(): Promise<void> {
    await this.#file();
    await this.#touch();
    await this.#move();
    await this.#delete();
  }

  async #file(): Promise<void> {
    this.#filed += 1;
    const ticket = {
      ...this.#any(),
      id: randomUUID(),
      number: `T${this.#filed}-new`,
    };
    await this.store.tickets.insert(ticket);
    this.#tickets.push(ticket);
  }

  /** Changes nothing that lists sort by. */
  async #touch(): Promise<void> {
    const before = this.#any();
    await this.#update(before, { ...before, version: before.version + 1 });
  }

  /** Gives a ticket all of another one but its number. */
  async #move(): Promise<void> {
    const before = this.#any();
    const { id, number } = before;
    this.moved.add(id);
    await this.#update(before, { ...this.#any(), id, number });
  }

  async #delete(): Promise<void> {
    const ticket = this.#any();
    this.moved.add(ticket.id);
    await this.store.tickets.delete(ticket.id);
    this.#tickets.splice(this.#tickets.indexOf(ticket), 1);
  }

  async #update(before: StoredTicket, after: StoredTicket): Promise<void> {
    await this.store.tickets.update(before, after);
    this.#tickets[this.#tickets.indexOf(before)] = after;
  }

  #any(): StoredTicket {
    const { value } = this.chance.next();
    return this.#tickets[value % this.#tickets.length];
  }
}

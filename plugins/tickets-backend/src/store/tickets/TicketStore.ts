import type { Knex } from 'knex';
import { LinkStore } from '../links/LinkStore';
import { MessageStore } from '../messages/MessageStore';
import { moveTicketTexts, updateTicketTexts } from '../texts/ticketTexts';
import {
  type InsertedTicket,
  insertTicket,
  type TicketInsert,
} from './newTickets';
import type { StoredTicket } from './StoredTicket';
import {
  type ConfiguredProperty,
  type PropertyCount,
  countByProperty,
} from './countByProperty';
import { findTicketsByKeys } from './findByKeys';
import {
  findTicket,
  findTickets,
  lockTicket,
  lockUnmergedTicket,
} from './findTickets';
import { idsMergedInto } from './merged';
import { updateBelongings } from './belongings';
import { insertReopening } from './reopenings';
import type { TicketRow } from './TicketRow';
import { toRow } from './rows';

interface CounterRow {
  scope: string;
  value: number | string;
}

/** Tickets with all that belongs to them. */
export class TicketStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Takes the next count of a counter. The row stays locked until the transaction ends, so
   * that no count is given twice, and none is lost when it is rolled back.
   */
  async nextCount(scope: string): Promise<number> {
    const [row] = await this.knex<CounterRow>('ticket_counters')
      .insert({ scope, value: 1 }, ['value'])
      .onConflict('scope')
      .merge({ value: this.knex.raw('?? + 1', ['ticket_counters.value']) });
    return Number(row.value);
  }

  /**
   * Inserts a ticket with all that comes with it.
   *
   * @returns undefined when another ticket has the number; then nothing is inserted
   */
  insert(
    ticket: StoredTicket,
    insert: TicketInsert = {},
  ): Promise<InsertedTicket | undefined> {
    return insertTicket(this.knex, ticket, insert);
  }

  /**
   * Finds a ticket by its id or its number; that of a merged ticket leads to
   * the one that it went into.
   */
  find(key: string): Promise<StoredTicket | undefined> {
    return findTicket(this.knex, key);
  }

  /** Finds the same for many keys at once; those that lead nowhere are not there. */
  findByKeys(
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, StoredTicket>> {
    return findTicketsByKeys(this.knex, keys);
  }

  /** Finds a ticket and keeps others from changing it until the transaction ends. */
  lock(key: string): Promise<StoredTicket | undefined> {
    return lockTicket(this.knex, key);
  }

  /** The same for the ticket with this id, unless it is merged. */
  lockUnmerged(id: string): Promise<StoredTicket | undefined> {
    return lockUnmergedTicket(this.knex, id);
  }

  /** Those of the tickets with these ids that there are. */
  findByIds(ids: readonly string[]): Promise<StoredTicket[]> {
    return findTickets(this.knex, ids);
  }

  /** Writes all that changes in the life of a ticket. */
  async update(before: StoredTicket, ticket: StoredTicket): Promise<void> {
    const {
      id,
      number: _number,
      number_sort: _numberSort,
      number_count: _numberCount,
      created_at: _createdAt,
      ...row
    } = toRow(ticket);
    await this.knex<TicketRow>('tickets').where({ id }).update(row);
    await updateBelongings(this.knex, before, ticket);
    await insertReopening(this.knex, before, ticket);
    await updateTicketTexts(this.knex, before, ticket);
  }

  /** Ids of the tickets that were merged into a ticket, or into one of these. */
  idsMergedInto(id: string): Promise<string[]> {
    return idsMergedInto(this.knex, id);
  }

  /** Removes a ticket with all that refers to it. */
  async delete(id: string): Promise<void> {
    await this.knex<TicketRow>('tickets').where({ id }).delete();
  }

  /** Counts all tickets by what they have of the configuration. */
  countByProperty(property: ConfiguredProperty): Promise<PropertyCount[]> {
    return countByProperty(this.knex, property);
  }

  /**
   * Moves all messages, files and links of a ticket to another one, which is
   * found from then on by the number, subject and fields of both.
   */
  async moveBelongings(from: StoredTicket, to: StoredTicket): Promise<void> {
    await new MessageStore(this.knex).moveAll(from, to);
    await moveTicketTexts(this.knex, from.id, to.id);
    await new LinkStore(this.knex).moveAll(from.id, to.id);
  }
}

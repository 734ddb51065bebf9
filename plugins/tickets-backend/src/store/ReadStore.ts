import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** Who looked at which version of a ticket last. */
export interface ReadStore {
  /** Remembers a version, unless a later one was seen; nothing without the ticket. */
  record(person: string, ticketId: string, version: number): Promise<void>;
}

export class KnexReadStore implements ReadStore {
  constructor(private readonly knex: Knex) {}

  async record(person: string, ticketId: string, version: number) {
    // waits for whoever deletes the ticket: then there is nothing to record
    const lock = isPostgres(this.knex) ? 'for key share' : '';
    await this.knex.raw(
      `insert into ticket_reads (person, ticket_id, version)
      select ?, id, ? from tickets where id = ? ${lock}
      on conflict (person, ticket_id) do update set version = excluded.version
      where ticket_reads.version < excluded.version`,
      [person, version, ticketId],
    );
  }
}

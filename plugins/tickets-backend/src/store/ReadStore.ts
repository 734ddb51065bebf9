import type { Knex } from 'knex';

/** Who looked at which version of a ticket last. */
export interface ReadStore {
  /** Remembers a version, unless a later one was seen; nothing without the ticket. */
  record(person: string, ticketId: string, version: number): Promise<void>;
  /** The versions that somebody saw last of these tickets, by their ids. */
  versionsSeen(
    person: string,
    ticketIds: readonly string[],
  ): Promise<Map<string, number>>;
}

interface ReadRow {
  person: string;
  ticket_id: string;
  version: number;
}

export class KnexReadStore implements ReadStore {
  constructor(private readonly knex: Knex) {}

  async record(person: string, ticketId: string, version: number) {
    await this.knex.raw(
      `insert into ticket_reads (person, ticket_id, version)
      select ?, id, ? from tickets where id = ?
      on conflict (person, ticket_id) do update set version = excluded.version
      where ticket_reads.version < excluded.version`,
      [person, version, ticketId],
    );
  }

  async versionsSeen(person: string, ticketIds: readonly string[]) {
    const rows = await this.knex<ReadRow>('ticket_reads')
      .where({ person })
      .whereIn('ticket_id', ticketIds)
      .select('ticket_id', 'version');
    return new Map(rows.map(({ ticket_id: id, version }) => [id, version]));
  }
}

import type { Knex } from 'knex';
import type { VersionSeen } from './events/StoredEvent';
import { isPostgres } from './sql/dialect';

/** Who looked at which version of a ticket last. */
export class ReadStore {
  constructor(private readonly knex: Knex) {}

  /** Remembers a version, unless a later one was seen; nothing without the ticket. */
  async record(
    person: string,
    ticketId: string,
    { version, inside }: VersionSeen,
  ): Promise<void> {
    // waits for a deletion of the ticket: then there is nothing to record
    const lock = isPostgres(this.knex) ? 'for key share' : '';
    // stored as agents count changes, also for people who see only public ones
    const counted = inside ? '?' : '? + internal_changes';
    await this.knex.raw(
      `insert into ticket_reads (person, ticket_id, version, internal_changes)
      select ?, id, ${counted}, internal_changes from tickets where id = ? ${lock}
      on conflict (person, ticket_id) do update set
        version = excluded.version,
        internal_changes = excluded.internal_changes
      where ticket_reads.version < excluded.version`,
      [person, version, ticketId],
    );
  }
}

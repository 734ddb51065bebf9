import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { VersionSeen } from './events/StoredEvent';
import { isPostgres } from './sql/dialect';
import { readDetail } from './storedWords';

/** Who looked at which version of a ticket last. */
export class ReadStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Remembers a version, or all of the ticket as it is now, unless a later one was
   * seen; nothing without the ticket.
   */
  async record(
    person: string,
    ticketId: string,
    seen: VersionSeen | 'present',
  ): Promise<void> {
    // waits for a deletion of the ticket: then there is nothing to record
    const lock = isPostgres(this.knex) ? 'for key share' : '';
    const { counted, versions } = countedBy(seen);
    await this.knex.raw(
      `insert into ticket_reads (person, ticket_id, version, internal_changes)
      select ?, id, ${counted}, internal_changes from tickets where id = ? ${lock}
      on conflict (person, ticket_id) do update set
        version = excluded.version,
        internal_changes = excluded.internal_changes
      where ticket_reads.version < excluded.version`,
      [person, ...versions, ticketId],
    );
  }

  /**
   * The messages of a person on a ticket that nobody else has come to see: since
   * they were written, nobody else looked at the ticket or did anything to it.
   *
   * @returns their ids, of the first message and of replies
   */
  async unreadMessages(ticketId: string, author: string): Promise<string[]> {
    const seen = await this.#versionSeenByOthers(ticketId, author);
    const rows: { detail: string }[] = await this.knex('ticket_events')
      .where({ ticket_id: ticketId, actor: author })
      .where('version', '>', seen)
      .select('detail');
    const replies = rows.flatMap(({ detail }) => {
      const event = readDetail(detail);
      return event.type === 'replied' ? [event.messageId] : [];
    });
    return seen > 0
      ? replies
      : [...(await this.#firstMessage(ticketId, author)), ...replies];
  }

  /** The last version that others know; 0 where nobody looked yet. */
  async #versionSeenByOthers(ticketId: string, author: string) {
    const [looked, acted] = await Promise.all([
      this.knex('ticket_reads')
        .where({ ticket_id: ticketId })
        .whereNot({ person: author })
        .max({ version: 'version' })
        .first(),
      this.knex('ticket_events')
        .where({ ticket_id: ticketId })
        .whereNotIn('actor', [author, DESK_ACTOR])
        .max({ version: 'version' })
        .first(),
    ]);
    return Math.max(Number(looked?.version ?? 0), Number(acted?.version ?? 0));
  }

  /** It has no event of its own. */
  async #firstMessage(ticketId: string, author: string): Promise<string[]> {
    const row = await this.knex('ticket_messages')
      .where({ ticket_id: ticketId, author })
      .orderBy('seq')
      .first('seq');
    return row ? [String(row.seq)] : [];
  }
}

/** Stored as agents count changes, also for people who see only public ones. */
function countedBy(seen: VersionSeen | 'present'): {
  readonly counted: string;
  readonly versions: readonly number[];
} {
  if (seen === 'present') {
    return { counted: 'version', versions: [] };
  }
  const { version, inside } = seen;
  return {
    counted: inside ? '?' : '? + internal_changes',
    versions: [version],
  };
}

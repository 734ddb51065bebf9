import type { Knex } from 'knex';
import { isPostgres, whereOneOfIds } from '../sql/dialect';
import { type DbInstant, toDate } from '../sql/instants';
import { readNotification, writeNotification } from '../storedWords';
import type {
  FailedEntry,
  OutboxEntry,
  StoredOutboxEntry,
} from './OutboxEntry';

interface OutboxRow {
  seq: number | string;
  notice_id: string;
  channel: string;
  ticket_id: string;
  /** JSON */
  notice: string;
  created_at: DbInstant;
  attempts: number;
  /** Null: failed. */
  due_at: DbInstant | null;
  last_error: string | null;
}

/** More of a cause is of no use to anybody. */
const MAX_CAUSE = 2000;

/** What ids are made of; others are in no row. */
const POSSIBLE_ID = /^[1-9]\d{0,17}$/;

/** The notifications that are committed and not delivered yet. */
export class OutboxStore {
  constructor(private readonly knex: Knex) {}

  /** They are due at once. */
  async insert(entries: readonly OutboxEntry[]): Promise<void> {
    if (entries.length > 0) {
      await this.knex<OutboxRow>('ticket_outbox').insert(
        entries.map(outboxRow),
      );
    }
  }

  /**
   * Takes entries that are due, oldest first, for a time: until then nobody
   * else gets them, and afterwards they are due again, unless they have been
   * delivered, rescheduled or failed since. Each time counts as an attempt.
   */
  async claim(
    channel: string,
    {
      now,
      until,
      limit,
    }: { readonly now: Date; readonly until: Date; readonly limit: number },
  ): Promise<StoredOutboxEntry[]> {
    const due = this.knex<OutboxRow>('ticket_outbox')
      .where({ channel })
      .where('due_at', '<=', now)
      .orderBy(['due_at', 'seq'])
      .limit(limit)
      .select('seq');
    if (isPostgres(this.knex)) {
      // those that another replica is just claiming are left to it
      due.forUpdate().skipLocked();
    }
    // materialized, so that it is read once and takes no more than the limit
    const rows = await this.knex<OutboxRow>('ticket_outbox')
      .withMaterialized('due', due)
      .whereIn('seq', this.knex.select('seq').from('due'))
      .update({
        due_at: until,
        attempts: this.knex.raw('?? + 1', ['attempts']),
      })
      .returning('*');
    return rows
      .map(fromRow)
      .sort((one, other) => Number(one.id) - Number(other.id));
  }

  /**
   * Whether a replica has recently claimed an entry about one of these tickets
   * for a channel, and still holds it.
   *
   * @param before - id of another entry: only those that came before it
   * @param claim - that entries are claimed until this time at most
   */
  async isUnderWay(
    channel: string,
    ticketIds: readonly string[],
    before: string,
    { now, until }: { readonly now: Date; readonly until: Date },
  ): Promise<boolean> {
    const query = this.knex<OutboxRow>('ticket_outbox')
      .where({ channel })
      .where('due_at', '>', now)
      .where('due_at', '<=', until)
      .where('seq', '<', before);
    whereOneOfIds(query, 'ticket_id', ticketIds);
    return (await query.first('seq')) !== undefined;
  }

  async acknowledge(ids: readonly string[]): Promise<void> {
    await this.knex<OutboxRow>('ticket_outbox').whereIn('seq', ids).delete();
  }

  /**
   * Makes entries due that were claimed and not begun, as if they had not been
   * claimed: no later one comes before them. Leaves out those that were claimed
   * again since.
   */
  async release(entries: readonly StoredOutboxEntry[]): Promise<void> {
    if (entries.length > 0) {
      await this.knex<OutboxRow>('ticket_outbox')
        .whereIn(
          ['seq', 'attempts'],
          entries.map(({ id, attempts }) => [id, attempts]),
        )
        .whereNotNull('due_at')
        .update({
          due_at: this.knex.ref('created_at'),
          attempts: this.knex.raw('?? - 1', ['attempts']),
        });
    }
  }

  /** Does nothing when the entry was claimed again since. */
  async reschedule(
    entry: StoredOutboxEntry,
    until: Date,
    cause: string,
  ): Promise<void> {
    await claimed(this.knex, entry).update({
      due_at: until,
      last_error: cause.slice(0, MAX_CAUSE),
    });
  }

  /** @returns false when the entry was claimed again since */
  async markFailed(entry: StoredOutboxEntry, cause: string): Promise<boolean> {
    const updated = await claimed(this.knex, entry).update({
      due_at: null,
      last_error: cause.slice(0, MAX_CAUSE),
    });
    return updated > 0;
  }

  /**
   * Marks as failed what has been due since a time and is for none of these channels.
   *
   * @returns how many entries
   */
  async failStranded(
    channels: readonly string[],
    since: Date,
    cause: string,
  ): Promise<number> {
    return this.knex<OutboxRow>('ticket_outbox')
      .where('due_at', '<=', since)
      .whereNotIn('channel', channels)
      .update({ due_at: null, last_error: cause });
  }

  /** Oldest first. */
  async listFailed({
    limit,
    after,
  }: {
    readonly limit: number;
    readonly after?: string;
  }): Promise<FailedEntry[]> {
    const query = this.knex<OutboxRow>('ticket_outbox')
      .whereNull('due_at')
      .orderBy('seq')
      .limit(limit);
    if (after !== undefined) {
      query.where('seq', '>', after);
    }
    const rows = await query;
    return rows.map(row => ({
      ...fromRow(row),
      lastError: row.last_error ?? '',
    }));
  }

  /**
   * Makes a failed entry due, as if it had never been tried.
   *
   * @returns false when there is no such entry
   */
  async retryFailed(id: string, now: Date): Promise<boolean> {
    const found = await failedWithId(this.knex, id)?.update({
      due_at: now,
      attempts: 0,
    });
    return Boolean(found);
  }

  /** @returns false when there is no such entry */
  async discardFailed(id: string): Promise<boolean> {
    return Boolean(await failedWithId(this.knex, id)?.delete());
  }
}

/** The row of an entry that is due at once. */
export function outboxRow(entry: OutboxEntry) {
  return {
    notice_id: entry.notificationId,
    channel: entry.channel,
    ticket_id: entry.ticketId,
    notice: writeNotification(entry.notification),
    created_at: entry.createdAt,
    due_at: entry.createdAt,
  };
}

/** The row of an entry, as long as nobody claimed it after this attempt. */
function claimed(knex: Knex, { id, attempts }: StoredOutboxEntry) {
  return knex<OutboxRow>('ticket_outbox')
    .where({ seq: id, attempts })
    .whereNotNull('due_at');
}

function failedWithId(knex: Knex, id: string) {
  return POSSIBLE_ID.test(id)
    ? knex<OutboxRow>('ticket_outbox').where({ seq: id }).whereNull('due_at')
    : undefined;
}

function fromRow(row: OutboxRow): StoredOutboxEntry {
  return {
    id: String(row.seq),
    notificationId: row.notice_id,
    channel: row.channel,
    ticketId: row.ticket_id,
    notification: readNotification(row.notice),
    createdAt: toDate(row.created_at),
    attempts: row.attempts,
  };
}

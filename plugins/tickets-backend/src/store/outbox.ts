import type { Knex } from 'knex';
import type {
  OutboxEntry,
  OutboxStore,
  FailedEntry,
  StoredOutboxEntry,
} from './OutboxStore';
import { whereOneOfIds } from './dialect';
import { type DbInstant, toDate } from './instants';
import { readNotification, writeNotification } from './storedWords';

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

export async function insert(
  knex: Knex,
  entries: readonly OutboxEntry[],
): Promise<void> {
  if (entries.length > 0) {
    await knex<OutboxRow>('ticket_outbox').insert(entries.map(outboxRow));
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

export async function claim(
  knex: Knex,
  channel: string,
  { now, until, limit }: Parameters<OutboxStore['claim']>[1],
): Promise<StoredOutboxEntry[]> {
  const due = knex<OutboxRow>('ticket_outbox')
    .where({ channel })
    .where('due_at', '<=', now)
    .orderBy(['due_at', 'seq'])
    .limit(limit)
    .select('seq');
  if (knex.client.config.client === 'pg') {
    // those that another replica is just claiming are left to it
    due.forUpdate().skipLocked();
  }
  // materialized, so that it is read once and takes no more than the limit
  const rows = await knex<OutboxRow>('ticket_outbox')
    .withMaterialized('due', due)
    .whereIn('seq', knex.select('seq').from('due'))
    .update({ due_at: until, attempts: knex.raw('?? + 1', ['attempts']) })
    .returning('*');
  return rows
    .map(fromRow)
    .sort((one, other) => Number(one.id) - Number(other.id));
}

export async function isUnderWay(
  knex: Knex,
  channel: string,
  ticketIds: readonly string[],
  before: string,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<boolean> {
  const query = knex<OutboxRow>('ticket_outbox')
    .where({ channel })
    .where('due_at', '>', now)
    .where('due_at', '<=', until)
    .where('seq', '<', before);
  whereOneOfIds(query, 'ticket_id', ticketIds);
  return (await query.first('seq')) !== undefined;
}

export async function acknowledge(
  knex: Knex,
  ids: readonly string[],
): Promise<void> {
  await knex<OutboxRow>('ticket_outbox').whereIn('seq', ids).delete();
}

export async function release(
  knex: Knex,
  entries: readonly StoredOutboxEntry[],
  now: Date,
): Promise<void> {
  if (entries.length > 0) {
    await knex<OutboxRow>('ticket_outbox')
      .whereIn(
        ['seq', 'attempts'],
        entries.map(({ id, attempts }) => [id, attempts]),
      )
      .whereNotNull('due_at')
      .update({ due_at: now, attempts: knex.raw('?? - 1', ['attempts']) });
  }
}

export async function reschedule(
  knex: Knex,
  entry: StoredOutboxEntry,
  until: Date,
  cause: string,
): Promise<void> {
  await claimed(knex, entry).update({
    due_at: until,
    last_error: cause.slice(0, MAX_CAUSE),
  });
}

export async function markFailed(
  knex: Knex,
  entry: StoredOutboxEntry,
  cause: string,
): Promise<boolean> {
  const updated = await claimed(knex, entry).update({
    due_at: null,
    last_error: cause.slice(0, MAX_CAUSE),
  });
  return updated > 0;
}

export async function failStranded(
  knex: Knex,
  channels: readonly string[],
  since: Date,
  cause: string,
): Promise<number> {
  return knex<OutboxRow>('ticket_outbox')
    .where('due_at', '<=', since)
    .whereNotIn('channel', channels)
    .update({ due_at: null, last_error: cause });
}

export async function listFailed(
  knex: Knex,
  { limit, after }: Parameters<OutboxStore['listFailed']>[0],
): Promise<FailedEntry[]> {
  const query = knex<OutboxRow>('ticket_outbox')
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

export async function retryFailed(
  knex: Knex,
  id: string,
  now: Date,
): Promise<boolean> {
  const found = await failedWithId(knex, id)?.update({
    due_at: now,
    attempts: 0,
  });
  return Boolean(found);
}

export async function discardFailed(knex: Knex, id: string): Promise<boolean> {
  return Boolean(await failedWithId(knex, id)?.delete());
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

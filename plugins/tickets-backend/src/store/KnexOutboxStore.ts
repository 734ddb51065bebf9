import type { Knex } from 'knex';
import type {
  OutboxEntry,
  OutboxStore,
  StoredOutboxEntry,
} from './OutboxStore';
import * as outbox from './outbox';

/** What the desk remembers of what has to be told, in SQLite or PostgreSQL. */
export class KnexOutboxStore implements OutboxStore {
  constructor(private readonly knex: Knex) {}

  insert(entries: readonly OutboxEntry[]) {
    return outbox.insert(this.knex, entries);
  }

  claim(channel: string, claim: Parameters<OutboxStore['claim']>[1]) {
    return outbox.claim(this.knex, channel, claim);
  }

  isUnderWay(...asked: Parameters<OutboxStore['isUnderWay']>) {
    return outbox.isUnderWay(this.knex, ...asked);
  }

  acknowledge(ids: readonly string[]) {
    return outbox.acknowledge(this.knex, ids);
  }

  release(entries: readonly StoredOutboxEntry[], now: Date) {
    return outbox.release(this.knex, entries, now);
  }

  reschedule(entry: StoredOutboxEntry, until: Date, cause: string) {
    return outbox.reschedule(this.knex, entry, until, cause);
  }

  markFailed(entry: StoredOutboxEntry, cause: string) {
    return outbox.markFailed(this.knex, entry, cause);
  }

  failStranded(channels: readonly string[], since: Date, cause: string) {
    return outbox.failStranded(this.knex, channels, since, cause);
  }

  listFailed(page: Parameters<OutboxStore['listFailed']>[0]) {
    return outbox.listFailed(this.knex, page);
  }

  retryFailed(id: string, now: Date) {
    return outbox.retryFailed(this.knex, id, now);
  }

  discardFailed(id: string) {
    return outbox.discardFailed(this.knex, id);
  }
}

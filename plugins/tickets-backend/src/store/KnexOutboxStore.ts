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

  delivered(ids: readonly string[]) {
    return outbox.delivered(this.knex, ids);
  }

  giveBack(entries: readonly StoredOutboxEntry[], now: Date) {
    return outbox.giveBack(this.knex, entries, now);
  }

  defer(entry: StoredOutboxEntry, until: Date, cause: string) {
    return outbox.defer(this.knex, entry, until, cause);
  }

  park(entry: StoredOutboxEntry, cause: string) {
    return outbox.park(this.knex, entry, cause);
  }

  parkStranded(channels: readonly string[], since: Date, cause: string) {
    return outbox.parkStranded(this.knex, channels, since, cause);
  }

  listParked(page: Parameters<OutboxStore['listParked']>[0]) {
    return outbox.listParked(this.knex, page);
  }

  retryParked(id: string, now: Date) {
    return outbox.retryParked(this.knex, id, now);
  }

  discardParked(id: string) {
    return outbox.discardParked(this.knex, id);
  }
}

import type { Knex } from 'knex';
import type { DbInstant } from './sql/instants';

/** A request that a caller marked with a key of their own. */
export interface KeyedRequest {
  readonly caller: string;
  readonly key: string;
  /** Tells requests apart that are not the same. */
  readonly fingerprint: string;
  /** Id of what came of it; empty while that is not known. */
  readonly result: string;
}

interface RequestRow extends KeyedRequest {
  at: DbInstant;
}

/** Requests with an `Idempotency-Key`, and what came of them. */
export class IdempotencyStore {
  constructor(private readonly knex: Knex) {}

  async find(
    caller: string,
    key: string,
    since: Date,
  ): Promise<KeyedRequest | undefined> {
    return this.knex<RequestRow>('ticket_requests')
      .where({ caller, key })
      .where('at', '>=', since)
      .first('caller', 'key', 'fingerprint', 'result');
  }

  /**
   * Records a request as part of the transaction that does it. Another one
   * with the same key waits for the end of that transaction.
   *
   * @param since - requests before this time are forgotten
   * @returns false when there was one with the same key
   */
  async claim(request: KeyedRequest, at: Date, since: Date): Promise<boolean> {
    const rows = await this.knex('ticket_requests')
      .insert({ ...request, at }, ['key'])
      .onConflict(['caller', 'key'])
      .merge()
      .where('ticket_requests.at', '<', since);
    return rows.length > 0;
  }

  async setResult(caller: string, key: string, result: string): Promise<void> {
    await this.knex('ticket_requests')
      .where({ caller, key })
      .update({ result });
  }

  /** Removes what was recorded before a time. */
  async forgetBefore(time: Date): Promise<number> {
    return this.knex('ticket_requests').where('at', '<', time).delete();
  }
}

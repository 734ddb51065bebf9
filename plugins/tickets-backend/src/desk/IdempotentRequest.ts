import { createHash } from 'node:crypto';
import type { IdempotencyStore } from '../store/IdempotencyStore';
import type { Caller } from './Caller';
import type { Delivery } from './Desk';
import type { DeskContext } from './context';
import { refusal } from './refusal';

/** How long a key is remembered, in milliseconds. */
export const KEY_LIFETIME = 24 * 60 * 60_000;

/** What a request does, with all that it depends on. */
export interface RequestContent {
  readonly operation: string;
  readonly request: unknown;
}

/**
 * A request that does what it does once, however often it is sent: the caller
 * marks it with a key. Without a key it is like any other request.
 */
export class IdempotentRequest {
  readonly #key: string | undefined;
  readonly #fingerprint: string;
  readonly #at: Date;
  readonly #since: Date;

  constructor(
    private readonly context: Pick<DeskContext, 'store' | 'clock'>,
    private readonly caller: Caller,
    delivery: Delivery,
    content: RequestContent,
  ) {
    this.#key = delivery.idempotencyKey;
    this.#fingerprint = createHash('sha256')
      .update(JSON.stringify(inOrder(content)))
      .digest('hex');
    this.#at = context.clock();
    this.#since = new Date(this.#at.getTime() - KEY_LIFETIME);
  }

  /**
   * What came of the request when it was sent before; undefined when it was
   * not.
   *
   * @throws ConflictError when the key was used for another request
   */
  async resultBefore(
    { idempotency }: { idempotency: IdempotencyStore } = this.context.store,
  ): Promise<string | undefined> {
    if (this.#key === undefined) {
      return undefined;
    }
    const before = await idempotency.find(
      this.caller.ref,
      this.#key,
      this.#since,
    );
    if (before && before.fingerprint !== this.#fingerprint) {
      throw refusal(
        'idempotency-key-reused',
        'The Idempotency-Key was already used for another request.',
      );
    }
    return before?.result;
  }

  /**
   * Records the request as part of the transaction that does it.
   *
   * @param result - id of what comes of it; empty when that is not known yet
   * @returns what came of it when it was sent at the same time and is done
   *   already, so that nothing is left to do; else undefined
   */
  async claim(
    { idempotency }: { idempotency: IdempotencyStore },
    result = '',
  ): Promise<string | undefined> {
    if (this.#key === undefined) {
      return undefined;
    }
    const claimed = await idempotency.claim(
      {
        caller: this.caller.ref,
        key: this.#key,
        fingerprint: this.#fingerprint,
        result,
      },
      this.#at,
      this.#since,
    );
    return claimed ? undefined : this.resultBefore({ idempotency });
  }

  /** Records what came of a request that was claimed without a result. */
  async setResult(
    { idempotency }: { idempotency: IdempotencyStore },
    result: string,
  ): Promise<void> {
    if (this.#key !== undefined) {
      await idempotency.setResult(this.caller.ref, this.#key, result);
    }
  }
}

/** Forgets requests whose keys can be used again. */
export async function forgetExpiredKeys({
  store,
  clock,
}: Pick<DeskContext, 'store' | 'clock'>): Promise<void> {
  await store.idempotency.forgetBefore(
    new Date(clock().getTime() - KEY_LIFETIME),
  );
}

/** The same content is the same text, in whichever order its keys came. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOrder);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inside]) => [key, inOrder(inside)])
    : value;
}

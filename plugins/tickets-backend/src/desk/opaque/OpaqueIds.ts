import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
} from 'node:crypto';

/** The rows that are numbered for all tickets together. */
export type CountedKind = 'message' | 'event';

/** One block of the cipher: what it is the id of, then its number. */
const BLOCK = 16;
const NUMBER_AT = 8;

/** Base64url of one block. */
const ID = /^[A-Za-z0-9_-]{22}$/;

const NONCE = 12;
const TAG = 16;

/** The greatest number that databases count to. */
const MAX_NUMBER = 2n ** 63n - 1n;

/**
 * The ids and cursors of the API. Rows of all tickets are numbered in one
 * sequence, which would reveal how much happens in other tickets. So the
 * numbers are encrypted with a key of the desk. The same row always has the
 * same id, and an id that the desk did not make is invalid.
 */
export class OpaqueIds {
  readonly #idKey: Buffer;
  readonly #cursorKey: Buffer;
  readonly #nonceKey: Buffer;

  /** @param secret - the same for all replicas, and for ever */
  constructor(secret: Buffer) {
    const derived = (purpose: string) =>
      Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
    this.#idKey = derived('ids');
    this.#cursorKey = derived('cursors');
    this.#nonceKey = derived('nonces of cursors');
  }

  /** @param number - of the row, in decimal digits */
  idOf(kind: CountedKind, number: string): string {
    const block = Buffer.alloc(BLOCK);
    block.write(kind);
    block.writeBigUInt64BE(BigInt(number), NUMBER_AT);
    // a permutation of single blocks, for which no mode is needed
    const cipher = createCipheriv('aes-256-ecb', this.#idKey, null);
    cipher.setAutoPadding(false);
    return Buffer.concat([cipher.update(block), cipher.final()]).toString(
      'base64url',
    );
  }

  /** @returns the number of the row; undefined for an invalid id */
  numberOf(kind: CountedKind, id: string): string | undefined {
    if (!ID.test(id)) {
      return undefined;
    }
    const cipher = createDecipheriv('aes-256-ecb', this.#idKey, null);
    cipher.setAutoPadding(false);
    const block = Buffer.concat([
      cipher.update(Buffer.from(id, 'base64url')),
      cipher.final(),
    ]);
    const expected = Buffer.alloc(NUMBER_AT);
    expected.write(kind);
    const number = block.readBigUInt64BE(NUMBER_AT);
    return block.subarray(0, NUMBER_AT).equals(expected) &&
      number <= MAX_NUMBER &&
      // another spelling of the last character would mean the same
      this.idOf(kind, String(number)) === id
      ? String(number)
      : undefined;
  }

  /**
   * @param list - which is paged through
   * @param position - JSON
   */
  cursorOf(list: string, position: unknown): string {
    const text = Buffer.from(JSON.stringify(position));
    // the same position is the same cursor, and no other one has its nonce
    const nonce = createHmac('sha256', this.#nonceKey)
      .update(`${list}\n`)
      .update(text)
      .digest()
      .subarray(0, NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#cursorKey, nonce);
    cipher.setAAD(Buffer.from(list));
    return Buffer.concat([
      nonce,
      cipher.update(text),
      cipher.final(),
      cipher.getAuthTag(),
    ]).toString('base64url');
  }

  /** @returns undefined for an invalid cursor of this list */
  positionOf(list: string, cursor: string): unknown {
    const bytes = Buffer.from(cursor, 'base64url');
    if (bytes.length <= NONCE + TAG) {
      return undefined;
    }
    const nonce = bytes.subarray(0, NONCE);
    const cipher = createDecipheriv('aes-256-gcm', this.#cursorKey, nonce, {
      authTagLength: TAG,
    });
    cipher.setAAD(Buffer.from(list));
    cipher.setAuthTag(bytes.subarray(-TAG));
    try {
      return JSON.parse(
        Buffer.concat([
          cipher.update(bytes.subarray(NONCE, -TAG)),
          cipher.final(),
        ]).toString(),
      );
    } catch {
      return undefined;
    }
  }
}

const BYTES = 16;

/**
 * Gives the same request the same key each time that it is sent, so that it has
 * its effect once, also when the answer to the first sending never arrived.
 */
export class IdempotencyKeys {
  private last?: { request: string; key: string };

  /** @param request - what is sent, as a value of JSON */
  keyOf(request: unknown): string {
    const text = JSON.stringify(request);
    if (this.last?.request !== text) {
      this.last = { request: text, key: randomKey() };
    }
    return this.last.key;
  }

  /** Forgets the last request: the same one sent again is meant to be another. */
  forget(): void {
    this.last = undefined;
  }
}

/** Random, also where `crypto.randomUUID` is missing, as it is without TLS. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

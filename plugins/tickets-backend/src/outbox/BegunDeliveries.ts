/** Of how many deliveries it is remembered who has them; the oldest go first. */
const MOST = 500;

/**
 * Whom deliveries reached that came to no end: when one is repeated, they have
 * it already, and are not notified again. A replica that repeats what another
 * one began does not know.
 */
export class BegunDeliveries {
  readonly #reached = new Map<string, Set<string>>();

  /** Those whom a delivery reached so far; more are added to it. */
  of(id: string): Set<string> {
    const reached = this.#reached.get(id) ?? new Set<string>();
    this.#reached.set(id, reached);
    if (this.#reached.size > MOST) {
      const [oldest] = this.#reached.keys();
      this.#reached.delete(oldest);
    }
    return reached;
  }

  /** It reached everybody. */
  end(id: string): void {
    this.#reached.delete(id);
  }
}

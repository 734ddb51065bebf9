/**
 * What the writers were told to have been written, and what went wrong on the
 * way. A ticket and a message are known by a word that stands in no other one.
 */
export class Ledger {
  /** @type {Map<string, string>} the id of a ticket by its word */
  tickets = new Map();
  /** @type {Map<string, string>} the id of a ticket by the word of a message */
  messages = new Map();
  /** @type {Map<string, string>} the last status of a ticket by its id */
  statuses = new Map();
  searches = 0;
  /** Requests that were asked again, since nothing answered. */
  repeated = 0;
  /** @type {string[]} answers that should not have been */
  faults = [];

  get writes() {
    return this.tickets.size + this.messages.size + this.changes;
  }

  /** Changes of statuses that were acknowledged. */
  changes = 0;

  /**
   * @param {string} what
   * @param {{ status: number, body: any }} answer
   */
  fault(what, answer) {
    const { status, body } = answer;
    this.faults.push(
      `${what}: ${status} ${JSON.stringify(body).slice(0, 300)}`,
    );
  }
}

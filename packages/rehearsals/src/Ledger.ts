import type { Answer } from './Backend';

/**
 * What the desk confirmed to the writers, and what went wrong on the way. A
 * ticket and a message are known by a word that occurs in no other one.
 */
export class Ledger {
  searches = 0;
  /** Changes of statuses that were acknowledged. */
  changes = 0;
  /** Requests that were asked again, since nothing answered. */
  repeated = 0;
  /** Answers that should not have been. */
  readonly faults: string[] = [];

  constructor(
    /** The id of a ticket by its word. */
    readonly tickets = new Map<string, string>(),
    /** The id of a ticket by the word of a message. */
    readonly messages = new Map<string, string>(),
    /** The last status of a ticket by its id. */
    readonly statuses = new Map<string, string>(),
  ) {}

  get writes(): number {
    return this.tickets.size + this.messages.size + this.changes;
  }

  fault(what: string, { status, body }: Answer): void {
    this.faults.push(
      `${what}: ${status} ${JSON.stringify(body).slice(0, 300)}`,
    );
  }

  /** The tickets and messages of this moment, since the writers go on. */
  snapshot(): Ledger {
    return new Ledger(new Map(this.tickets), new Map(this.messages));
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { IncomingStore } from './store/IncomingStore';
import type { Leases } from './store/Leases';
import type { IncomingMailRow } from './store/rows';
import type { Verdict } from './TakeInContext';

/** Milliseconds. */
const LEASE = 120_000;
const POLL = 5_000;
const FIRST_PAUSE = 10_000;

/** Attempts until a mail is put aside, with three times longer pauses each. */
const MAX_ATTEMPTS = 8;

interface WorkerOptions {
  readonly store: Pick<
    IncomingStore,
    'next' | 'original' | 'begin' | 'done' | 'quarantine' | 'postpone'
  >;
  readonly leases: Pick<Leases, 'hold' | 'release'>;
  readonly takeIn: (row: IncomingMailRow, raw: Buffer) => Promise<Verdict>;
  readonly logger: LoggerService;
  readonly signal: AbortSignal;
}

/**
 * Takes in the mails that came, oldest first and one after the other: an answer
 * never comes before what it answers to. One backend does it, and another one
 * when that dies.
 */
export class Worker {
  #woken = new AbortController();

  constructor(private readonly options: WorkerOptions) {}

  /** There is something to do. */
  wake(): void {
    this.#woken.abort();
  }

  /** Runs until the backend stops. */
  async run(): Promise<void> {
    const { logger, signal } = this.options;
    while (!signal.aborted) {
      this.#woken = new AbortController();
      try {
        await this.#takeInAll();
      } catch (error) {
        logger.warn(`Mails cannot be taken in now: ${String(error)}`);
      }
      await sleep(POLL, undefined, {
        signal: AbortSignal.any([signal, this.#woken.signal]),
      }).catch(() => {});
    }
  }

  async #takeInAll(): Promise<void> {
    const { store, leases, signal } = this.options;
    if (!(await store.next()) || !(await leases.hold('incoming', LEASE))) {
      return;
    }
    // asked again, since others may have taken it in until now
    let row = await store.next();
    while (row && !signal.aborted && (await leases.hold('incoming', LEASE))) {
      await this.#takeIn(row);
      row = await store.next();
    }
    // so that those who receive the next one need not wait
    await leases.release('incoming');
  }

  async #takeIn(row: IncomingMailRow): Promise<void> {
    const { store, takeIn, logger } = this.options;
    if (row.attempts >= MAX_ATTEMPTS) {
      await store.quarantine(row.id, 'failed', 'no attempt came to an end');
      return;
    }
    const pause = FIRST_PAUSE * 3 ** Math.min(row.attempts, 6);
    await store.begin(row.id, pause);
    try {
      const raw = await store.original(row.id);
      if (!raw) {
        await store.quarantine(row.id, 'unreadable', 'the mail is gone');
        return;
      }
      const verdict = await takeIn(row, raw);
      if ('outcome' in verdict) {
        await store.done(row.id, verdict.outcome, verdict.ticketId);
      } else {
        await store.quarantine(row.id, verdict.reason, verdict.detail);
        logger.info(
          `A mail to ${row.mailbox} is in quarantine as number ${row.id}: ${verdict.reason}`,
        );
      }
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      if (row.attempts + 1 >= MAX_ATTEMPTS) {
        await store.quarantine(row.id, 'failed', cause);
        logger.warn(
          `A mail to ${row.mailbox} could not be taken in and is in quarantine as number ${row.id}: ${cause}`,
        );
      } else {
        await store.postpone(row.id, cause, pause);
      }
    }
  }
}

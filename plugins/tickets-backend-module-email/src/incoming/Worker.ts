import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InFlight } from './InFlight';
import type { PreparedMail } from './prepareMail';
import type { IncomingStore } from './store/IncomingStore';
import type { Leases } from './store/Leases';
import type { IncomingMailRow } from './store/rows';
import type { Verdict } from './TakeInContext';

/** Milliseconds. */
const LEASE = 120_000;
const PROLONG_AFTER = 20_000;
const POLL = 5_000;
const FIRST_PAUSE = 10_000;

/** Attempts until a mail is put aside, with three times longer pauses each. */
const MAX_ATTEMPTS = 8;

/** How many mails are taken in at the same time. */
const MAX_IN_FLIGHT = 4;

/** How many are looked up together. */
const BATCH = 50;

interface WorkerOptions {
  readonly store: Pick<
    IncomingStore,
    'due' | 'original' | 'begin' | 'done' | 'quarantine' | 'postpone'
  >;
  readonly leases: Pick<Leases, 'hold' | 'release'>;
  /** Hears which mails are taken in next. */
  readonly foresee?: (rows: readonly IncomingMailRow[]) => Promise<void>;
  /** Reads a mail, and says which others it has to follow. */
  readonly prepare: (raw: Buffer) => Promise<PreparedMail>;
  readonly takeIn: (
    row: IncomingMailRow,
    prepared: PreparedMail,
  ) => Promise<Verdict>;
  readonly logger: LoggerService;
  readonly signal: AbortSignal;
}

/**
 * Takes in the mails that came, oldest first. Some at the same time, apart from
 * those of one sender or one conversation: an answer never comes before what it
 * answers to. One backend does it, and another one when that dies.
 */
export class Worker {
  readonly #inFlight = new InFlight();
  #woken = new AbortController();
  /** When the lease was taken or prolonged, as `performance.now` says. */
  #heldAt = -Infinity;

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
      await this.#inFlight.idle();
      await sleep(POLL, undefined, {
        signal: AbortSignal.any([signal, this.#woken.signal]),
      }).catch(() => {});
    }
  }

  async #takeInAll(): Promise<void> {
    const { store, leases } = this.options;
    if ((await store.due(1)).length === 0 || !(await this.#hold())) {
      return;
    }
    // asked again, since others may have taken them in until now
    let rows = await this.#due();
    while (rows.length > 0 && (await this.#beginAll(rows))) {
      rows = await this.#due();
      if (rows.length === 0) {
        await this.#inFlight.idle();
        rows = await this.#due();
      }
    }
    await this.#inFlight.idle();
    // so that those who receive the next one need not wait
    this.#heldAt = -Infinity;
    await leases.release('incoming');
  }

  async #due(): Promise<IncomingMailRow[]> {
    const { store, foresee } = this.options;
    const rows = (await store.due(BATCH)).filter(
      ({ id }) => !this.#inFlight.has(id),
    );
    await foresee?.(rows);
    return rows;
  }

  async #hold(): Promise<boolean> {
    const now = performance.now();
    if (now - this.#heldAt < PROLONG_AFTER) {
      return true;
    }
    const held = await this.options.leases.hold('incoming', LEASE);
    this.#heldAt = held ? now : -Infinity;
    return held;
  }

  /** @returns whether this backend may go on */
  async #beginAll(rows: readonly IncomingMailRow[]): Promise<boolean> {
    for (const row of rows) {
      await this.#inFlight.room(MAX_IN_FLIGHT);
      if (this.options.signal.aborted || !(await this.#hold())) {
        return false;
      }
      await this.#begin(row);
    }
    return true;
  }

  async #begin(row: IncomingMailRow): Promise<void> {
    // one that may have ended a backend takes no others with it
    const alone = row.attempts > 0;
    if (alone) {
      await this.#inFlight.idle();
    }
    await this.#beginOne(row);
    if (alone) {
      await this.#inFlight.idle();
    }
  }

  async #beginOne(row: IncomingMailRow): Promise<void> {
    const { store, prepare, takeIn } = this.options;
    if (row.attempts >= MAX_ATTEMPTS) {
      await store.quarantine(row.id, 'failed', 'no attempt came to an end');
      return;
    }
    const pause = FIRST_PAUSE * 3 ** Math.min(row.attempts, 6);
    await store.begin(row.id, pause);
    const raw = await store.original(row.id);
    if (!raw) {
      await store.quarantine(row.id, 'unreadable', 'the mail is gone');
      return;
    }
    const prepared = await prepare(raw);
    await this.#inFlight.following(prepared.keys);
    this.#inFlight.add(
      row.id,
      prepared.keys,
      this.#record(row, pause, () => takeIn(row, prepared)),
    );
  }

  async #record(
    row: IncomingMailRow,
    pause: number,
    work: () => Promise<Verdict>,
  ): Promise<void> {
    const { store, logger } = this.options;
    try {
      const verdict = await work();
      if ('outcome' in verdict) {
        await store.done(row.id, verdict.outcome, verdict.ticketId);
      } else {
        await store.quarantine(row.id, verdict.reason, verdict.detail);
        logger.info(
          `A mail to ${row.mailbox} is in quarantine as number ${row.id}: ${verdict.reason}`,
        );
      }
    } catch (error) {
      await this.#fail(row, pause, error).catch(cause =>
        // it is due again after the pause
        logger.warn(
          `What became of a mail to ${row.mailbox} could not be recorded: ${String(cause)}`,
        ),
      );
    }
  }

  async #fail(
    row: IncomingMailRow,
    pause: number,
    error: unknown,
  ): Promise<void> {
    const { store, logger } = this.options;
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

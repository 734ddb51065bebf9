import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { StoredBackfill } from '../../store/backfill/storedBackfills';
import type { ThrottledLogger } from '../ThrottledLogger';
import { BatchSize } from './BatchSize';

/** How often the progress of a backfill is logged, in milliseconds. */
const TELL_EVERY = 30_000;

/** The shortest pause between two batches, in milliseconds. */
const PAUSE = 10;

export interface BackfillContext {
  readonly backfills: readonly StoredBackfill[];
  readonly logger: LoggerService;
  readonly throttledLogger: ThrottledLogger;
  /** How time goes on. Default: as in this process */
  readonly time?: BackfillTime;
}

/** All in milliseconds. */
export interface BackfillTime {
  /** Since whenever. */
  elapsed(): number;
  /** Ends early, without an error, when the signal says so. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

const realTime: BackfillTime = {
  elapsed: () => performance.now(),
  async sleep(milliseconds, signal) {
    await sleep(milliseconds, undefined, { signal }).catch((error: unknown) => {
      if (!signal?.aborted) {
        throw error;
      }
    });
  },
};

/**
 * Fills in columns that older versions left null, batch by batch. After each
 * batch it pauses for as long as the batch took, so that it never takes more
 * than half of the database's time. It can stop at any time and run on several
 * replicas at once. A backfill that fails does not stop the others; it is tried
 * again the next time.
 *
 * @param signal - stops it early
 */
export async function runBackfills(
  context: BackfillContext,
  signal?: AbortSignal,
): Promise<void> {
  for (const backfill of context.backfills) {
    try {
      await fillIn(context, backfill, signal);
    } catch (error) {
      if (signal?.aborted) {
        return;
      }
      context.throttledLogger.error(
        `backfill ${backfill.id}`,
        `Could not fill in ${backfill.what}; this will be tried again`,
        error,
      );
    }
  }
}

async function fillIn(
  { logger, time = realTime }: BackfillContext,
  backfill: StoredBackfill,
  signal: AbortSignal | undefined,
): Promise<void> {
  const size = new BatchSize();
  let done = 0;
  let total: number | undefined;
  const verb = backfill.checks ? 'Checked' : 'Filled in';
  let notified = time.elapsed();
  while (!signal?.aborted) {
    const begin = time.elapsed();
    const filled = await backfill.fillBatch(size.rows);
    const took = time.elapsed() - begin;
    if (filled === 0) {
      break;
    }
    done += filled;
    size.adapt(took);
    if (time.elapsed() - notified >= TELL_EVERY) {
      total ??= done + (await backfill.pending());
      logger.info(
        `${verb} ${number(done)} of about ${number(total)} ${backfill.what}`,
      );
      notified = time.elapsed();
    }
    await time.sleep(Math.max(PAUSE, took), signal);
  }
  // those that are checked are few each minute, and nothing worth a word
  if (backfill.checks ? total !== undefined : done > 0) {
    logger.info(`${verb} ${number(done)} ${backfill.what}`);
  }
}

function number(value: number): string {
  return value.toLocaleString('en');
}

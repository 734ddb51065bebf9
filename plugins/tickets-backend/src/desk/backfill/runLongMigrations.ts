import { setTimeout as sleep } from 'node:timers/promises';
import type { ThrottledLogger } from '../ThrottledLogger';
import type { LongMigration } from '../../store/migrations';

/** How long the first pause after a failure is, in milliseconds. */
const PAUSE = 10_000;

/**
 * The longest of these pauses, each of which is twice as long as the one
 * before.
 */
const LONGEST_PAUSE = 600_000;

interface LongMigrationContext {
  readonly throttledLogger: ThrottledLogger;
  /** Ends them early; a later start goes on. */
  readonly signal: AbortSignal;
  /** The first pause after a failure, in milliseconds. Default: ten seconds */
  readonly pause?: number;
}

/**
 * Runs the migrations that the start did not wait for. One that fails does not
 * stop the others, and is tried again until it succeeds. Throws nothing.
 */
export async function runLongMigrations(
  migrations: readonly LongMigration[],
  { throttledLogger, signal, pause: firstPause = PAUSE }: LongMigrationContext,
): Promise<void> {
  let left = migrations;
  for (let pause = firstPause; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const failed: LongMigration[] = [];
    for (const migration of left) {
      try {
        await migration.run(signal);
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        throttledLogger.error(
          `migration ${migration.name}`,
          `The migration ${migration.name} failed; it will be tried again`,
          error,
        );
        failed.push(migration);
      }
    }
    if (failed.length === 0) {
      return;
    }
    left = failed;
    await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted) {
      return;
    }
  }
}

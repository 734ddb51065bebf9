import type { LoggerService } from '@backstage/backend-plugin-api';
import { errorForLog } from './errorForLog';

/** How long the same kind of failure is not logged again, in milliseconds. */
const INTERVAL = 60_000;

interface LastEntry {
  readonly at: number;
  /** How often it happened since, without being logged. */
  readonly suppressed: number;
}

/**
 * Logs failures that repeat: each kind at most once a minute, with how often it
 * happened since. So requests for what does not work at the moment cannot fill
 * the log.
 */
export class ThrottledLogger {
  readonly #last = new Map<string, LastEntry>();

  constructor(
    private readonly logger: LoggerService,
    private readonly clock: () => Date,
  ) {}

  /** @param sort - one of a few, never made of what callers send */
  info(sort: string, text: string): void {
    this.#tell(sort, more => this.logger.info(`${text}${more}`));
  }

  /** @param sort - one of a few, never made of what callers send */
  warn(sort: string, text: string, cause?: unknown): void {
    this.#tell(sort, more =>
      cause === undefined
        ? this.logger.warn(`${text}${more}`)
        : this.logger.warn(`${text}${more}`, errorForLog(cause)),
    );
  }

  /** @param sort - one of a few, never made of what callers send */
  error(sort: string, text: string, cause: unknown): void {
    this.#tell(sort, more =>
      this.logger.error(`${text}${more}`, errorForLog(cause)),
    );
  }

  #tell(sort: string, tell: (more: string) => void): void {
    const now = this.clock().getTime();
    const last = this.#last.get(sort);
    if (last && now >= last.at && now < last.at + INTERVAL) {
      this.#last.set(sort, { ...last, suppressed: last.suppressed + 1 });
      return;
    }
    this.#last.set(sort, { at: now, suppressed: 0 });
    tell(
      last?.suppressed
        ? ` (and ${last.suppressed} more since the last time)`
        : '',
    );
  }
}

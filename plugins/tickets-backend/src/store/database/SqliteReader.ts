import { Worker } from 'node:worker_threads';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

const threadFile = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend',
  'sqlite',
  'reader.cjs',
);

export interface SqliteReaderOptions {
  /** Absolute path of the module of the driver. */
  readonly driver: string;
  /** Absolute path of the database. */
  readonly file: string;
}

interface ReaderAnswer {
  readonly id: number;
  readonly rows?: unknown[];
  readonly error?: { name: string; message: string; code?: string };
}

interface PendingRead {
  resolve(rows: unknown[]): void;
  reject(error: Error): void;
}

/** Reads from a file of SQLite in a thread, beside the event loop. */
export class SqliteReader {
  readonly #worker: Worker;
  readonly #pending = new Map<number, PendingRead>();
  #lastId = 0;
  #end?: Error;

  constructor(options: SqliteReaderOptions) {
    this.#worker = new Worker(threadFile, { workerData: options });
    this.#worker.on('message', answer => this.#settle(answer));
    this.#worker.on('error', error => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(interrupted()));
    // a reader with nothing to do keeps no process from ending
    this.#worker.unref();
  }

  /** Whether it can still be asked. */
  get isUsable(): boolean {
    return this.#end === undefined;
  }

  /** @throws an error of the driver, with its code */
  all(sql: string, bindings: readonly unknown[] = []): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      if (this.#end) {
        reject(this.#end);
        return;
      }
      this.#lastId += 1;
      this.#pending.set(this.#lastId, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({
        id: this.#lastId,
        sql,
        bindings: bindings.map(asBound),
      });
    });
  }

  /**
   * Ends it. Callers that wait for rows get an error at once; the thread itself
   * ends after its current statement, which the driver cannot interrupt.
   */
  async close(): Promise<void> {
    this.#fail(interrupted());
    await this.#worker.terminate();
  }

  #settle({ id, rows, error }: ReaderAnswer): void {
    const read = this.#pending.get(id);
    this.#pending.delete(id);
    if (this.#pending.size === 0) {
      this.#worker.unref();
    }
    if (error) {
      read?.reject(Object.assign(new Error(error.message), error));
    } else {
      read?.resolve(rows ?? []);
    }
  }

  #fail(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#pending.values()) {
      reject(this.#end);
    }
    this.#pending.clear();
  }
}

/** As SQLite itself says that a statement was ended in the middle. */
function interrupted(): Error {
  return Object.assign(new Error('The reader has ended'), {
    code: 'SQLITE_INTERRUPT',
  });
}

/** As knex binds values for this driver. */
function asBound(value: unknown): unknown {
  if (value instanceof Date) {
    return value.valueOf();
  }
  return typeof value === 'boolean' ? Number(value) : value;
}

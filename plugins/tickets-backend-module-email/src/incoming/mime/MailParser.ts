import { Worker } from 'node:worker_threads';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { AddressObject } from 'mailparser';

const threadFile = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend-module-email',
  'mime',
  'parser.cjs',
);

/** A mail, as the thread hands it over. */
export interface ParsedParts {
  readonly messageId?: string;
  readonly from?: AddressObject;
  readonly to?: AddressObject | AddressObject[];
  readonly cc?: AddressObject | AddressObject[];
  readonly subject?: string;
  readonly inReplyTo?: string;
  readonly references?: string | string[];
  readonly text?: string;
  readonly html?: string | false;
  /** Keys in lower case. */
  readonly headerLines: readonly {
    readonly key: string;
    readonly line: string;
  }[];
  readonly attachments: readonly {
    readonly filename?: string;
    readonly contentType: string;
    readonly content: Uint8Array;
    readonly cid?: string;
  }[];
}

/** A mail that cannot be read. */
export class UnreadableMailError extends Error {}

export interface MailParserLimits {
  /** How long one mail may take, in milliseconds. */
  readonly time: number;
  /** How much memory the thread may use, in megabytes. */
  readonly memory: number;
}

const LIMITS: MailParserLimits = { time: 30_000, memory: 1_024 };

/** How long a thread waits for further mails, in milliseconds. */
const IDLE = 5_000;

/**
 * Parses mails in a thread, one after the other. A mail that takes too long or
 * too much memory ends the thread, and the next one gets another.
 */
export class MailParser {
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits: MailParserLimits = LIMITS) {}

  /** @throws UnreadableMailError that says why */
  parse(raw: Buffer): Promise<ParsedParts> {
    const next = this.#last.then(() => this.#parse(raw));
    this.#last = next.catch(() => {});
    return next;
  }

  async #parse(raw: Buffer): Promise<ParsedParts> {
    clearTimeout(this.#idle);
    this.#worker ??= new Worker(threadFile, {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memory },
    });
    const worker = this.#worker;
    worker.ref();
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<ParsedParts>((resolve, reject) => {
        const fail = (cause: string) => {
          this.#end();
          reject(new UnreadableMailError(cause));
        };
        timer = setTimeout(
          () => fail('reading it takes too long'),
          this.limits.time,
        );
        worker.once('message', ({ parsed, error }) =>
          parsed ? resolve(parsed) : reject(new UnreadableMailError(error)),
        );
        worker.once('error', error => fail(error.message));
        worker.once('exit', () => fail('reading it came to no end'));
        worker.postMessage(raw);
      });
    } finally {
      clearTimeout(timer);
      withoutListeners(worker);
      // a thread with nothing to do keeps no process from ending
      worker.unref();
      this.#idle = setTimeout(() => this.#end(), IDLE).unref();
    }
  }

  #end(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    if (worker) {
      withoutListeners(worker);
      // what it says at its end is of no interest
      worker.on('error', () => {});
      worker.terminate().catch(() => {});
    }
  }
}

function withoutListeners(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) {
    worker.removeAllListeners(event);
  }
}

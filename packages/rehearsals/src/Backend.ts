import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble, ended, inRoot, logFile, stopAtEnd } from './tools';

const program = inRoot('packages/rehearsals/src/backend/index.ts');

/** How long a backend may take to start. */
const PATIENCE_MS = 180_000;

export interface Answer {
  readonly status: number;
  readonly body: {
    readonly id?: string;
    readonly items?: readonly { ticket: { id: string } }[];
  };
}

export interface Question {
  readonly person: string;
  readonly body?: object;
  /** The idempotency key. */
  readonly key?: string;
}

/** One process of a backend with built packages. */
export class Backend {
  private constructor(
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {}

  /**
   * @param connection - of its database
   * @param options - `installation` is the folder from which its packages are
   *   resolved; `log` names its log file
   */
  static async start(
    connection: string,
    { installation, log }: { installation: string; log: string },
  ): Promise<Backend> {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        program,
        connection,
      ],
      {
        cwd: installation,
        env: { ...process.env, PORTALDESK_INSTALLATION: installation },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    const forget = stopAtEnd(async () => {
      child.kill('SIGKILL');
      await ended(child);
    });
    ended(child).then(forget);
    return new Backend(child, await portOf(child, logFile(log)));
  }

  /**
   * Undefined when there was no answer, since the process is gone or ends.
   *
   * @param path - below `/api/tickets`
   */
  async ask(
    method: string,
    path: string,
    { person, body, key }: Question,
  ): Promise<Answer | undefined> {
    try {
      const response = await fetch(
        `http://127.0.0.1:${this.port}/api/tickets${path}`,
        {
          method,
          headers: {
            authorization: `Bearer mock-user-token:${JSON.stringify({ sub: `user:default/${person}` })}`,
            ...(body && { 'content-type': 'application/json' }),
            ...(key && { 'idempotency-key': key }),
          },
          body: body && JSON.stringify(body),
          signal: AbortSignal.timeout(60_000),
        },
      );
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : {} };
    } catch {
      return undefined;
    }
  }

  /** In the middle of what it does. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await ended(this.child);
  }
}

/** All that the process says is kept in the log file. */
async function portOf(child: ChildProcess, file: string): Promise<number> {
  mkdirSync(dirname(file), { recursive: true });
  const log = createWriteStream(file, { flags: 'a' });
  child.once('close', () => log.end());
  let said = '';
  const port = new Promise<number>(resolve => {
    const hear = (chunk: Buffer) => {
      log.write(chunk);
      said += chunk;
      const found = /listening on (\d+)/.exec(said);
      if (found) {
        resolve(Number(found[1]));
      }
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
  });
  const found = await Promise.race([
    port,
    ended(child).then(() => 'ended at once'),
    sleep(PATIENCE_MS, `was not ready after ${PATIENCE_MS / 60_000} minutes`, {
      ref: false,
    }),
  ]);
  if (typeof found === 'string') {
    throw new Trouble(`A backend ${found}; see ${file}.`, {
      details: said.slice(-3_000),
    });
  }
  return found;
}

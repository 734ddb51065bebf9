import { type ChildProcess, spawn } from 'node:child_process';
import { on } from 'node:events';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { TicketsClient } from '@portaldesk/plugin-tickets-common';

export interface ReplicaOptions {
  /** Configuration below `tickets`. Default: that of the test organisation */
  readonly tickets?: JsonObject;
  /** Milliseconds by which its clock is ahead. */
  readonly ahead?: number;
  /** Whether it does scheduled tasks all the time, whatever others do. */
  readonly eager?: boolean;
}

/** One process of a backend that shares its database with others. */
export class Replica {
  private constructor(
    private readonly process: ChildProcess,
    private readonly port: number,
  ) {}

  /** @param connection - of the PostgreSQL database that the replicas share */
  static async start(
    connection: string,
    options: ReplicaOptions = {},
  ): Promise<Replica> {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'process.ts'),
        connection,
        JSON.stringify(options),
      ],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    return new Replica(child, await portOf(child));
  }

  as(name: string): TicketsClient {
    const authorization = mockCredentials.user.header(`user:default/${name}`);
    return new TicketsClient({
      discoveryApi: {
        getBaseUrl: async () => `http://127.0.0.1:${this.port}/api/tickets`,
      },
      fetchApi: {
        fetch: (input, init) => {
          const headers = new Headers(init?.headers);
          headers.set('Authorization', authorization);
          return fetch(input, { ...init, headers });
        },
      },
    });
  }

  /** Puts the clock of the process forward. */
  async advance(milliseconds: number): Promise<void> {
    const advanced = heard(this.process, /advanced/);
    this.process.stdin?.write(`${milliseconds}\n`);
    await advanced;
  }

  /** Ends the process in the middle of what it does. */
  async kill(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const gone = new Promise(done => this.process.once('exit', done));
      this.process.kill('SIGKILL');
      await gone;
    }
  }
}

async function portOf(child: ChildProcess): Promise<number> {
  return Number(await heard(child, /listening on (\d+)/));
}

/** Waits until the process says something; gives the group in it, if any. */
async function heard(child: ChildProcess, sought: RegExp): Promise<string> {
  let said = '';
  const gone = new AbortController();
  child.once('exit', () => gone.abort());
  child.stderr?.on('data', chunk => {
    said += chunk;
  });
  try {
    for await (const [chunk] of on(child.stdout ?? child, 'data', gone)) {
      said += chunk;
      const found = sought.exec(said);
      if (found) {
        return found[1] ?? '';
      }
    }
  } catch {
    // it ended
  }
  throw new Error(`The replica ended:\n${said}`);
}

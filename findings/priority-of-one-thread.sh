#!/usr/bin/env bash
# os.setPriority() is documented to set the priority of a process, by default of
# the current one. Called in a worker thread on Linux it changes that thread
# alone: the process keeps its priority, and so does every other thread. Nothing
# fails and nothing is said, so that a helper thread that means to give way can
# do so, and one that means to slow down its whole process does not.
set -euo pipefail
[ "$(uname)" = Linux ] || { echo 'Linux only'; exit 0; }
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@22.12.0
cat >look.cjs <<'JS'
const os = require('node:os');
const { readFileSync, readdirSync } = require('node:fs');
const { once } = require('node:events');
const { Worker } = require('node:worker_threads');

/** How many threads of this process have which niceness. */
function niceness() {
  const counts = {};
  for (const thread of readdirSync('/proc/self/task')) {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    const nice = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16];
    counts[nice] = (counts[nice] ?? 0) + 1;
  }
  return counts;
}

(async () => {
  const before = os.getPriority();
  const worker = new Worker(
    `const os = require('node:os');
     const { parentPort } = require('node:worker_threads');
     os.setPriority(os.getPriority() + 5);
     parentPort.postMessage(os.getPriority());
     setInterval(() => {}, 1_000);`,
    { eval: true },
  );
  const [inWorker] = await once(worker, 'message');
  const result = {
    node: process.version,
    inWorker: inWorker - before,
    inMain: os.getPriority() - before,
    threads: niceness(),
  };
  console.log(result);
  await worker.terminate();
  const lowered = result.threads[before + 5];
  const isAlone = result.inWorker === 5 && result.inMain === 0 && lowered === 1;
  process.exit(isAlone ? 0 : 1);
})();
JS
./node_modules/.bin/node look.cjs

/**
 * A thread with a connection of its own to a file of SQLite, which it only
 * reads. Each message asks for the rows of a statement; the answer has its
 * number, and the rows or the error. Plain JavaScript, since threads know
 * nothing of the loaders of the process.
 */
const os = require('node:os');
const { parentPort, workerData } = require('node:worker_threads');

/** How long it waits for a lock, in milliseconds: nobody else waits here. */
const BUSY_TIMEOUT = 2_000;

/** By how much it goes behind the event loop where processors are scarce. */
const LESS_PRIORITY = 10;

/** Elsewhere than on Linux this is the priority of the whole process. */
function giveWay() {
  const { PRIORITY_LOW } = os.constants.priority;
  try {
    os.setPriority(Math.min(os.getPriority() + LESS_PRIORITY, PRIORITY_LOW));
  } catch {
    // some sandboxes forbid it: reading goes on with the priority of the process
  }
}

if (process.platform === 'linux') {
  giveWay();
}

const Database = require(workerData.driver);
const database = new Database(workerData.file, {
  fileMustExist: true,
  timeout: BUSY_TIMEOUT,
});
database.pragma('query_only = on');

parentPort.on('message', ({ id, sql, bindings }) => {
  try {
    parentPort.postMessage({ id, rows: database.prepare(sql).all(bindings) });
  } catch ({ name, message, code }) {
    parentPort.postMessage({ id, error: { name, message, code } });
  }
});

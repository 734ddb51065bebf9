import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { deskDatabase } from './database.mjs';
import { explainAll } from './explain.mjs';
import { takeTraces } from './tracing.mjs';

const session = new Session();

const orders = {
  /** How much memory the backend takes, in bytes. */
  memory: async () => process.memoryUsage(),

  /** What the traced requests have asked of the database and of others. */
  async traces() {
    const { statements, requests } = takeTraces();
    return {
      requests,
      count: statements.length,
      statements: await explainAll(deskDatabase(), statements),
    };
  },

  async 'start-profile'() {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
  },

  async 'write-profile'({ file }) {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    writeFileSync(file, JSON.stringify(profile));
  },
};

/** Does what the bench asks for over the channel between the processes. */
export function obeyOrders() {
  process.on('message', async ({ id, name, details }) => {
    try {
      process.send({ id, result: await orders[name](details) });
    } catch (error) {
      process.send({ id, trouble: error.stack });
    }
  });
}

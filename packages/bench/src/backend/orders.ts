import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import type { ExplainedStatement } from '../plans';
import { deskDatabase } from './database';
import { explainAll } from './explain';
import { takeTraces } from './tracing';

/** What the traced requests have asked of the database and of other plugins. */
export interface Traces {
  /** Such as `GET /api/catalog/entities`. */
  readonly requests: readonly string[];
  /** How many statements, each as often as it was sent. */
  readonly count: number;
  readonly statements: readonly ExplainedStatement[];
}

const session = new Session();

const orders = {
  /** How much memory the backend takes, in bytes. */
  memory: async () => process.memoryUsage(),

  async traces(): Promise<Traces> {
    const { statements, requests } = takeTraces();
    const knex = deskDatabase();
    return {
      requests,
      count: statements.length,
      statements: knex ? await explainAll(knex, statements) : [],
    };
  },

  async 'start-profile'() {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
  },

  async 'write-profile'({ file }: { file: string }) {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    writeFileSync(file, JSON.stringify(profile));
  },
};

type Orders = typeof orders;

/** Gives an order to the backend, and what comes of it. */
export type Order = <Name extends keyof Orders>(
  name: Name,
  ...details: Parameters<Orders[Name]>
) => Promise<Awaited<ReturnType<Orders[Name]>>>;

interface Message {
  readonly id: number;
  readonly name: keyof Orders;
  readonly details: any;
}

/** Does what the benchmark asks for over the channel between the processes. */
export function obeyOrders(): void {
  process.on('message', async ({ id, name, details }: Message) => {
    try {
      process.send?.({ id, result: await orders[name](details) });
    } catch (error) {
      process.send?.({ id, trouble: (error as Error).stack });
    }
  });
}

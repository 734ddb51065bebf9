import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { LogRecorder } from '../../__testUtils__/fuzz/LogRecorder';
import { startTestDesk } from '../../__testUtils__/startTestDesk';
import { ticketRow } from '../../__testUtils__/ticketRow';
import { ThrottledLogger } from '../ThrottledLogger';
import { openDatabase } from '../../store/migrations';
import { runLongMigrations } from './runLongMigrations';

jest.setTimeout(60_000);

const databases = testDatabases();

const INDEXES = '20261130_ticket_indexes.js';

/** A migration that fails so often before it succeeds. */
function failing(name: string, failures: number, order: string[]) {
  let left = failures;
  return {
    name,
    async run() {
      order.push(name);
      if (left > 0) {
        left -= 1;
        throw new Error(`${name} failed`);
      }
    },
  };
}

function context(signal = new AbortController().signal) {
  const logger = mockServices.logger.mock();
  const throttledLogger = new ThrottledLogger(logger, () => new Date());
  return {
    logger,
    environment: { throttledLogger: throttledLogger, signal, pause: 1 },
  };
}

describe('long migrations', () => {
  it('are tried again until they succeed, and do not hold up each other', async () => {
    const order: string[] = [];
    const { logger, environment } = context();
    await runLongMigrations(
      [failing('a', 2, order), failing('b', 0, order), failing('c', 1, order)],
      environment,
    );
    expect(order).toEqual(['a', 'b', 'c', 'a', 'c', 'a']);
    expect(logger.error.mock.calls.map(([text]) => text)).toEqual([
      'The migration a failed; it will be tried again',
      'The migration c failed; it will be tried again',
    ]);
  });

  it('say nothing when the desk ends, neither at work nor in a pause', async () => {
    const atWork = new AbortController();
    const { logger, environment } = context(atWork.signal);
    await runLongMigrations(
      [
        {
          name: 'a',
          async run() {
            atWork.abort();
            throw new Error('ended');
          },
        },
      ],
      environment,
    );
    expect(logger.error).not.toHaveBeenCalled();

    const order: string[] = [];
    const inPause = new AbortController();
    const ended = runLongMigrations([failing('b', 9, order)], {
      ...context(inPause.signal).environment,
      pause: 60_000,
    });
    await sleep(10);
    inPause.abort();
    await ended;
    expect(order).toEqual(['b']);
  });
});

/** A desk in use that lacks an index. */
async function withoutIndex(): Promise<Knex> {
  const knex = await databases.init('POSTGRES_18');
  await openDatabase(
    { getClient: async () => knex },
    mockServices.logger.mock(),
  );
  await knex('tickets').insert(ticketRow);
  await knex.raw('drop index tickets_active_idx');
  await knex('knex_migrations').where({ name: INDEXES }).delete();
  return knex;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    await sleep(20);
  }
}

async function fileTicket(desk: Awaited<ReturnType<typeof startTestDesk>>) {
  await desk.as('requester').fileTicket({
    subject: 'The printer is on fire',
    assets: ['component:default/ledger'],
  });
}

describe('a desk on PostgreSQL with a long migration', () => {
  it('serves everybody while that runs, and can be stopped and started again', async () => {
    const knex = await withoutIndex();
    const isDone = async () =>
      (await knex('knex_migrations').where({ name: INDEXES })).length > 0;
    // the building of an index waits until this one is over
    const writer = await knex.transaction();
    await writer('tickets').update({ subject: 'Changed' });
    const log = new LogRecorder();
    const first = await startTestDesk({ knex, features: [log.factory] });
    await until(() => log.lines.some(({ text }) => text.includes(INDEXES)));
    await fileTicket(first);
    expect(await isDone()).toBe(false);
    await first.stop();

    const second = await startTestDesk({ knex });
    await fileTicket(second);
    expect(await isDone()).toBe(false);
    await writer.commit();
    await until(isDone);
    await second.stop();
    expect(log.at('error')).toEqual([]);
  });
});

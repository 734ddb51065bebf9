import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import makeKnex, { type Knex } from 'knex';
import { LogRecorder } from '../__testUtils__/fuzz/LogRecorder';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(60_000);

/** In milliseconds; SQLite by itself waits for seconds. */
const LONGEST_STOP = 1_000;

/** As Backstage makes it. */
function openFile(filename: string): Knex {
  return makeKnex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
}

describe('a file of SQLite that another process has locked', () => {
  let folder: string;
  let knex: Knex;
  let other: Knex;
  let log: LogRecorder;
  let desk: Awaited<ReturnType<typeof startTestDesk>>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'locked-'));
    knex = openFile(join(folder, 'tickets.sqlite'));
    other = openFile(join(folder, 'tickets.sqlite'));
    log = new LogRecorder();
    desk = await startTestDesk({ knex, features: [log.factory] });
    await desk.as('requester').fileTicket({ subject: 'The first' });
  });
  afterEach(async () => {
    await desk.stop();
    await Promise.all([knex.destroy(), other.destroy()]);
    await rm(folder, { recursive: true });
  });

  /**
   * Files a ticket, and tells what is answered until that is done, and for how
   * many milliseconds the process did nothing else.
   */
  async function fileAndRead() {
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const order: string[] = [];
    const filing = desk
      .http('requester')
      .post('/tickets')
      .send({ subject: 'Meanwhile' })
      .then(answer => {
        order.push('filed');
        return answer;
      });
    // by then the desk tries to write
    await sleep(100);
    const list = await desk.http('requester').get('/tickets');
    order.push('read');
    delay.disable();
    return { filing, list, order, longestStop: delay.max / 1_000_000 };
  }

  it('holds up nobody who reads, and those who write until it is free', async () => {
    await other.raw('begin immediate');
    const { filing, list, order, longestStop } = await fileAndRead();
    expect(list.status).toBe(200);
    expect(order).toEqual(['read']);
    expect(longestStop).toBeLessThan(LONGEST_STOP);
    await other.raw('rollback');
    expect((await filing).status).toBe(201);
  });

  it('is a 503 for those who write when it stays so', async () => {
    await other.raw('begin immediate');
    const { filing, order } = await fileAndRead();
    expect(order).toEqual(['read']);
    const { status, headers, body } = await filing;
    expect([status, headers['retry-after'], body.error]).toEqual([
      503,
      '2',
      {
        name: 'ServiceUnavailableError',
        code: 'unavailable',
        message:
          'The desk’s data are being changed elsewhere; try again in a moment',
      },
    ]);
    await other.raw('rollback');
    await desk.as('requester').fileTicket({ subject: 'Afterwards' });
    const { items } = await desk.as('requester').listTickets();
    expect(items.map(({ subject }) => subject).sort()).toEqual([
      'Afterwards',
      'The first',
    ]);
  });

  it('is waited for when somebody reads it while the desk commits', async () => {
    await other.raw('begin');
    await other.raw('select count(*) from tickets');
    const { filing, list } = await fileAndRead();
    expect(list.status).toBe(200);
    await other.raw('commit');
    expect((await filing).status).toBe(201);
    await desk.as('requester').fileTicket({ subject: 'Afterwards' });
    const { items } = await desk.as('requester').listTickets();
    expect(items).toHaveLength(3);
  });

  it('answers those who read, however it is locked', async () => {
    await other.raw('begin exclusive');
    const { status, body } = await desk.http('requester').get('/tickets');
    expect([status, body.items.length]).toEqual([200, 1]);
    await other.raw('rollback');
  });
});

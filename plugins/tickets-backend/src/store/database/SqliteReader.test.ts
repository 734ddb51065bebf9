import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import makeKnex from 'knex';
import { SqliteReader } from './SqliteReader';
import { asStoreError } from './databaseErrors';

const driver = require.resolve('better-sqlite3');
const threadFile = join(__dirname, '../../../sqlite/reader.cjs');

describe('a thread that reads a file of SQLite', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reader-'));
    file = join(folder, 'tickets.sqlite');
    const knex = makeKnex({
      client: 'better-sqlite3',
      connection: { filename: file },
      useNullAsDefault: true,
    });
    await knex.schema.createTable('tickets', table => table.integer('id'));
    await knex.destroy();
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('reads where no process may change its priority', async () => {
    const thread = new Worker(
      `require('node:os').setPriority = () => {
         throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
       };
       require(${JSON.stringify(threadFile)});`,
      { eval: true, workerData: { driver, file } },
    );
    const sql = 'select 1 as one';
    thread.postMessage({ id: 1, sql, bindings: [] });
    const [answer] = await once(thread, 'message');
    expect(answer).toEqual({ id: 1, rows: [{ one: 1 }] });
    await thread.terminate();
  });

  it('says that the data are away where the file is', async () => {
    const reader = new SqliteReader({
      driver,
      file: join(folder, 'no.sqlite'),
    });
    const error = await reader.all('select 1').catch(asStoreError);
    expect(error).toMatchObject({ name: 'ServiceUnavailableError' });
    expect(reader.isUsable).toBe(false);
  });
});

import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { eventually } from '../../__testUtils__/eventually';
import { startExportServer } from '../../__testUtils__/exportServer';
import { layTickets } from '../../__testUtils__/manyTickets';
import { testDesk } from '../../__testUtils__/testDesk';
import type { Desk } from '../../desk/Desk';
import type { ExportBounds } from './Exports';

jest.setTimeout(120_000);

type Server = Awaited<ReturnType<typeof startExportServer>>;

/** More than the buffers between a desk and its clients can take. */
const COUNT = 30_000;

/** By which the tickets come out of the store. */
const BATCHES = COUNT / 100;

const EXPORT = '/export?format=csv';

const encodings = [
  ['plain', {}, undefined],
  ['compressed', { 'Accept-Encoding': 'gzip' }, 'gzip'],
] as const;

const databases = testDatabases();

describe.each(databases.ids)('an export on %s', id => {
  let knex: Knex;
  let desk: Desk;
  let server: Server;

  beforeAll(async () => {
    knex = await databases.init(id);
    ({ desk } = await testDesk(knex));
    await layTickets(knex, COUNT, { noise: 16 });
  });

  async function start(
    bounds: Partial<ExportBounds> = {},
    changes: Partial<Desk> = {},
  ) {
    server = await startExportServer({ ...desk, ...changes }, bounds);
  }

  afterEach(() => server.stop());

  /** A desk that counts what is read for its exports, and knows when they end. */
  function watched() {
    const seen = { batches: 0, ended: 0 };
    const exportTickets: Desk['exportTickets'] = async (caller, list) => {
      const { batches, ...rest } = await desk.exportTickets(caller, list);
      async function* counted() {
        try {
          for await (const batch of batches) {
            seen.batches += 1;
            yield batch;
          }
        } finally {
          seen.ended += 1;
        }
      }
      return { ...rest, batches: counted() };
    };
    return { seen, exportTickets };
  }

  async function expectCutOff(answer: IncomingMessage) {
    await expect(text(answer)).rejects.toThrow('aborted');
    expect(answer.complete).toBe(false);
  }

  /** Connections that somebody works with. */
  const connectionsInUse = () => knex.client.pool.numUsed();

  it.each(encodings)(
    'whose reader stops holds nothing and nobody up, and ends, %s',
    async (_how, headers, encoding) => {
      const { seen, exportTickets } = watched();
      await start({ patience: 1_500, perPerson: 1 }, { exportTickets });
      const answer = await server.ask(EXPORT, headers);
      expect(answer.headers['content-encoding']).toBe(encoding);
      await eventually(async () => {
        const before = seen.batches;
        await sleep(200);
        expect(seen.batches).toBe(before);
      });
      expect(seen.ended).toBe(0);
      expect(seen.batches).toBeLessThan(BATCHES);
      expect(connectionsInUse()).toBe(0);
      const list = await server.ask('/tickets?limit=1');
      expect(JSON.parse(await text(list)).items).toHaveLength(1);

      await eventually(async () => expect(seen.ended).toBe(1));
      await expectCutOff(answer);
      const again = await server.ask(`${EXPORT}&category=unknown`);
      expect(again.statusCode).toBe(200);
      again.destroy();
    },
  );

  it('whose reader is slow, and goes on, comes whole', async () => {
    await start({ patience: 1_000 });
    const answer = await server.ask(EXPORT);
    let lines = 0;
    let looked = 0;
    for await (const chunk of answer) {
      lines += String(chunk).split('\n').length - 1;
      if (lines - looked > COUNT / 10) {
        looked = lines;
        // longer in all than the desk waits for somebody who takes nothing
        await sleep(200);
      }
    }
    expect(answer.complete).toBe(true);
    expect(lines).toBe(COUNT + 1);
  });

  it.each(encodings)(
    'whose reader leaves ends at once, %s',
    async (_how, headers) => {
      const { seen, exportTickets } = watched();
      await start({}, { exportTickets });
      const answer = await server.ask(EXPORT, headers);
      await once(answer, 'readable');
      answer.destroy();
      await eventually(async () => expect(seen.ended).toBe(1));
      expect(seen.batches).toBeLessThan(BATCHES);
      expect(connectionsInUse()).toBe(0);
    },
  );

  it.each(encodings)(
    'that takes too long in all is cut off, %s',
    async (_how, headers) => {
      const { seen, exportTickets } = watched();
      await start({ longest: 1_000 }, { exportTickets });
      const answer = await server.ask(EXPORT, headers);
      await eventually(async () => expect(seen.ended).toBe(1));
      await expectCutOff(answer);
    },
  );

  it.each(encodings)(
    'that fails midway is cut off, %s',
    async (_how, headers) => {
      await start(
        {},
        {
          exportTickets: async (caller, list) => {
            const { batches, ...rest } = await desk.exportTickets(caller, list);
            async function* failing() {
              for (let batch = 0; batch < 3; batch += 1) {
                const { value } = await batches.next();
                yield value ?? [];
              }
              throw new Error('the database is gone');
            }
            return { ...rest, batches: failing() };
          },
        },
      );
      for (const format of ['csv', 'json', 'ndjson']) {
        await expectCutOff(
          await server.ask(`/export?format=${format}`, headers),
        );
      }
      expect(server.logger.error).toHaveBeenCalledTimes(3);
    },
  );

  it('that fails at its beginning is answered as any request that fails', async () => {
    await start(
      {},
      {
        exportTickets: async () => {
          throw new Error('the database is gone');
        },
      },
    );
    const answer = await server.ask(EXPORT);
    expect(answer.statusCode).toBe(500);
    expect(JSON.parse(await text(answer)).error.name).toBe(
      'InternalServerError',
    );
  });

  it('does not keep the desk from ending', async () => {
    const { seen, exportTickets } = watched();
    await start({}, { exportTickets });
    const answer = await server.ask(EXPORT);
    server.exports.stop();
    await expectCutOff(answer);
    await eventually(async () => expect(seen.ended).toBe(1));
    expect((await server.ask(EXPORT)).statusCode).toBe(503);
  });

  it('waits for others to end, of the same person and in all', async () => {
    await start({ perPerson: 2, atOnce: 3 });
    const ask = (person: string) => server.ask(EXPORT, { Person: person });
    const running = [
      await ask('admin'),
      await ask('admin'),
      await ask('agent'),
    ];
    expect(running.map(({ statusCode }) => statusCode)).toEqual([
      200, 200, 200,
    ]);
    for (const [person, message] of [
      ['admin', 'Wait for your other exports to finish.'],
      [
        'requester',
        'Other people are exporting tickets. Try again in a while.',
      ],
    ]) {
      const refused = await ask(person);
      expect(refused.statusCode).toBe(429);
      expect(refused.headers['retry-after']).toBe('30');
      expect(JSON.parse(await text(refused)).error).toMatchObject({
        name: 'TooManyRequestsError',
        message,
      });
    }
    running[0].destroy();
    await text(running[2]);
    await eventually(async () => {
      const answers = [await ask('admin'), await ask('requester')];
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
      answers.forEach(answer => answer.destroy());
    });
  });

  it('asked for its head alone reads no more than it needs', async () => {
    const { seen, exportTickets } = watched();
    await start({ perPerson: 1 }, { exportTickets });
    for (let time = 0; time < 3; time += 1) {
      const answer = await fetch(`http://localhost:${server.port}${EXPORT}`, {
        method: 'HEAD',
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(/csv/);
    }
    expect(seen.batches).toBe(0);
  });
});

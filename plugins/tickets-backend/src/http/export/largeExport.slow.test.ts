import { setImmediate as breathe } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { testDatabases } from '../../__testUtils__/databases';
import { startExportServer } from '../../__testUtils__/exportServer';
import { layTickets } from '../../__testUtils__/manyTickets';
import { memoryTaken } from '../../__testUtils__/memory';
import { testDesk } from '../../__testUtils__/testDesk';

jest.setTimeout(600_000);

const MB = 1024 * 1024;
const COUNT = 100_000;

const databases = testDatabases();

describe.each(databases.ids)('a large export on %s', id => {
  let server: Awaited<ReturnType<typeof startExportServer>>;

  beforeAll(async () => {
    const knex = await databases.init(id);
    const { desk } = await testDesk(knex);
    await layTickets(knex, COUNT);
    server = await startExportServer(desk, { longest: 600_000 });
  });
  afterAll(() => server.stop());

  it.each([
    ['csv', 'admin', {}],
    ['csv', 'requester', { 'Accept-Encoding': 'gzip' }],
    ['json', 'requester', {}],
    ['ndjson', 'agent', {}],
    ['json', 'agent', { 'Accept-Encoding': 'gzip' }],
  ])(
    'as %s for %s takes no more memory than a small one, %j',
    async (format, name, headers) => {
      let lines = 0;
      const taken = await memoryTaken(async look => {
        const answer = await server.ask(`/export?format=${format}`, {
          Person: name,
          ...headers,
        });
        const encoding = answer.headers['content-encoding'];
        expect(encoding).toBe(
          'Accept-Encoding' in headers ? 'gzip' : undefined,
        );
        const content = encoding ? answer.pipe(createGunzip()) : answer;
        let looked = 0;
        for await (const chunk of content) {
          lines += String(chunk).split('\n').length - 1;
          // the desk is in this process too
          await breathe();
          if (lines - looked > COUNT / 10) {
            looked = lines;
            look();
          }
        }
        expect(answer.complete).toBe(true);
      });
      const others = { csv: 1, json: 2, ndjson: 0 }[format];
      expect(lines).toBe(COUNT + (others ?? 0));
      expect(taken).toBeLessThan(40 * MB);
    },
  );
});

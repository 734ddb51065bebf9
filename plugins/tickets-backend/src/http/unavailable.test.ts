import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { LogRecorder } from '../__testUtils__/fuzz/LogRecorder';
import { deskConfig } from '../__testUtils__/organisation';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Where nothing listens, with credentials and without. */
const bucket = {
  type: 's3',
  bucket: 'files',
  region: 'us-east-1',
  endpoint: 'http://127.0.0.1:9',
  forcePathStyle: true,
};

describe('a storage that does not work', () => {
  const environment = process.env;
  let knex: Knex;
  let log: LogRecorder;
  let desk: Awaited<ReturnType<typeof startTestDesk>>;

  beforeEach(async () => {
    process.env = {
      ...environment,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/nowhere',
      AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
    };
    knex = await databases.init('SQLITE_3');
    log = new LogRecorder();
  });
  afterEach(async () => {
    process.env = environment;
    await desk.stop();
  });

  const start = async (storage: object) => {
    desk = await startTestDesk({
      knex,
      features: [log.factory],
      tickets: { ...deskConfig, attachments: { storage: { ...storage } } },
    });
    return desk.http('requester');
  };

  it('for want of credentials is a 503 for callers and one line in the log', async () => {
    const requester = await start(bucket);
    for (let time = 0; time < 5; time += 1) {
      const { status, headers, body } = await requester
        .post('/files?name=a.txt')
        .type('text/plain')
        .send('text');
      expect([status, headers['retry-after'], body]).toEqual([
        503,
        '60',
        {
          error: {
            name: 'ServiceUnavailableError',
            message: 'Files cannot be stored at the moment. Try again later.',
            code: 'unavailable',
          },
          request: { method: 'POST', url: '/files?name=a.txt' },
          response: { statusCode: 503 },
        },
      ]);
    }
    const lines = log.at('warn', 'error').map(({ text }) => text);
    expect(lines).toEqual([
      expect.stringMatching(/^The storage s3 could not keep a file .*credent/i),
      expect.stringMatching(/^Could not remove an orphaned blob/),
    ]);
  });

  it('while files are read is one as well, and refuses what is wrong with a file all the same', async () => {
    const requester = await start({ type: 'database' });
    const { body: file } = await requester
      .post('/files?name=a.txt')
      .type('text/plain')
      .send('text');
    await knex('ticket_files').update({ storage: 's3' });
    for (let time = 0; time < 5; time += 1) {
      const { status, body } = await requester.get(`/files/${file.id}`);
      expect([status, body.error.message]).toEqual([
        503,
        'The file cannot be read at the moment. Try again later.',
      ]);
    }
    expect(log.at('warn', 'error')).toHaveLength(1);
    const empty = await requester.post('/files?name=a.txt').send('');
    expect(empty.status).toBe(400);
  });
});

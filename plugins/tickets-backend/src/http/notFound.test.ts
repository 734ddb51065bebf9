import { testDatabases } from '../__testUtils__/databases';
import { LogRecorder } from '../__testUtils__/fuzz/LogRecorder';
import { startTestDesk } from '../__testUtils__/startTestDesk';
import request from 'supertest';
import { mockCredentials } from '@backstage/backend-test-utils';

jest.setTimeout(120_000);

const databases = testDatabases();

describe('what the API does not serve', () => {
  let desk: Awaited<ReturnType<typeof startTestDesk>>;

  const log = new LogRecorder();

  beforeAll(async () => {
    desk = await startTestDesk({
      knex: await databases.init('SQLITE_3'),
      features: [log.factory],
    });
  });
  afterAll(() => desk.stop());

  const http = () => desk.http('requester');

  it.each([
    '',
    '/',
    '/nothing',
    '/tickets/T-1/nothing',
    '/tickets/T-1/messages/1',
    '/%2e%2e/catalog',
    '/tickets/..%2f..%2fcatalog/x',
  ])('is refused with 404 and an error at “%s”', async path => {
    const { status, body } = await http().get(path);
    expect([status, body.error]).toEqual([
      404,
      {
        name: 'NotFoundError',
        code: 'address-not-found',
        message: 'There is nothing at this address',
      },
    ]);
  });

  it.each([
    ['put', '/tickets', 'GET, POST'],
    ['post', '/desk', 'GET'],
    ['post', '/tickets/T-1', 'DELETE, GET, PATCH'],
    ['get', '/tickets/T-1/merge', 'POST'],
  ] as const)(
    'is refused with 405 and what is served for %s %s',
    async (method, path, allowed) => {
      const response = await http()[method](path).send({});
      expect([response.status, response.headers.allow]).toEqual([405, allowed]);
      expect(response.body.error).toMatchObject({
        name: 'MethodNotAllowedError',
        message: `This address allows ${allowed}`,
      });
    },
  );

  it('is said to those who ask for the methods', async () => {
    const answer = await request(desk.server)
      .options('/api/tickets/tickets')
      .set('Authorization', mockCredentials.user.header());
    expect([answer.status, answer.headers.allow]).toEqual([204, 'GET, POST']);
  });

  it.each(['x'.repeat(256), 'a%00b', 'a%0ab'])(
    'cannot have a name such as %s, of which the log hears nothing',
    async name => {
      const { status } = await desk.http('admin').delete(`/tickets/${name}`);
      expect(status).toBe(404);
      expect(log.lines.filter(({ text }) => text.includes('delete'))).toEqual(
        [],
      );
      await desk.http('admin').delete('/tickets/T-1').expect(404);
      expect(
        log.lines.filter(({ text }) => text.includes('tickets.delete')),
      ).not.toEqual([]);
      log.lines.length = 0;
    },
  );

  it.each(['%', '%zz', '%ff', '%E0%A4%A'])(
    'names the path when it cannot be decoded, as with %s',
    async segment => {
      const { status, body } = await http().get(`/tickets/${segment}/messages`);
      expect([status, body.error.issues]).toMatchObject([
        400,
        [{ path: 'path', message: 'is not encoded as a URL' }],
      ]);
    },
  );
});

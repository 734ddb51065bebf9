import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  type RootLoggerService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import {
  deskWithChannels,
  publicVisitor,
  reportOf,
} from '../__testUtils__/publicVisitor';
import { startTestDesk } from '../__testUtils__/startTestDesk';
import { isPostgres } from '../store/sql/dialect';

jest.setTimeout(60_000);

/** What must be nowhere afterwards. */
const marks = {
  'User-Agent': 'Mark-of-browser/1.0',
  Referer: 'https://mark-of-referrer.example.com/intranet',
  Cookie: 'portal=mark-of-cookie',
  'X-Forwarded-For': '198.51.100.77',
  Forwarded: 'for=198.51.100.78',
  From: 'mark-of-sender@example.com',
};

const traces = [
  /mark-of/i,
  /198\.51\.100/,
  /127\.0\.0\.1|::1|::ffff/,
  /supertest|superagent/i,
];

/** A log that is kept, with all that is said beside its messages. */
function keptLog() {
  const lines: string[] = [];
  const loggerWith = (around: object): RootLoggerService => {
    const note = (message: string, meta?: object) => {
      lines.push(JSON.stringify({ ...around, ...meta, message: `${message}` }));
    };
    return {
      error: note,
      warn: note,
      info: note,
      debug: note,
      child: meta => loggerWith({ ...around, ...meta }),
    };
  };
  return { lines, logger: loggerWith({}) };
}

/** The routes of the desk, below the portal's own log of requests. */
const loggingRouter = createServiceFactory({
  service: coreServices.httpRouter,
  deps: {
    config: coreServices.rootConfig,
    logger: coreServices.rootLogger,
    rootRouter: coreServices.rootHttpRouter,
  },
  factory({ config, logger, rootRouter }) {
    const router = PromiseRouter();
    router.use(MiddlewareFactory.create({ config, logger }).logging());
    rootRouter.use('/api/tickets', router);
    return { use: handler => router.use(handler), addAuthPolicy() {} };
  },
});

/** Everything that the database has, table by table. */
async function allRows(knex: Knex): Promise<string> {
  const tables: { name: string }[] = isPostgres(knex)
    ? await knex('pg_tables')
        .whereRaw('schemaname = current_schema()')
        .select({ name: 'tablename' })
    : await knex('sqlite_master').where({ type: 'table' }).select('name');
  const found: string[] = [];
  for (const { name } of tables) {
    for (const row of await knex(name)) {
      const values = Object.values(row).map(value =>
        Buffer.isBuffer(value) ? value.toString('latin1') : value,
      );
      found.push(`${name}: ${JSON.stringify(values)}`);
    }
  }
  return found.join('\n');
}

const databases = testDatabases();

describe.each(databases.ids)('after an anonymous report on %s', id => {
  it('nothing says who sent it, with what, from where, nor what opens it', async () => {
    const knex = await databases.init(id);
    const { lines, logger } = keptLog();
    const desk = await startTestDesk({
      knex,
      tickets: deskWithChannels,
      features: [
        loggingRouter,
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => logger,
        }),
      ],
    });
    lines.length = 0;

    const visitor = publicVisitor(desk.server, marks);
    const words = await reportOf(
      visitor,
      { message: 'The content of the report' },
      { 'mark-of-file.txt': 'the text of the file' },
    );
    const inbox = await visitor.post('/inbox', { words });
    const openedAt = inbox.value('mark').split('.')[0];
    const session = inbox.value('session');
    await visitor.post(
      '/inbox',
      {
        session,
        do: 'reply',
        ticket: inbox.value('ticket'),
        mark: inbox.value('mark'),
        message: 'More of it',
      },
      { 'mark-of-another-file.txt': 'more' },
    );
    await visitor.post('/inbox', { words: 'wrong-words' });
    await visitor.post('/report/integrity', { subject: 'refused' });
    await visitor.get('/nowhere');
    const rows = await allRows(knex);
    const log = lines.join('\n');

    // it looks where something would be
    for (const kept of ['The content of the report', 'the text of the file']) {
      expect(rows).toContain(kept);
    }
    expect(log).toContain('/api/tickets/public/report/integrity');
    expect(log).toContain('token-issue');
    await desk.http('agent').get('/tickets').set(marks);
    expect(lines.join('\n')).toContain('Mark-of-browser/1.0');

    for (const trace of traces) {
      expect(rows).not.toMatch(trace);
      expect(log).not.toMatch(trace);
    }
    expect(words).toMatch(/^[a-z]{6}-/);
    expect(session).toMatch(/^[\w-]{43}$/);
    // marks of forms say when their pages were opened
    expect(openedAt).toMatch(/^\w{8}$/);
    for (const secret of [
      openedAt,
      words,
      session,
      ...words.split('-').slice(0, 4),
    ]) {
      expect(rows).not.toContain(secret);
      expect(log).not.toContain(secret);
    }
    await desk.stop();
  });
});

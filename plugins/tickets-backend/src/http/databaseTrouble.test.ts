import net from 'node:net';
import { once } from 'node:events';
import makeKnex, { type Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { eventually } from '../__testUtils__/eventually';
import { LogRecorder } from '../__testUtils__/fuzz/LogRecorder';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

const databases = testDatabases();

/** What only agents may read, and nobody in a log or in an error. */
const MARKER = 'cormorant beside the weir';

/** How statements look, of any dialect. */
const STATEMENT =
  /insert into|update ["`]?ticket|select .* from|delete from|create table|with ["`]?due/i;

describe.each(databases.ids)('a database that fails, %s', id => {
  const onPostgres = id !== 'SQLITE_3';
  let knex: Knex;
  let log: LogRecorder;
  let desk: Awaited<ReturnType<typeof startTestDesk>>;

  async function start(connection?: Knex) {
    knex = connection ?? (await databases.init(id));
    log = new LogRecorder();
    desk = await startTestDesk({ knex, features: [log.factory] });
  }

  afterEach(() => desk.stop());

  /** Makes the database refuse rows whose column has the marker in it. */
  async function refuse(table: string, column: string, on = 'insert') {
    await knex.raw(
      onPostgres
        ? `alter table ${table} add constraint refused check (${column} not like '%${MARKER}%')`
        : `create trigger refused before ${on} on ${table}
           when new.${column} like '%${MARKER}%'
           begin select raise(abort, 'refused'); end`,
    );
  }

  const fileTicket = () =>
    desk.as('requester').fileTicket({
      subject: 'The printer is on fire',
      assets: ['component:default/ledger'],
    });

  function expectNothingTold(...answers: object[]) {
    for (const text of [
      ...log.lines.map(line => line.text),
      ...answers.map(answer => JSON.stringify(answer)),
    ]) {
      expect(text).not.toContain(MARKER);
      expect(text).not.toMatch(STATEMENT);
    }
  }

  it('is answered with an id that the log has as well, and tells nobody what was written', async () => {
    await start();
    const { id: ticket } = await fileTicket();
    await refuse('ticket_messages', 'body');
    const { status, body } = await desk
      .http('agent')
      .post(`/tickets/${ticket}/messages`)
      .send({ kind: 'note', body: `Found it: ${MARKER}` });
    expect([status, body.error.name]).toEqual([500, 'InternalServerError']);
    const [logId] = body.error.message.match(/[0-9a-f]{20}/) ?? [];
    const lines = log.at('error').map(({ text }) => text);
    expect(lines).toEqual([expect.stringContaining(logId)]);
    expect(lines[0]).toContain(
      onPostgres ? '23514' : 'SQLITE_CONSTRAINT_TRIGGER',
    );
    expectNothingTold(body);
  });

  it('tells nothing in the results of a bulk change', async () => {
    await start();
    const { id: ticket } = await fileTicket();
    await refuse('ticket_messages', 'body');
    const { status, body } = await desk
      .http('agent')
      .post('/bulk')
      .send({
        tickets: [ticket],
        change: { type: 'message', kind: 'note', body: MARKER },
      });
    expect([status, body.items[0].status]).toEqual([200, 500]);
    expectNothingTold(body);
  });

  it('tells nothing in audit events', async () => {
    await start();
    const { id: ticket } = await fileTicket();
    await refuse('tickets', 'subject', 'update');
    const { status, body } = await desk
      .http('agent')
      .patch(`/tickets/${ticket}`)
      .send({ subject: MARKER, visibility: 'confidential' });
    expect(status).toBe(500);
    expect(log.lines.filter(({ audit }) => audit)).not.toEqual([]);
    expectNothingTold(body);
  });

  it('tells nothing of what is looked for', async () => {
    await start();
    await fileTicket();
    await knex.schema.renameTable('ticket_texts', 'elsewhere');
    const agent = desk.http('agent');
    for (const path of ['/search', '/tickets', '/counts']) {
      const { status, body } = await agent.get(path).query({ text: MARKER });
      expect(status).toBe(500);
      expectNothingTold(body);
    }
  });

  it('tells nothing while channels and schedules work by themselves', async () => {
    await start();
    await knex.schema.renameTable('ticket_outbox', 'elsewhere');
    await eventually(async () =>
      expect(log.at('error').map(({ text }) => text)).toContainEqual(
        expect.stringMatching(/Could not read .*(42P01|no such table)/),
      ),
    );
    expectNothingTold();
  });

  it('tells nothing when the desk cannot start on it', async () => {
    await start();
    const other = await databases.empty(id);
    await other.schema.createTable('tickets', table => table.text('subject'));
    const failing = startTestDesk({ knex: other, features: [log.factory] });
    const reason = await failing.then(
      () => undefined,
      (error: Error) => error,
    );
    expect(reason).toBeInstanceOf(Error);
    expect(`${reason?.stack}`).not.toMatch(STATEMENT);
    expectNothingTold();
  });

  const away = {
    error: {
      name: 'ServiceUnavailableError',
      message: 'The desk cannot reach its data at the moment; try again later',
      code: 'unavailable',
    },
    response: { statusCode: 503 },
  };

  async function askTwice() {
    const agent = desk.http('agent');
    const answers = [
      await agent.get('/tickets'),
      await agent.post('/tickets').send({ subject: MARKER }),
    ];
    answers.forEach(({ body }) => expectNothingTold(body));
    return {
      answers: answers.map(({ status, headers, body }) => [
        status,
        headers['retry-after'],
        body,
      ]),
      logged: log.at('error').filter(({ text }) => text.startsWith('Requests')),
    };
  }

  /** How two requests are answered, and that the log has it once. */
  const twiceAway = {
    answers: Array.from({ length: 2 }, () => [503, '30', away]),
    logged: [{}],
  };

  it('is a 503 when it was closed', async () => {
    await start();
    await knex.destroy();
    expect(await askTwice()).toMatchObject(twiceAway);
  });

  it('is a 503 for those who write when it takes no more', async () => {
    const { client } = await databases.init(id);
    await start(
      onPostgres
        ? makeKnex({ ...client.config, pool: { min: 0, max: 1 } })
        : undefined,
    );
    const { id: ticket } = await fileTicket();
    if (onPostgres) {
      await knex.raw('set default_transaction_read_only = on');
    } else {
      const [{ page_count: pages }] = await knex.raw('pragma page_count');
      await knex.raw(`pragma max_page_count = ${pages}`);
    }
    const agent = desk.http('agent');
    const written = await agent
      .post(`/tickets/${ticket}/messages`)
      .send({ kind: 'note', body: MARKER.repeat(1000) });
    expect([written.status, written.body]).toMatchObject([503, away]);
    expect((await agent.get(`/tickets/${ticket}`)).status).toBe(200);
    expectNothingTold(written.body);
    if (onPostgres) {
      await desk.stop();
      await knex.destroy();
      await start();
    }
  });

  if (onPostgres) {
    it('is a 503 while it cannot be reached, and works when it is back', async () => {
      const { client } = await databases.init(id);
      // it is not enumerable
      const { password } = client.config.connection;
      const { host, port, ...connection } = client.config.connection;
      const proxy = await startProxy({ host, port: Number(port) });
      const behind = makeKnex({
        ...client.config,
        connection: {
          ...connection,
          password,
          host: '127.0.0.1',
          port: proxy.port,
        },
      });
      await start(behind);
      await fileTicket();
      await proxy.cut();
      expect(await askTwice()).toMatchObject(twiceAway);
      await proxy.mend();
      await fileTicket();
      await desk.stop();
      await behind.destroy();
      await proxy.cut();
      await start();
    });

    it('is a 503 when a statement takes too long', async () => {
      const { client } = await databases.init(id);
      const hurried = makeKnex({
        ...client.config,
        pool: { min: 0, max: 1 },
      });
      await start(hurried);
      await fileTicket();
      await hurried.raw('set statement_timeout = 1');
      const other = makeKnex(client.config);
      await other.transaction(async tx => {
        await tx.raw('lock table tickets in access exclusive mode');
        const { status, body } = await desk.http('agent').get('/tickets');
        expect([status, body]).toMatchObject([503, away]);
      });
      await other.destroy();
      await desk.stop();
      await hurried.destroy();
      await start();
    });
  }
});

/** A way to a server that can be cut and mended. */
async function startProxy(target: { host: string; port: number }) {
  const sockets = new Set<net.Socket>();
  const server = net.createServer(socket => {
    const behind = net.connect(target);
    for (const one of [socket, behind]) {
      sockets.add(one);
      one.on('error', () => {}).on('close', () => sockets.delete(one));
    }
    socket.pipe(behind).pipe(socket);
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    port,
    async cut() {
      server.close();
      sockets.forEach(socket => socket.destroy());
      await once(server, 'close');
    },
    mend: () => listen(port),
  };
}

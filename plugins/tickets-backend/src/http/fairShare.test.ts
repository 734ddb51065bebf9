import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { eventually } from '../__testUtils__/eventually';
import { startExportServer } from '../__testUtils__/exportServer';
import { caller, testDesk } from '../__testUtils__/testDesk';
import { startTestDesk } from '../__testUtils__/startTestDesk';
import type { Desk } from '../desk/Desk';
import ticketsPlugin from '../index';

jest.setTimeout(60_000);

const databases = testDatabases();

describe('expensive requests', () => {
  let knex: Knex;
  let server: Awaited<ReturnType<typeof startExportServer>>;
  let begun: string[];
  let release: () => void;
  let exportTickets: Desk['exportTickets'];

  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
  });

  /** A desk whose searches end when they are released. */
  beforeEach(async () => {
    const { desk } = await testDesk(knex);
    begun = [];
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    const searchLater: Desk['searchTickets'] = async (who, query) => {
      begun.push(who.ref);
      await released;
      return desk.searchTickets(who, query);
    };
    exportTickets = desk.exportTickets;
    server = await startExportServer(
      {
        ...desk,
        searchTickets: searchLater,
        exportTickets: (...of) => exportTickets(...of),
      },
      {},
    );
  });
  afterEach(() => server.stop());

  function search(person: string) {
    const asked = server.ask('/search?text=slow', { Person: person });
    // one that is not looked at any more, when the server stops
    asked.catch(() => {});
    return asked;
  }

  async function send(method: 'GET' | 'POST', path: string, body?: object) {
    const sent = http.request({
      port: server.port,
      method,
      path,
      agent: false,
      headers: { Person: 'agent', 'Content-Type': 'application/json' },
    });
    sent.end(body && JSON.stringify(body));
    const [answer]: IncomingMessage[] = await once(sent, 'response');
    return answer;
  }

  it('is refused to who asks for too much at once, and holds nobody else up', async () => {
    const many = Array.from({ length: 150 }, () => search('agent'));
    await eventually(async () => expect(begun.length).toBeGreaterThan(0));
    const other = search('requester');
    await eventually(async () =>
      expect(begun).toContain('user:default/requester'),
    );
    // two of one person are under way at once
    expect(begun.filter(ref => ref === 'user:default/agent')).toHaveLength(2);
    release();
    expect((await other).statusCode).toBe(200);
    const answers = await Promise.all(many);
    const refused = answers.filter(({ statusCode }) => statusCode === 429);
    expect(refused).not.toHaveLength(0);
    const done = answers.filter(({ statusCode }) => statusCode === 200);
    expect(done.length).toBeGreaterThan(100);
    expect(done.length + refused.length).toBe(150);
    expect(refused[0].headers['retry-after']).toBe('2');
    expect(JSON.parse(await text(refused[0])).error).toEqual({
      name: 'TooManyRequestsError',
      message:
        'You have sent too many requests at the same time. Wait for their responses first.',
      statusCode: 429,
      code: 'too-many-requests',
    });
  });

  it('is done for a page that asks for several things at once', async () => {
    release();
    const views = Array.from({ length: 50 }, (_, index) => ({
      id: `view ${index}`,
      filter: {},
    }));
    const answers = await Promise.all([
      send('GET', '/tickets?text=slow'),
      send('GET', '/counts?text=slow'),
      send('POST', '/counts', { views }),
      send('GET', '/search?text=slow'),
      send('GET', '/similar?subject=slow'),
      send('POST', '/counts', { views }),
      send('GET', '/tickets'),
      send('POST', '/tickets', { subject: 'Meanwhile' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([
      200, 200, 200, 200, 200, 200, 200, 201,
    ]);
  });

  it('gives others their turn between two batches of an export', async () => {
    const { desk } = await testDesk(knex);
    const ticket = await desk.fileTicket(caller('requester'), {
      subject: 'First',
    });
    let readFirst = () => {};
    const firstIsDue = new Promise<void>(resolve => {
      readFirst = resolve;
    });
    async function* batches() {
      begun.push('first batch');
      await firstIsDue;
      yield [ticket];
      begun.push('second batch');
      yield [ticket];
    }
    exportTickets = async () => ({
      startedAt: new Date(),
      timeZone: 'UTC',
      batches: batches(),
    });
    const exported = server.ask('/export?format=ndjson', { Person: 'admin' });
    await eventually(async () => expect(begun).toEqual(['first batch']));
    // with it, as many are under way as may be
    const others = [search('agent'), search('requester')];
    await eventually(async () => expect(begun).toHaveLength(3));
    others.push(search('outsider'));
    expect((await send('GET', '/tickets')).statusCode).toBe(200);
    expect(begun).toHaveLength(3);
    readFirst();
    await eventually(async () =>
      expect(begun.slice(3)).toEqual(['user:default/outsider']),
    );
    release();
    expect(await text(await exported)).toContain(ticket.number);
    expect(begun[4]).toBe('second batch');
    await Promise.all(others);
  });

  it('is not begun for who has hung up', async () => {
    const two = [search('agent'), search('agent')];
    await eventually(async () => expect(begun).toHaveLength(2));
    const impatient = http.get({
      port: server.port,
      path: '/search?text=slow',
      headers: { Person: 'agent' },
      agent: false,
    });
    impatient.on('error', () => {});
    const another = search('requester');
    await eventually(async () => expect(begun).toHaveLength(3));
    impatient.destroy();
    // what is cheap does not wait, and by its answer the desk knows of it
    expect((await send('GET', '/tickets')).statusCode).toBe(200);
    release();
    await Promise.all([...two, another]);
    expect(begun).toHaveLength(3);
    expect(server.logger.error).not.toHaveBeenCalled();
  });
});

describe('whoever asks for very much', () => {
  it.each([
    ['GET', '/files/none'],
    ['POST', '/files?unknown=1'],
    ['GET', '/export?unknown=1'],
    ['GET', '/openapi.json'],
  ])('waits for %s %s too', async (method, path) => {
    const { desk } = await testDesk(await databases.init('SQLITE_3'));
    const server = await startExportServer(desk, {});
    try {
      const statuses = await Promise.all(
        Array.from({ length: 200 }, async () => {
          const sent = http.request({
            port: server.port,
            method,
            path,
            agent: false,
            headers: { Person: 'agent' },
          });
          sent.end();
          const [answer]: IncomingMessage[] = await once(sent, 'response');
          answer.resume();
          return answer.statusCode;
        }),
      );
      expect(statuses).toContain(429);
      expect(statuses.filter(status => status !== 429).length).toBeGreaterThan(
        130,
      );
    } finally {
      await server.stop();
    }
  });

  it('waits at the published plugin too', async () => {
    const knex = await databases.init('SQLITE_3');
    const desk = await startTestDesk({ knex, plugin: ticketsPlugin });
    try {
      const { get } = desk.http('requester');
      const answers = await Promise.all(
        Array.from({ length: 200 }, () => get('/tickets?unknown=1')),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(
        new Set([400, 429]),
      );
    } finally {
      await desk.stop();
    }
  });

  it('waits, or is refused, while all others pass', async () => {
    const { desk } = await testDesk(await databases.init('SQLITE_3'));
    const server = await startExportServer(desk, {});
    try {
      let answered = 0;
      const many = Array.from({ length: 300 }, async () => {
        const { statusCode } = await server.ask('/tickets?unknown=1', {
          Person: 'agent',
        });
        answered += 1;
        return statusCode;
      });
      await eventually(async () => expect(answered).toBeGreaterThan(0));
      const other = await server.ask('/tickets', { Person: 'requester' });
      expect(other.statusCode).toBe(200);
      expect(answered).toBeLessThan(300);
      const statuses = await Promise.all(many);
      expect(new Set(statuses)).toEqual(new Set([400, 429]));
      // a burst, and those that may wait
      expect(statuses.filter(status => status === 400).length).toBeGreaterThan(
        130,
      );
    } finally {
      await server.stop();
    }
  });

  it.each([
    ['come slowly', {}, false],
    ['come slowly and compressed', { 'Content-Encoding': 'gzip' }, false],
    ['break off', {}, true],
    ['break off and are compressed', { 'Content-Encoding': 'gzip' }, true],
  ])(
    'holds nobody up by bodies that %s',
    async (_what, headers, breaksOff) => {
      const { desk } = await testDesk(await databases.init('SQLITE_3'));
      const server = await startExportServer(desk, {});
      try {
        await useUpBurst(server, 'agent');
        const slow = beginToSend(server, headers);
        // some of them are inside
        await sleep(300);
        if (breaksOff) {
          slow.forEach(sent => sent.destroy());
        }
        await useUpBurst(server, 'requester');
        expect(await askedByRequester(server)).toEqual(Array(5).fill(200));
      } finally {
        await server.stop();
      }
    },
    10_000,
  );

  it('holds nobody up by hanging up before it is known who asks', async () => {
    const { desk } = await testDesk(await databases.init('SQLITE_3'));
    let known = Promise.resolve();
    let say = () => {};
    const server = await startExportServer(desk, {}, () => known);
    try {
      await useUpBurst(server, 'agent');
      known = new Promise<void>(resolve => {
        say = resolve;
      });
      const slow = beginToSend(server, { 'Content-Encoding': 'gzip' });
      await sleep(200);
      slow.forEach(sent => sent.destroy());
      await sleep(50);
      say();
      await useUpBurst(server, 'requester');
      expect(await askedByRequester(server)).toEqual(Array(5).fill(200));
    } finally {
      await server.stop();
    }
  }, 10_000);
});

type ExportServer = Awaited<ReturnType<typeof startExportServer>>;

/** Lets somebody ask for as much as passes at once. */
async function useUpBurst({ ask }: ExportServer, person: string) {
  await Promise.all(
    Array.from({ length: 40 }, () =>
      ask('/tickets?unknown=1', { Person: person }),
    ),
  );
}

/** An agent begins to send ten bodies, and does not go on. */
function beginToSend(
  { port }: ExportServer,
  headers: Record<string, string>,
): http.ClientRequest[] {
  return Array.from({ length: 10 }, () => {
    const sent = http.request({
      port,
      method: 'POST',
      path: '/tickets',
      agent: false,
      headers: {
        Person: 'agent',
        'Content-Type': 'application/json',
        'Content-Length': '1000',
        ...headers,
      },
    });
    sent.on('error', () => {});
    sent.flushHeaders();
    return sent;
  });
}

/** The answers to somebody who asks for one thing after the other. */
async function askedByRequester({ ask }: ExportServer) {
  const statuses: (number | undefined)[] = [];
  for (let index = 0; index < 5; index += 1) {
    const { statusCode } = await ask('/tickets', { Person: 'requester' });
    statuses.push(statusCode);
  }
  return statuses;
}

import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { eventually } from '../__testUtils__/eventually';
import { LogRecorder } from '../__testUtils__/fuzz/LogRecorder';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

describe('callers who hang up', () => {
  const log = new LogRecorder();
  let knex: Knex;
  let desk: Awaited<ReturnType<typeof startTestDesk>>;

  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    desk = await startTestDesk({ knex, features: [log.factory] });
  });
  afterAll(() => desk.stop());

  function send(path: string, type: string) {
    const sent = http.request({
      port: desk.port,
      method: 'POST',
      path: `/api/tickets${path}`,
      headers: {
        Authorization: mockCredentials.user.header(userRef('requester')),
        'Content-Type': type,
        'Content-Length': 1_000_000,
      },
    });
    sent.on('error', () => {});
    sent.write('{"subject":');
    return sent;
  }

  it('leave nothing in the log, nor of the file that they sent', async () => {
    const uploads = () => knex('ticket_file_leftovers');
    const upload = send('/files?name=a.txt', 'text/plain');
    await eventually(async () => expect(await uploads()).toHaveLength(1));
    const filing = send('/tickets', 'application/json');
    await sleep(100);
    upload.destroy();
    filing.destroy();
    await eventually(async () => expect(await uploads()).toEqual([]));
    // what they asked for ends after this
    await sleep(100);
    await desk.as('requester').listTickets();
    expect(log.at('warn', 'error')).toEqual([]);
  });
});

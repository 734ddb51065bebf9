import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk } from '../__testUtils__/startTestDesk';
import {
  deskWithChannels,
  publicVisitor,
  reportOf,
} from '../__testUtils__/publicVisitor';
import { endpoints } from './endpoints';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('with public pages on %s', id => {
  it('no route of the API opens to those without an account, nor to what opens an inbox', async () => {
    const desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: deskWithChannels,
    });
    const visitor = publicVisitor(desk.server);
    const words = await reportOf(visitor);
    const session = (await visitor.post('/inbox', { words })).value('session');
    expect(session).not.toBe('');
    const none = mockCredentials.none.header();
    const asked: [string, number][] = [];
    for (const { method, operation } of endpoints) {
      const path = operation.path.replace(/\{\w+\}/g, 'T2026-00001');
      for (const token of [none, `Bearer ${words}`, `Bearer ${session}`]) {
        const { status } = await request(desk.server)
          [method](`/api/tickets${path}`)
          .set('Authorization', token);
        asked.push([`${method} ${path}`, status]);
      }
    }
    expect(asked.length).toBeGreaterThan(150);
    expect(asked.filter(([, status]) => status !== 401)).toEqual([]);
    await desk.stop();
  });
});

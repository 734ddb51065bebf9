import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { setImmediate as breathe } from 'node:timers/promises';
import { json } from 'node:stream/consumers';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  type Attachment,
  attachmentSchema,
} from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { eventually } from '../__testUtils__/eventually';
import { memoryTaken } from '../__testUtils__/memory';
import { deskConfig } from '../__testUtils__/organisation';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';
import { type TestStorage, testStorages } from '../__testUtils__/testStorages';

jest.setTimeout(180_000);

const MB = 1024 * 1024;

/** The body of a request, without end, in pieces that share their memory. */
const pieces = Array.from({ length: 26 }, (_, index) =>
  Buffer.alloc(64 * 1024, 97 + index),
);

const databases = testDatabases();

describe.each(databases.ids)('large files on %s', id => {
  describe.each(testStorages)('in the storage %s', (_, start) => {
    let knex: Knex;
    let storage: TestStorage;
    let desk: Awaited<ReturnType<typeof startTestDesk>>;

    beforeAll(async () => {
      [knex, storage] = [await databases.init(id), await start()];
      desk = await startTestDesk({
        knex,
        tickets: {
          ...deskConfig,
          attachments: {
            storage: { ...storage.config },
            maxFileSize: 64 * MB,
            maxTicketSize: 1000 * MB,
          },
        },
      });
    });

    afterAll(async () => {
      await desk.stop();
      await storage.stop();
    });

    function request(method: string, path: string, headers = {}) {
      const sent = http.request({
        port: desk.port,
        method,
        path: `/api/tickets${path}`,
        headers: {
          Authorization: mockCredentials.user.header(userRef('requester')),
          ...headers,
        },
      });
      const answer = once(sent, 'response').then(
        ([response]) => response as IncomingMessage,
      );
      return { sent, answer };
    }

    /** Sends until everything is sent or the connection ends. */
    async function upload(size: number, headers = {}, look = () => {}) {
      const { sent, answer } = request('POST', '/files?name=a.log', headers);
      const hash = createHash('sha256');
      const closed = new AbortController();
      sent.once('close', () => closed.abort());
      sent.on('error', () => {});
      let written = 0;
      for (
        let piece = 0;
        written < size && !closed.signal.aborted;
        piece += 1
      ) {
        const bytes = pieces[piece % pieces.length];
        hash.update(bytes);
        written += bytes.length;
        if (!sent.write(bytes)) {
          await once(sent, 'drain', closed).catch(() => {});
        }
        // the desk is in this process too
        await breathe();
        if (written % (16 * MB) === 0) {
          look();
        }
      }
      sent.end();
      const response = await answer;
      return {
        written,
        sha256: hash.digest('hex'),
        status: response.statusCode,
        body: await json(response),
      };
    }

    async function expectNothing() {
      expect(await storage.contents(knex)).toEqual([]);
      expect(await knex('ticket_file_leftovers')).toEqual([]);
    }

    it.each([
      ['that says how large it is', { 'Content-Length': 200 * MB }, 40],
      ['that does not say how large it is', {}, 100],
    ])(
      'one %s is refused at the limit: the connection ends, nothing is kept',
      async (_what, headers, most) => {
        let written = 0;
        const taken = await memoryTaken(async look => {
          const refused = await upload(200 * MB, headers, look);
          expect(refused.status).toBe(413);
          expect(refused.body).toMatchObject({
            error: {
              name: 'FileTooLargeError',
              message: 'Files can be at most 64 MiB.',
            },
          });
          ({ written } = refused);
        });
        expect(written).toBeLessThan(most * MB);
        expect(taken).toBeLessThan(40 * MB);
        await eventually(expectNothing);
      },
    );

    it('one goes in and out in parts, however slow its reader', async () => {
      let file: Attachment | undefined;
      const taken = await memoryTaken(async look => {
        const kept = await upload(64 * MB, {}, look);
        expect(kept.status).toBe(201);
        file = attachmentSchema.parse(kept.body);
        expect(file).toMatchObject({ size: 64 * MB, sha256: kept.sha256 });
        const { sent, answer } = request('GET', `/files/${file.id}`);
        sent.end();
        const hash = createHash('sha256');
        let looked = 0;
        let read = 0;
        for await (const chunk of await answer) {
          hash.update(chunk);
          read += chunk.length;
          await breathe();
          if (read - looked > 16 * MB) {
            looked = read;
            look();
          }
        }
        expect(hash.digest('hex')).toBe(kept.sha256);
      });
      expect(taken).toBeLessThan(40 * MB);
      await desk.as('requester').discardFile(file?.id ?? '');
      await expectNothing();
    });

    it('one whose reader leaves is let go', async () => {
      const { body } = await upload(20 * MB);
      const { id: file } = attachmentSchema.parse(body);
      for (let reader = 0; reader < 60; reader += 1) {
        const { sent, answer } = request('GET', `/files/${file}`);
        sent.end();
        await once(await answer, 'readable');
        sent.destroy();
      }
      const whole = await desk.as('requester').downloadFile(file);
      expect(whole.size).toBe(20 * MB);
      await desk.as('requester').discardFile(file);
      await expectNothing();
    });
  });
});

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Attachment, Ticket } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Response } from 'supertest';
import { testDatabases } from '../__testUtils__/databases';
import { eventually } from '../__testUtils__/eventually';
import { deskConfig } from '../__testUtils__/organisation';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';
import { type TestStorage, testStorages } from '../__testUtils__/testStorages';

jest.setTimeout(180_000);

type Desk = Awaited<ReturnType<typeof startTestDesk>>;

const MB = 1024 * 1024;
const png = Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex');

const UTF8 = 'charset=utf-8';

/** What is taken, and what of it is told to browsers. */
const taken: [
  sent: string,
  content: Buffer | string,
  name: string,
  contentType: string,
  disposition: 'inline' | 'attachment',
][] = [
  ['shot.png', png, 'shot.png', 'image/png', 'inline'],
  ['shot.png.exe', png, 'shot.png.exe.png', 'image/png', 'inline'],
  ['x.svg', png, 'x.svg.png', 'image/png', 'inline'],
  ['../../etc/cron.d/shot.png', png, 'shot.png', 'image/png', 'inline'],
  ['shot\u202egnp.exe', png, 'shotgnp.exe.png', 'image/png', 'inline'],
  [
    'a.bmp',
    Buffer.from('424d000000000000000000', 'hex'),
    'a.bmp',
    'image/bmp',
    'attachment',
  ],
  ['a"b;c.log', 'Grüße', 'a_b;c.log', `text/plain; ${UTF8}`, 'attachment'],
  ['run.bat', 'del *', 'run.bat.txt', `text/plain; ${UTF8}`, 'attachment'],
  [
    'run..bat\u3164. ',
    'del *',
    'run..bat.txt',
    `text/plain; ${UTF8}`,
    'attachment',
  ],
  ['.env', 'A=1', '.env', `text/plain; ${UTF8}`, 'attachment'],
  [
    'list.csv .',
    Buffer.from('Stra\u00dfe;M\u00fcller\n', 'latin1'),
    'list.csv',
    'text/csv; charset=windows-1252',
    'attachment',
  ],
  [
    'list.csv',
    Buffer.from('Stra\u00dfe;M\u00fcller\n', 'utf16le'),
    'list.csv',
    'text/csv; charset=utf-16le',
    'attachment',
  ],
  ['run.js', 'alert(1)', 'run.js.txt', `text/plain; ${UTF8}`, 'attachment'],
  ['data.json', '{"a":1}', 'data.json', 'application/json', 'attachment'],
  [
    'a.pdf',
    '%PDF-1.7 /JS (app.alert)',
    'a.pdf',
    'application/pdf',
    'attachment',
  ],
  [
    'a.xml',
    '<?xml version="1.0"?><a/>',
    'a.xml',
    `application/xml; ${UTF8}`,
    'attachment',
  ],
];

/** What is refused, and as what. */
const refused: [
  what: string,
  path: string,
  content: Buffer | string,
  status: number,
  error: object,
][] = [
  [
    'an SVG',
    '?name=a.svg',
    '<svg onload=alert(1)>',
    415,
    {
      name: 'FileTypeNotAllowedError',
      message: 'Files of the type image/svg+xml are not allowed',
    },
  ],
  [
    'an SVG by the name of a picture',
    '?name=a.png',
    '<svg onload=alert(1)>',
    415,
    { name: 'FileTypeNotAllowedError' },
  ],
  [
    'a page',
    '?name=a.html',
    '<html><script>alert(1)</script>',
    415,
    { name: 'FileTypeNotAllowedError' },
  ],
  [
    'a page by the name of text',
    '?name=a.txt',
    '<!doctype html>',
    415,
    { name: 'FileTypeNotAllowedError' },
  ],
  [
    'a program by the name of a picture',
    '?name=a.png',
    Buffer.from('4d5a900003', 'hex'),
    415,
    {
      name: 'FileTypeNotAllowedError',
      message:
        'The desk does not recognise this file. If it is text, save it as UTF-8.',
    },
  ],
  [
    'an empty file',
    '?name=a.txt',
    '',
    400,
    { issues: [{ path: 'body', message: 'the file is empty' }] },
  ],
  [
    'a file without a name',
    '',
    'hello',
    400,
    { issues: [{ path: 'query.name' }] },
  ],
  [
    'a file that is too large',
    '?name=a.txt',
    'a'.repeat(2 * MB + 1),
    413,
    { name: 'FileTooLargeError', message: 'Files can be at most 2 MiB.' },
  ],
];

const databases = testDatabases();

describe.each(databases.ids)('files on %s', id => {
  describe.each(testStorages)('in the storage %s', (_, start) => {
    let knex: Knex;
    let storage: TestStorage;
    let desk: Desk;

    beforeAll(async () => {
      [knex, storage] = [await databases.init(id), await start()];
      desk = await startTestDesk({
        knex,
        tickets: {
          ...deskConfig,
          attachments: {
            storage: { ...storage.config },
            maxFileSize: 2 * MB,
            maxTicketSize: 5 * MB,
            maxFilesPerMessage: 3,
            allowedTypes: [
              'image/*',
              'text/*',
              'application/pdf',
              'application/json',
              'application/xml',
            ],
          },
        },
      });
    });

    afterAll(async () => {
      await desk.stop();
      await storage.stop();
    });

    afterEach(discardLooseFiles);

    async function discardLooseFiles() {
      for (const file of await knex('ticket_files').whereNull('ticket_id')) {
        const [, person] = file.uploaded_by.split('/');
        await desk.as(person).discardFile(file.id);
      }
    }

    const send = (person: string, query: string, content: Buffer | string) =>
      desk
        .http(person)
        .post(`/files${query}`)
        .set('Content-Type', 'application/octet-stream')
        .send(content);

    async function upload(
      person: string,
      name = 'log.txt',
      content: Buffer | string = 'hello',
    ): Promise<Attachment> {
      const query = `?name=${encodeURIComponent(name)}`;
      const response = await send(person, query, content);
      expect(response.body).toMatchObject({ id: expect.any(String) });
      return response.body;
    }

    const download = (person: string, file: { id: string }) =>
      desk.http(person).get(`/files/${file.id}`).buffer().parse(asBytes);

    const fileTicket = (attachments: string[] = []) =>
      desk.as('requester').fileTicket({
        subject: 'Refunds fail',
        message: 'See the log',
        assets: ['component:default/ledger'],
        attachments,
      });

    /** Nothing is there that the database does not know of. */
    async function expectNoOrphans() {
      const known = await knex('ticket_files').pluck('storage_key');
      const contents = await storage.contents(knex);
      expect(contents.filter(key => !known.some(k => key.endsWith(k)))).toEqual(
        [],
      );
      expect(contents).toHaveLength(known.length);
      expect(await knex('ticket_file_leftovers')).toEqual([]);
    }

    it.each(taken)(
      'called %j are taken, and given back harmless',
      async (sent, content, name, contentType, disposition) => {
        const bytes = Buffer.from(content as string);
        const file = await upload('requester', sent, content);
        expect(file).toEqual({
          id: expect.any(String),
          name,
          mediaType: contentType.split(';')[0],
          size: bytes.length,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          uploadedBy: userRef('requester'),
          createdAt: expect.any(String),
        });
        const response = await download('requester', file);
        expect(response.status).toBe(200);
        expect(bytes.equals(response.body)).toBe(true);
        expect(response.headers).toMatchObject({
          'content-type': contentType,
          'content-length': String(bytes.length),
          'x-content-type-options': 'nosniff',
          'content-security-policy': "sandbox; default-src 'none'",
          'cache-control': 'private, no-store, no-transform',
        });
        expect(response.headers['content-disposition']).toMatch(
          new RegExp(`^${disposition}; filename="`),
        );
        expect((await storage.contents(knex)).join()).not.toContain(name);
      },
    );

    it('of older versions say no charset', async () => {
      const file = await upload('requester', 'a.txt', 'Grüße');
      await knex('ticket_files')
        .where({ id: file.id })
        .update({ charset: null });

      const { headers } = await download('requester', file);
      expect(headers['content-type']).toBe('text/plain');
    });

    it.each(refused)(
      'are refused: %s',
      async (_what, query, content, status, error) => {
        const response = await send('requester', query, content);
        expect(response.body.error).toMatchObject(error);
        expect(response.status).toBe(status);
        await expectNoOrphans();
      },
    );

    it('are refused when they would have to be decoded', async () => {
      const response = await desk
        .http('requester')
        .post('/files?name=a.txt')
        .set('Content-Encoding', 'gzip')
        .send(Buffer.from('1f8b0800', 'hex'));
      expect(response.status).toBe(415);
      await expectNoOrphans();
    });

    it('leave nothing behind when the sender hangs up', async () => {
      const request = http.request({
        port: desk.port,
        method: 'POST',
        path: '/api/tickets/files?name=a.txt',
        headers: {
          Authorization: mockCredentials.user.header(userRef('requester')),
        },
      });
      request.on('error', () => {});
      request.write('a'.repeat(MB));
      await eventually(async () => {
        expect(await knex('ticket_file_leftovers')).toHaveLength(1);
      });
      request.destroy();
      await eventually(expectNoOrphans);
    });

    it('are, while unattached, for the person who uploaded them alone', async () => {
      const file = await upload('requester');
      for (const person of ['colleague', 'agent', 'admin', 'outsider']) {
        expect((await download(person, file)).status).toBe(404);
        const discarded = await desk.http(person).delete(`/files/${file.id}`);
        expect(discarded.status).toBe(404);
      }
      expect((await download('requester', file)).status).toBe(200);
      await desk.as('requester').discardFile(file.id);
      expect((await download('requester', file)).status).toBe(404);
      const again = await desk.http('requester').delete(`/files/${file.id}`);
      expect(again.status).toBe(404);
      await expectNoOrphans();
    });

    it.each(['nope', randomUUID(), '%00', '..%2F..%2Fetc%2Fpasswd'])(
      'do not exist by the id %s',
      async unknown => {
        const response = await desk.http('admin').get(`/files/${unknown}`);
        expect(response.status).toBe(404);
      },
    );

    it('are refused by the place in the request where they cannot be attached', async () => {
      const own = await upload('requester');
      const foreign = await upload('colleague');
      const used = await upload('requester');
      const ticket = await fileTicket([used.id]);
      const more = await Promise.all([1, 2, 3].map(() => upload('requester')));
      const cases: [attachments: string[], path: string][] = [
        [[foreign.id], 'attachments[0]'],
        [[own.id, foreign.id], 'attachments[1]'],
        [[own.id, randomUUID()], 'attachments[1]'],
        [[used.id], 'attachments[0]'],
        [[own.id, ...more.map(file => file.id)], 'attachments'],
        [[own.id, own.id], 'attachments'],
        [['nope'], 'attachments[0]'],
      ];
      for (const [attachments, path] of cases) {
        for (const response of [
          await desk
            .http('requester')
            .post('/tickets')
            .send({ subject: 'x', message: 'x', attachments }),
          await desk
            .http('requester')
            .post(`/tickets/${ticket.id}/messages`)
            .send({ kind: 'reply', body: 'x', attachments }),
        ]) {
          expect(response.body.error).toMatchObject({ issues: [{ path }] });
          expect(response.status).toBe(400);
        }
      }
      expect(
        (await desk.as('requester').listMessages(ticket.id)).items,
      ).toHaveLength(1);
      expect((await download('colleague', own)).status).toBe(404);
    });

    it('of a ticket have a limit in all', async () => {
      const ticket = await fileTicket();
      const reply = async (size: number) => {
        const { id: file } = await upload(
          'requester',
          'a.log',
          'a'.repeat(size),
        );
        return desk
          .http('requester')
          .post(`/tickets/${ticket.id}/messages`)
          .send({ kind: 'reply', body: 'x', attachments: [file] });
      };
      expect((await reply(2 * MB)).status).toBe(201);
      expect((await reply(2 * MB)).status).toBe(201);
      const refusal = await reply(MB + 1);
      expect(refusal.status).toBe(400);
      expect(refusal.body.error).toMatchObject({
        issues: [
          {
            path: 'attachments',
            message: 'the files of a ticket can be at most 5 MiB in total',
          },
        ],
      });
      expect((await reply(MB)).status).toBe(201);
    });

    it('cannot be heaped up unattached, however many are uploaded together', async () => {
      const content = 'a'.repeat(MB);
      const responses = await Promise.all(
        Array.from({ length: 8 }, () => send('owner', '?name=a.txt', content)),
      );
      const statuses = responses.map(({ status }) => status).sort();
      expect(statuses).toEqual([201, 201, 201, 201, 201, 413, 413, 413]);
      expect(
        responses.find(({ status }) => status === 413)?.body.error.message,
      ).toMatch(/Attach or discard some first\.$/);
      await knex('ticket_file_leftovers').insert(
        Array.from({ length: 95 }, (_entry, index) => ({
          storage_key: `${index}`,
          storage: 'database',
          since: new Date(),
          uploaded_by: userRef('outsider'),
        })),
      );
      const attempts: number[] = [];
      for (let attempt = 0; attempt < 6; attempt += 1) {
        attempts.push((await send('outsider', '?name=a.txt', 'x')).status);
      }
      expect(attempts).toEqual([201, 201, 201, 201, 201, 409]);
      await knex('ticket_file_leftovers').delete();
    });

    describe('on a ticket', () => {
      let ticket: Ticket;
      let files: Record<'reply' | 'note' | 'private', Attachment>;

      beforeAll(async () => {
        const first = await upload('requester', 'first.log');
        ticket = await fileTicket([first.id]);
        const add = async (kind: 'reply' | 'note') => {
          const file = await upload('agent', `${kind}.log`, kind);
          await desk.as('agent').addMessage(ticket.id, {
            kind,
            body: kind,
            attachments: [file.id],
          });
          return file;
        };
        const secret = await upload('agent', 'private.log');
        await desk.as('agent').addMessage(ticket.id, {
          kind: 'private',
          body: 'secret',
          recipients: [userRef('second-agent')],
          attachments: [secret.id],
        });
        files = {
          reply: await add('reply'),
          note: await add('note'),
          private: secret,
        };
      });

      it.each([
        ['reply', 'requester', 200],
        ['reply', 'colleague', 200],
        ['reply', 'owner', 200],
        ['reply', 'agent', 200],
        ['reply', 'other-agent', 200],
        ['reply', 'admin', 200],
        ['reply', 'outsider', 404],
        ['note', 'requester', 404],
        ['note', 'colleague', 404],
        ['note', 'owner', 404],
        ['note', 'second-agent', 200],
        ['note', 'other-agent', 200],
        ['note', 'admin', 200],
        ['note', 'outsider', 404],
        ['private', 'agent', 200],
        ['private', 'second-agent', 200],
        ['private', 'requester', 404],
        ['private', 'other-agent', 404],
        ['private', 'admin', 404],
        ['private', 'outsider', 404],
      ] as const)(
        'of a %s are answered to the %s with %d',
        async (kind, person, status) => {
          expect((await download(person, files[kind])).status).toBe(status);
        },
      );

      it('stand in their messages', async () => {
        const { items } = await desk.as('agent').listMessages(ticket.id);
        expect(
          items.map(({ kind, attachments }) => [
            kind,
            attachments.map(({ name }) => name),
          ]),
        ).toEqual([
          ['note', ['note.log']],
          ['reply', ['reply.log']],
          ['private', ['private.log']],
          ['reply', ['first.log']],
        ]);
        expect(items[0].attachments).toEqual([files.note]);
      });

      it('cannot be discarded any more', async () => {
        const path = `/files/${files.reply.id}`;
        expect((await desk.http('agent').delete(path)).status).toBe(404);
        expect((await download('requester', files.reply)).status).toBe(200);
      });

      it('go with it', async () => {
        await desk.as('admin').deleteTicket(ticket.id);
        for (const file of Object.values(files)) {
          expect((await download('agent', file)).status).toBe(404);
        }
        for (const other of await knex('tickets').pluck('id')) {
          await desk.as('admin').deleteTicket(other);
        }
        expect(await storage.contents(knex)).toEqual([]);
        await expectNoOrphans();
      });
    });
  });
});

/** Makes supertest keep what comes in as it is. */
function asBytes(
  response: Response,
  done: (error: Error | null, body: unknown) => void,
): void {
  const chunks: Buffer[] = [];
  response.on('data', chunk => chunks.push(Buffer.from(chunk)));
  once(response, 'end').then(
    () => done(null, Buffer.concat(chunks)),
    error => done(error, Buffer.alloc(0)),
  );
}

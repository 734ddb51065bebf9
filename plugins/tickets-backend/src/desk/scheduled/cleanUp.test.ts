import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { deskConfig } from '../../__testUtils__/organisation';
import { caller, testDesk } from '../../__testUtils__/testDesk';
import {
  type TestStorage,
  testStorages,
} from '../../__testUtils__/testStorages';
import type { FileStorage, FileStorages } from '../../files/FileStorage';
import { cleanUp } from './cleanUp';
import type { DeskContext } from '../context';

jest.setTimeout(180_000);

type TestDesk = Awaited<ReturnType<typeof testDesk>>;

/** What happens when the process dies in the midst of something. */
class Death extends Error {
  constructor() {
    super('the process died');
  }
}

const MB = 1024 * 1024;
const requester = caller('requester');

const databases = testDatabases();

describe.each(databases.ids)('on %s', id => {
  describe.each(testStorages)('with files in the storage %s', (type, start) => {
    let knex: Knex;
    let storage: TestStorage;
    let desk: TestDesk;

    beforeAll(async () => {
      storage = await start();
    });

    beforeEach(async () => {
      knex = await databases.init(id);
      desk = await testDesk(knex, {
        tickets: {
          ...deskConfig,
          attachments: { storage: { ...storage.config } },
        },
      });
    });

    afterEach(async () => {
      // what a test left is not the next one's
      await knex('ticket_files').delete();
      await knex('ticket_file_leftovers').delete();
      await knex('ticket_file_chunks').delete();
    });

    afterAll(() => storage.stop());

    const upload = (size = 9) =>
      desk.desk.uploadFile(requester, {
        name: 'log.txt',
        content: Readable.from([Buffer.alloc(size, 'a')]),
      });

    const fileTicket = (attachments: string[]) =>
      desk.desk.fileTicket(requester, {
        subject: 'Refunds fail',
        message: 'See the log',
        attachments,
      });

    /** The same desk, in a process that dies where these storages say so. */
    function dying(replace: (real: FileStorage) => Partial<FileStorage>) {
      const { files } = desk.context;
      const storages: FileStorages = {
        current: files.current,
        get: where => {
          const real = files.get(where);
          return {
            write: (...args) => real.write(...args),
            read: key => real.read(key),
            delete: key => real.delete(key),
            ...replace(real),
          };
        },
      };
      return testDesk(knex, {
        tickets: {
          ...deskConfig,
          attachments: { storage: { ...storage.config } },
        },
        context: { files: storages, clock: desk.clock.now },
      });
    }

    async function cleanUpAfter(minutes: number) {
      desk.clock.advance(minutes);
      await cleanUp(desk.context);
    }

    async function expectNothing() {
      expect(await storage.contents(knex)).toEqual([]);
      expect(await knex('ticket_files')).toEqual([]);
      expect(await knex('ticket_file_leftovers')).toEqual([]);
    }

    it('unattached uploads expire after a day, attached files never', async () => {
      const attached = await upload();
      const unattached = await upload();
      await fileTicket([attached.id]);
      await cleanUpAfter(24 * 60);
      expect(await storage.contents(knex)).toHaveLength(2);
      await cleanUpAfter(1);
      await expect(
        desk.desk.downloadFile(requester, unattached.id),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      const { content } = await desk.desk.downloadFile(requester, attached.id);
      expect(String(await buffer(content))).toBe('aaaaaaaaa');
      expect(await storage.contents(knex)).toHaveLength(1);
      const [ticket] = await knex('tickets').pluck('id');
      await desk.desk.deleteTicket(caller('admin'), { ticket });
      await expectNothing();
    });

    it('many unattached uploads expire in one run', async () => {
      await knex('ticket_files').insert(
        Array.from({ length: 250 }, () => ({
          id: randomUUID(),
          name: 'a',
          media_type: 'text/plain',
          size: 1,
          sha256: '',
          storage: type,
          storage_key: `${randomUUID()}`.replaceAll('-', ''),
          uploaded_by: requester.ref,
          created_at: desk.clock.now(),
        })),
      );
      await cleanUpAfter(24 * 60);
      expect(await knex('ticket_files')).toHaveLength(250);
      await cleanUpAfter(1);
      await expectNothing();
    });

    it('an upload whose process died while it wrote leaves nothing', async () => {
      const dead = await dying(real => ({
        async write(key, content) {
          let rest = 6 * MB;
          async function* beginning() {
            for await (const chunk of content as AsyncIterable<Buffer>) {
              rest -= chunk.length;
              if (rest < 0) {
                return;
              }
              yield chunk;
            }
          }
          await real.write(key, Readable.from(beginning()));
          throw new Death();
        },
        delete: () => Promise.reject(new Death()),
      }));
      // nor does it come to saying that the place is free
      dead.context.store.blobs.release = () => Promise.reject(new Death());
      const content = Readable.from(
        Array.from({ length: 100 }, () => Buffer.alloc(MB / 10, 'a')),
        { objectMode: false },
      );
      await expect(
        dead.desk.uploadFile(requester, { name: 'a.txt', content }),
      ).rejects.toThrow('Files cannot be stored at the moment');
      expect(dead.context.logger.warn).toHaveBeenCalledWith(
        `The storage ${type} could not keep a file`,
        expect.objectContaining({ message: 'the process died' }),
      );
      expect(await storage.contents(knex)).toHaveLength(1);
      await cleanUpAfter(59);
      expect(await storage.contents(knex)).toHaveLength(1);
      await cleanUpAfter(2);
      await expectNothing();
    });

    it('a deletion whose process died before it removed the files leaves nothing', async () => {
      const files = [await upload(), await upload()];
      const ticket = await fileTicket(files.map(file => file.id));
      const dead = await dying(() => ({
        delete: () => Promise.reject(new Death()),
      }));
      await dead.desk.deleteTicket(caller('admin'), { ticket: ticket.id });
      expect(await storage.contents(knex)).toHaveLength(2);
      await expect(
        desk.desk.downloadFile(requester, files[0].id),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      await cleanUpAfter(0);
      await expectNothing();
    });

    it('a clean-up that died or failed half-way is done by the next one', async () => {
      for (let file = 0; file < 3; file += 1) {
        await upload();
      }
      desk.clock.advance(24 * 60 + 1);
      let removals = 0;
      const dead = await dying(real => ({
        async delete(key) {
          removals += 1;
          await real.delete(key);
          if (removals === 2) {
            throw new Death();
          }
        },
      }));
      await cleanUp(dead.context);
      expect(removals).toBe(3);
      expect(await knex('ticket_file_leftovers')).toHaveLength(1);
      expect(dead.context.logger.warn).toHaveBeenCalledTimes(1);
      await cleanUpAfter(0);
      await expectNothing();
    });

    it('an upload that the clean-up gave up cannot be completed', async () => {
      async function* slow() {
        yield Buffer.from('a');
        desk.clock.advance(61);
        await cleanUp(desk.context);
        yield Buffer.from('b');
      }
      await expect(
        desk.desk.uploadFile(requester, {
          name: 'a.txt',
          content: Readable.from(slow()),
        }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: 'The upload took too long. Upload the file again.',
      });
      await expectNothing();
    });

    it('files wait for their storage when new ones go elsewhere; those in the database need not', async () => {
      const file = await upload();
      const elsewhere = await testDesk(knex, {
        context: { clock: desk.clock.now },
      });
      const found = await elsewhere.desk
        .downloadFile(requester, file.id)
        .then(({ content }) => buffer(content))
        .then(String, error => error.name);
      expect(found).toBe(
        type === 'database' ? 'aaaaaaaaa' : 'ServiceUnavailableError',
      );
      const { calls } = jest.mocked(elsewhere.context.logger.warn).mock;
      expect(calls.map(([text, cause]) => [text, String(cause)])).toEqual(
        type === 'database'
          ? []
          : [
              [
                `The storage ${type} could not read a file`,
                `Error: A file lies in the storage ${type}, but tickets.attachments.storage configures database`,
              ],
            ],
      );
      await elsewhere.desk.discardFile(requester, file.id);
      expect(await storage.contents(knex)).toHaveLength(
        type === 'database' ? 0 : 1,
      );
      await cleanUpAfter(0);
      await expectNothing();
    });
  });

  it('requests are forgotten after a day', async () => {
    const knex = await databases.init(id);
    const {
      context,
      clock,
    }: { context: DeskContext; clock: TestDesk['clock'] } =
      await testDesk(knex);
    const row = { caller: requester.ref, fingerprint: '', result: '' };
    await knex('ticket_requests').insert([
      { ...row, key: 'old', at: clock.now() },
      { ...row, key: 'new', at: new Date(clock.now().getTime() + 60_000) },
    ]);
    clock.advance(24 * 60 + 0.5);
    await cleanUp(context);
    expect(await knex('ticket_requests').pluck('key')).toEqual(['new']);
  });
});

import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { type TestStorage, testStorages } from '../__testUtils__/testStorages';
import { ChunkStore } from '../store/files/ChunkStore';
import type { FileStorage } from './FileStorage';
import { createFileStorages } from './createFileStorages';

jest.setTimeout(120_000);

const MB = 1024 * 1024;

/** The same bytes in every run: chunks of odd sizes. */
function contentOf(size: number): Buffer {
  const seed = createHash('sha512').update(String(size)).digest();
  return Buffer.alloc(size, seed);
}

function inOddChunks(content: Buffer): Readable {
  const chunks: Buffer[] = [];
  for (let at = 0; at < content.length; at += 70_001) {
    chunks.push(content.subarray(at, at + 70_001));
  }
  return Readable.from(chunks, { objectMode: false });
}

const databases = testDatabases();

describe.each(databases.ids)('on %s', id => {
  describe.each(testStorages)('the storage %s', (type, start) => {
    let knex: Knex;
    let test: TestStorage;
    let storage: FileStorage;

    beforeAll(async () => {
      knex = await databases.init(id);
      test = await start();
      storage = createFileStorages(test.config, new ChunkStore(knex)).get(type);
    });

    afterAll(() => test.stop());

    const newKey = () => randomBytes(32).toString('hex');

    it.each([1, 256 * 1024, 256 * 1024 + 1, 12 * MB + 7])(
      'gives back the %d bytes that it was given, and removes them',
      async size => {
        const key = newKey();
        const content = contentOf(size);
        await storage.write(key, inOddChunks(content));
        expect(await test.contents(knex)).toHaveLength(1);
        const read = await buffer(await storage.read(key));
        expect(read.equals(content)).toBe(true);
        await storage.delete(key);
        expect(await test.contents(knex)).toEqual([]);
      },
    );

    it('keeps contents apart', async () => {
      const keys = [newKey(), newKey()];
      await Promise.all(
        keys.map(key => storage.write(key, Readable.from([Buffer.from(key)]))),
      );
      for (const key of keys) {
        expect(String(await buffer(await storage.read(key)))).toBe(key);
        await storage.delete(key);
      }
    });

    it.each([0, 7 * MB])(
      'fails with a content that fails after %d bytes, and can be freed of what arrived',
      async size => {
        const key = newKey();
        async function* failing() {
          yield* inOddChunks(contentOf(size || 1));
          throw new Error('the sender hung up');
        }
        await expect(
          storage.write(key, Readable.from(failing(), { objectMode: false })),
        ).rejects.toThrow('the sender hung up');
        await storage.delete(key);
        expect(await test.contents(knex)).toEqual([]);
      },
    );

    it('has nothing to read where nothing is, and nothing to remove', async () => {
      await expect(storage.read(newKey())).rejects.toThrow(/./);
      await expect(storage.delete(newKey())).resolves.toBeUndefined();
    });

    // more of them than connections to the storage are open at once
    it('bears many readers who leave early', async () => {
      const key = newKey();
      const content = contentOf(3 * MB);
      await storage.write(key, inOddChunks(content));
      for (let reader = 0; reader < 60; reader += 1) {
        const beginning = await storage.read(key);
        await once(beginning, 'readable');
        beginning.destroy();
        await once(beginning, 'close');
      }
      const whole = await buffer(await storage.read(key));
      expect(whole.equals(content)).toBe(true);
      await storage.delete(key);
    });
  });
});

describe('storages', () => {
  it('cannot be had when they are not configured', () => {
    const storages = createFileStorages(
      { type: 'file-system', directory: '/nowhere' },
      {} as never,
    );
    expect(storages.current).toBe('file-system');
    expect(storages.get('database')).toBeDefined();
    expect(() => storages.get('s3')).toThrow(
      'A file lies in the storage s3, but tickets.attachments.storage configures file-system',
    );
  });
});

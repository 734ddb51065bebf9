import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Knex } from 'knex';
import type { AttachmentStorage } from '../config/DeskConfig';

/** A storage of every sort that the desk supports; every one takes part in tests. */
export interface TestStorage {
  readonly type: AttachmentStorage['type'];
  /** As it stands in the configuration. */
  readonly config: AttachmentStorage;
  /** All that lies in it, parts of what never arrived among them. */
  contents(knex?: Knex): Promise<string[]>;
  stop(): Promise<void>;
}

export const testStorages: readonly [
  type: AttachmentStorage['type'],
  start: () => Promise<TestStorage>,
][] = [
  ['database', startDatabase],
  ['file-system', startFileSystem],
  ['s3', startS3],
];

async function startDatabase(): Promise<TestStorage> {
  return {
    type: 'database',
    config: { type: 'database' },
    contents: async knex =>
      knex?.('ticket_file_chunks')
        .distinct('storage_key')
        .pluck('storage_key') ?? [],
    stop: async () => {},
  };
}

async function startFileSystem(): Promise<TestStorage> {
  const directory = await temporaryDirectory();
  return {
    type: 'file-system',
    config: { type: 'file-system', directory: join(directory, 'files') },
    contents: () => filesBelow(directory),
    stop: () => rm(directory, { recursive: true }),
  };
}

/** A server on the loopback interface, in a process of its own. */
async function startS3(): Promise<TestStorage> {
  const server = fork(join(__dirname, 's3Server.mjs'), { execArgv: [] });
  const [{ port }] = await once(server, 'message');
  const bucket = 'portal-tickets';
  const config = {
    type: 's3',
    bucket,
    prefix: 'desk/',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
    accessKeyId: 'test',
    secretAccessKey: 'test',
  } as const;
  const client = new S3Client({
    ...config,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    type: 's3',
    config,
    contents: async () => {
      const listing = { Bucket: bucket };
      const { Contents = [] } = await client.send(
        new ListObjectsV2Command(listing),
      );
      const { Uploads = [] } = await client.send(
        new ListMultipartUploadsCommand(listing),
      );
      return [...Contents, ...Uploads].map(({ Key = '' }) => Key);
    },
    stop: async () => {
      client.destroy();
      server.disconnect();
      await once(server, 'exit');
    },
  };
}

function temporaryDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'tickets-files-'));
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}

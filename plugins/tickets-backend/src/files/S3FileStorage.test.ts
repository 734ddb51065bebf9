import { type TestStorage, testStorages } from '../__testUtils__/testStorages';
import {
  CreateMultipartUploadCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { S3FileStorage } from './S3FileStorage';

describe('the storage s3', () => {
  let test: TestStorage;

  beforeAll(async () => {
    const [, start] = testStorages[2];
    test = await start();
  });

  afterAll(() => test.stop());

  it('removes the parts of an upload whose process died', async () => {
    if (test.config.type !== 's3') {
      throw new Error(`${test.config.type} is no s3`);
    }
    const { bucket, prefix, ...rest } = test.config;
    const client = new S3Client({
      ...rest,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const place = { Bucket: bucket, Key: `${prefix}abcdef` };
    const other = { Bucket: bucket, Key: `${prefix}abcdef0` };
    for (const target of [place, other]) {
      const { UploadId } = await client.send(
        new CreateMultipartUploadCommand(target),
      );
      await client.send(
        new UploadPartCommand({
          ...target,
          UploadId,
          PartNumber: 1,
          Body: Buffer.alloc(1000),
        }),
      );
    }
    expect(await test.contents()).toHaveLength(2);
    await new S3FileStorage(test.config).delete('abcdef');
    expect(await test.contents()).toEqual([other.Key]);
    client.destroy();
  });
});

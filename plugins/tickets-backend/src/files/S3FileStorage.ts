import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  type MultipartUpload,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { AttachmentStorage } from '../config/DeskConfig';
import type { FileStorage } from './FileStorage';

type S3Options = Extract<AttachmentStorage, { type: 's3' }>;

/** Bytes; the least that S3 takes, since one upload holds this much in memory. */
const PART_SIZE = 5 * 1024 * 1024;

/** Keeps files in a bucket of S3, or of a server that speaks its language. */
export class S3FileStorage implements FileStorage {
  private readonly client: S3Client;

  constructor(private readonly options: S3Options) {
    this.client = createClient(options);
  }

  async write(key: string, content: Readable): Promise<void> {
    const upload = new Upload({
      client: this.client,
      params: {
        ...this.place(key),
        Body: content,
        ContentType: 'application/octet-stream',
      },
      partSize: PART_SIZE,
      queueSize: 1,
    });
    await upload.done();
  }

  async read(key: string): Promise<Readable> {
    const { Body: body } = await this.client.send(
      new GetObjectCommand(this.place(key)),
    );
    if (!(body instanceof Readable)) {
      throw new Error(`The bucket ${this.options.bucket} sent no content`);
    }
    return body;
  }

  async delete(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.place(key)));
    await this.abortUploads(key);
  }

  /** The parts of an upload that never ended take space, and are no object. */
  private async abortUploads(key: string): Promise<void> {
    const { Bucket, Key } = this.place(key);
    const { Uploads = [] } = await this.client
      .send(new ListMultipartUploadsCommand({ Bucket, Prefix: Key }))
      .catch(ignoreUnsupported);
    for (const { UploadId } of Uploads.filter(upload => upload.Key === Key)) {
      await this.client.send(
        new AbortMultipartUploadCommand({ Bucket, Key, UploadId }),
      );
    }
  }

  private place(key: string) {
    const { bucket, prefix } = this.options;
    return { Bucket: bucket, Key: `${prefix}${key}` };
  }
}

function createClient(options: S3Options): S3Client {
  const { region, endpoint, forcePathStyle } = options;
  const { accessKeyId, secretAccessKey } = options;
  return new S3Client({
    // servers of others do not care, but requests are signed for some region
    region: region ?? (endpoint ? 'us-east-1' : undefined),
    endpoint,
    forcePathStyle,
    // absent: from the environment, as the SDK documents
    ...(accessKeyId &&
      secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    // only newer servers of others know the checksums that are optional
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** Servers that list no uploads expire them automatically. */
function ignoreUnsupported(error: unknown): { Uploads?: MultipartUpload[] } {
  const status =
    error instanceof S3ServiceException && error.$metadata.httpStatusCode;
  if (status === 501 || status === 405) {
    return {};
  }
  throw error;
}

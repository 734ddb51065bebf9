import type { JsonValue } from '@backstage/types';
import { SIZE, STRANGER, type Mistake } from './words';

/** Settings of attachments that are wrong in one place. */
const attachments: [what: string, settings: JsonValue, message: string][] = [
  [
    'an unknown type of storage',
    { storage: { type: 'ftp' } },
    'storage.type is "ftp": use one of database, file-system, s3',
  ],
  [
    'a storage in no folder',
    { storage: { type: 'file-system' } },
    'storage.directory is missing: name the folder, such as /var/lib/portal/tickets',
  ],
  [
    'a storage in no bucket',
    { storage: { type: 's3', region: 'eu-central-1' } },
    'storage.bucket is missing: name the bucket',
  ],
  [
    'a setting of another type of storage',
    { storage: { type: 'database', directory: '/tmp' } },
    'storage.directory is "/tmp": use it with another type of storage than database, or remove it',
  ],
  [
    'an access key without its secret',
    { storage: { type: 's3', bucket: 'b', accessKeyId: 'id' } },
    'storage.secretAccessKey is missing: write the secret of the access key',
  ],
  [
    'a secret without its access key',
    { storage: { type: 's3', bucket: 'b', secretAccessKey: 'x' } },
    'storage.accessKeyId is missing: name the access key that the secret belongs to',
  ],
  [
    'a secret in the wrong place, which is not told',
    { storage: { type: 'database', secretAccessKey: 'hush' } },
    'storage.secretAccessKey is "(hidden)": use it with another type of storage than database, or remove it',
  ],
  [
    'a misspelt secret, which is not told',
    { storage: { type: 's3', bucket: 'b', secretAccesKey: 'hush' } },
    `storage.secretAccesKey is "(hidden)": ${STRANGER} (did you mean secretAccessKey?)`,
  ],
  [
    'a server that is not on the web',
    { storage: { type: 's3', bucket: 'b', endpoint: 'ftp://files' } },
    'storage.endpoint is "ftp://files": use an address that begins with https://',
  ],
  [
    'a size without sense',
    { maxFileSize: 'big' },
    `maxFileSize is "big": ${SIZE}`,
  ],
  [
    'a size in an unknown unit',
    { maxFileSize: '25 mb' },
    `maxFileSize is "25 mb": ${SIZE}`,
  ],
  ['a size of nothing', { maxFileSize: 0 }, `maxFileSize is 0: ${SIZE}`],
  [
    'a size beyond all',
    { maxTicketSize: '1000GB' },
    `maxTicketSize is "1000GB": ${SIZE}`,
  ],
  [
    'tickets that hold less than a file',
    { maxTicketSize: '10MB' },
    'maxTicketSize is "10MB": use at least as much as tickets.attachments.maxFileSize',
  ],
  [
    'more files than a message can have',
    { maxFilesPerMessage: 51 },
    'maxFilesPerMessage is 51: use a whole number from 1 to 50',
  ],
  [
    'no allowed types',
    { allowedTypes: [] },
    'allowedTypes is []: list at least one media type, or leave the key out for the default ones',
  ],
  [
    'a type that is an extension',
    { allowedTypes: ['.png'] },
    'allowedTypes[0] is ".png": use a media type such as image/png, or text/*',
  ],
];

/** Mistakes in the settings of attachments. */
export const attachmentMistakes: readonly Mistake[] = [
  ...attachments.map(
    ([what, settings, message]): [string, JsonValue, string] => [
      what,
      { attachments: settings },
      `tickets.attachments.${message}`,
    ],
  ),
];

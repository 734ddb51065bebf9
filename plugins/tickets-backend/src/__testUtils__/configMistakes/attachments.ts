import type { Mistake } from './Mistake';

/** Settings of attachments that are wrong in one place. */
const attachments: readonly Mistake[] = [
  [
    'an unknown type of storage',
    { storage: { type: 'ftp' } },
    'storage.type',
    'choice',
  ],
  [
    'a storage in no folder',
    { storage: { type: 'file-system' } },
    'storage.directory',
    'missing',
  ],
  [
    'a storage in no bucket',
    { storage: { type: 's3', region: 'eu-central-1' } },
    'storage.bucket',
    'missing',
  ],
  [
    'a setting of another type of storage',
    { storage: { type: 'database', directory: '/tmp' } },
    'storage.directory',
    'setting in the wrong place',
  ],
  [
    'an access key without its secret',
    { storage: { type: 's3', bucket: 'b', accessKeyId: 'id' } },
    'storage.secretAccessKey',
    'missing',
  ],
  [
    'a secret without its access key',
    { storage: { type: 's3', bucket: 'b', secretAccessKey: 'x' } },
    'storage.accessKeyId',
    'missing',
  ],
  [
    'a secret in the wrong place, which is not told',
    { storage: { type: 'database', secretAccessKey: 'hush' } },
    'storage.secretAccessKey',
    'setting in the wrong place',
  ],
  [
    'a misspelt secret, which is not told',
    { storage: { type: 's3', bucket: 'b', secretAccesKey: 'hush' } },
    'storage.secretAccesKey',
    'unknown setting',
    'secretAccessKey',
  ],
  [
    'a server that is not on the web',
    { storage: { type: 's3', bucket: 'b', endpoint: 'ftp://files' } },
    'storage.endpoint',
    'address',
  ],
  ['a size without sense', { maxFileSize: 'big' }, 'maxFileSize', 'size'],
  [
    'a size in an unknown unit',
    { maxFileSize: '25 mb' },
    'maxFileSize',
    'size',
  ],
  ['a size of nothing', { maxFileSize: 0 }, 'maxFileSize', 'size'],
  ['a size beyond all', { maxTicketSize: '1000GB' }, 'maxTicketSize', 'size'],
  [
    'tickets that hold less than a file',
    { maxTicketSize: '10MB' },
    'maxTicketSize',
    'bound',
  ],
  [
    'more files than a message can have',
    { maxFilesPerMessage: 51 },
    'maxFilesPerMessage',
    'bound',
  ],
  ['no allowed types', { allowedTypes: [] }, 'allowedTypes', 'empty list'],
  [
    'a type that is an extension',
    { allowedTypes: ['.png'] },
    'allowedTypes[0]',
    'media type',
  ],
];

/** Mistakes in the settings of attachments. */
export const attachmentMistakes: readonly Mistake[] = attachments.map(
  ([what, settings, path, ...said]): Mistake => [
    what,
    { attachments: settings },
    `tickets.attachments.${path}`,
    ...said,
  ],
);

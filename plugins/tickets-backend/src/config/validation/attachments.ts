import type { ConfigIssues } from '../ConfigIssues';
import type { TicketsConfig } from '../schema/ticketsConfig';

type Storage = TicketsConfig['attachments']['storage'];

/** The settings of each type of storage beside the type itself. */
const settingsOf: Readonly<
  Record<Storage['type'], readonly (keyof Storage)[]>
> = {
  database: [],
  'file-system': ['directory'],
  s3: [
    'bucket',
    'prefix',
    'region',
    'endpoint',
    'forcePathStyle',
    'accessKeyId',
    'secretAccessKey',
  ],
};

export function validateAttachments(
  { attachments }: TicketsConfig,
  issues: ConfigIssues,
): void {
  findStorageMistakes(attachments.storage, issues);
  if (attachments.maxTicketSize < attachments.maxFileSize) {
    issues.add(
      ['attachments', 'maxTicketSize'],
      'use at least as much as tickets.attachments.maxFileSize',
    );
  }
}

function findStorageMistakes(storage: Storage, issues: ConfigIssues) {
  const { type, ...settings } = storage;
  const missing = (key: keyof Storage, hint: string) => {
    if (storage[key] === undefined) {
      issues.add(['attachments', 'storage', key], hint);
    }
  };
  for (const key of Object.keys(settings)) {
    if (!settingsOf[type].some(own => own === key)) {
      issues.add(
        ['attachments', 'storage', key],
        `use it with another type of storage than ${type}, or remove it`,
      );
    }
  }
  if (type === 'file-system') {
    missing('directory', 'name the folder, such as /var/lib/portal/tickets');
  }
  if (type === 's3') {
    missing('bucket', 'name the bucket');
    if (storage.accessKeyId) {
      missing('secretAccessKey', 'write the secret of the access key');
    }
    if (storage.secretAccessKey) {
      missing('accessKeyId', 'name the access key that the secret belongs to');
    }
  }
}

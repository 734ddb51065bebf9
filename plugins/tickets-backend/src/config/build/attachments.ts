import type { AttachmentRules, AttachmentStorage } from '../DeskConfig';
import type { TicketsConfig } from '../schema/ticketsConfig';

export function buildAttachments({
  attachments,
}: TicketsConfig): AttachmentRules {
  return { ...attachments, storage: buildStorage(attachments.storage) };
}

function buildStorage({
  type,
  directory = '',
  bucket = '',
  ...s3
}: TicketsConfig['attachments']['storage']): AttachmentStorage {
  switch (type) {
    case 'database':
      return { type };
    case 'file-system':
      return { type, directory };
    case 's3':
      return {
        type,
        bucket,
        ...s3,
        prefix: s3.prefix ?? '',
        forcePathStyle: s3.forcePathStyle ?? false,
      };
    default:
      return type satisfies never;
  }
}

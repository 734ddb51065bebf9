import type { Attachment } from '@portaldesk/plugin-tickets-common';

/** A file of somebody's computer. */
export function fileOf(name: string, type = 'text/plain', content = 'hello') {
  return new File([content], name, { type });
}

/** A file as the desk knows it. */
export function attachmentOf(part: Partial<Attachment> = {}): Attachment {
  return {
    id: 'f1',
    name: 'log.txt',
    mediaType: 'text/plain',
    size: 5,
    sha256: 'ab',
    uploadedBy: 'user:default/elena',
    createdAt: new Date().toISOString(),
    ...part,
  };
}

/** What the clipboard or a dragged file carries. */
export function transferOf(
  files: File[],
  types: string[] = ['Files'],
): Pick<DataTransfer, 'types'> & { files: File[]; items: [] } {
  return { files, types, items: [] };
}

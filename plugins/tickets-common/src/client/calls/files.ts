import { type Attachment, attachmentSchema } from '../../model';
import { type Call, content, json, nothing } from '../Call';
import type { TicketsRequestOptions } from '../TicketsApi';

const pathOf = (id: string) => `files/${encodeURIComponent(id)}`;

export const uploadFile = (
  file: { name: string; content: Blob },
  options?: TicketsRequestOptions,
): Call<Attachment> => ({
  method: 'POST',
  path: 'files',
  query: { name: file.name },
  body: file.content,
  options,
  read: json(attachmentSchema),
});

export const downloadFile = (
  id: string,
  options?: TicketsRequestOptions,
): Call<Blob> => ({ method: 'GET', path: pathOf(id), options, read: content });

export const discardFile = (
  id: string,
  options?: TicketsRequestOptions,
): Call<void> => ({
  method: 'DELETE',
  path: pathOf(id),
  options,
  read: nothing,
});

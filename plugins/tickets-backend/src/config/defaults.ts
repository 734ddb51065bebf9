import type { Status } from '../domain/statuses';
import { portalStatusOfType } from '@portaldesk/plugin-tickets-common';
import type { Priority } from './DeskConfig';

/** Mask of the numbers of a desk that configures none. */
export const DEFAULT_MASK = 'T{yyyy}-{00000}';

export const DEFAULT_TIME_ZONE = 'UTC';

export const DEFAULT_PRIORITIES: readonly Priority[] = [
  { id: 'low', title: 'Low' },
  { id: 'normal', title: 'Normal' },
  { id: 'high', title: 'High' },
];

export const DEFAULT_PRIORITY = 'normal';

export const DEFAULT_STATUSES: readonly Status[] = (
  [
    { id: 'new', title: 'New', type: 'new' },
    { id: 'in-progress', title: 'In progress', type: 'open' },
    {
      id: 'waiting-requester',
      title: 'Waiting for requester',
      type: 'waiting-requester',
    },
    {
      id: 'waiting-internal',
      title: 'Waiting internally',
      type: 'waiting-internal',
    },
    { id: 'postponed', title: 'Postponed', type: 'postponed' },
    { id: 'solved', title: 'Solved', type: 'solved' },
    { id: 'closed', title: 'Closed', type: 'closed' },
  ] as const
).map(status => ({
  ...status,
  portalStatus: portalStatusOfType[status.type],
}));

/** Pictures, documents, texts and archives: what service desks are sent. */
export const ALLOWED_TYPES: readonly string[] = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/tiff',
  'image/heic',
  'application/pdf',
  'text/plain',
  'text/csv',
  'text/markdown',
  'application/json',
  'application/yaml',
  'application/rtf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'application/zip',
  'application/gzip',
];

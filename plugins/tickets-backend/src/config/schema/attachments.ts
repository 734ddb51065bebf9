import { MAX_ATTACHMENTS } from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import { ALLOWED_TYPES } from '../defaults';
import { boolean, list, oneOf, text } from './basics';
import { size } from './quantities';

const FILES_REMEDY = `use a whole number from 1 to ${MAX_ATTACHMENTS}`;
const TYPE_REMEDY = 'use a media type such as image/png, or text/*';

/** Flat, so that a key of another type of storage can be named as a mistake. */
const storage = z.strictObject(
  {
    type: oneOf(['database', 'file-system', 's3']),
    directory: text(
      'name the folder, such as /var/lib/portal/tickets',
    ).optional(),
    bucket: text('name the bucket').optional(),
    prefix: text('write the first part of the names of all objects').optional(),
    region: text('name the region, such as eu-central-1').optional(),
    endpoint: z
      .url({
        protocol: /^https?$/,
        error: 'use an address that begins with https://',
      })
      .optional(),
    forcePathStyle: boolean().optional(),
    accessKeyId: text('name the access key').optional(),
    secretAccessKey: text('write the secret of the access key').optional(),
  },
  'use an object with the key type',
);

export const attachments = z
  .strictObject(
    {
      storage: storage.prefault({ type: 'database' }),
      maxFileSize: size.prefault('25MB'),
      maxTicketSize: size.prefault('200MB'),
      maxFilesPerMessage: z
        .number(FILES_REMEDY)
        .int(FILES_REMEDY)
        .min(1, FILES_REMEDY)
        .max(MAX_ATTACHMENTS, FILES_REMEDY)
        .default(10),
      allowedTypes: list(
        z
          .string(TYPE_REMEDY)
          .trim()
          .toLowerCase()
          .regex(/^(\*\/\*|[a-z]+\/(\*|[a-z0-9][a-z0-9.+_-]*))$/, TYPE_REMEDY),
        'list at least one media type, or leave the key out for the default ones',
      ).default([...ALLOWED_TYPES]),
    },
    'use an object with the keys storage, maxFileSize, maxTicketSize, maxFilesPerMessage and allowedTypes',
  )
  .prefault({});

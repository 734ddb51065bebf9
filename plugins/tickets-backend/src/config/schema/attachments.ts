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
    type: oneOf(['database', 'file-system', 's3']).meta({
      description:
        'The database of the desk, a folder that all replicas of the backend share, or a store that speaks the protocol of Amazon S3.',
      example: 's3',
    }),
    directory: text('name the folder, such as /var/lib/portal/tickets')
      .optional()
      .meta({
        description: 'Type `file-system`: the folder.',
        example: '/var/lib/portal/tickets',
      }),
    bucket: text('name the bucket').optional().meta({
      description: 'Type `s3`: the bucket.',
      example: 'portal-tickets',
    }),
    prefix: text('write the first part of the names of all objects')
      .optional()
      .meta({
        description: 'Type `s3`: the first part of the names of all objects.',
        defaultText: 'none',
        example: 'tickets/',
      }),
    region: text('name the region, such as eu-central-1').optional().meta({
      description: 'Type `s3`: the region.',
      defaultText: 'that of the environment',
      example: 'eu-central-1',
    }),
    endpoint: z
      .url({
        protocol: /^https?$/,
        error: 'use an address that begins with https://',
      })
      .optional()
      .meta({
        description: "Type `s3`: the address of a server that is not Amazon's.",
        defaultText: "Amazon's",
        example: 'https://objects.example.com',
      }),
    forcePathStyle: boolean().optional().meta({
      description:
        'Type `s3`: whether the bucket stands in the path of addresses instead of the host name, as many servers want it.',
      defaultText: 'false',
      example: true,
    }),
    accessKeyId: text('name the access key').optional().meta({
      description: 'Type `s3`: the access key.',
      defaultText: 'the credentials of the environment',
      example: '${TICKETS_S3_ACCESS_KEY_ID}',
      visibility: 'secret',
    }),
    secretAccessKey: text('write the secret of the access key')
      .optional()
      .meta({
        description: 'Type `s3`: the secret of the access key.',
        defaultText: 'the credentials of the environment',
        example: '${TICKETS_S3_SECRET_ACCESS_KEY}',
        visibility: 'secret',
      }),
  },
  'use an object with the key type',
);

export const attachments = z
  .strictObject(
    {
      storage: storage.prefault({ type: 'database' }).meta({
        description: 'Where files are kept.',
        defaultText: 'the database of the desk',
        example: {
          type: 's3',
          bucket: 'portal-tickets',
          region: 'eu-central-1',
        },
      }),
      maxFileSize: size.prefault('25MB').meta({
        description: 'The size of one file: bytes, or text with a unit.',
        example: '50MB',
      }),
      maxTicketSize: size.prefault('200MB').meta({
        description: 'The size of all files of a ticket.',
        example: '1GB',
      }),
      maxFilesPerMessage: z
        .number(FILES_REMEDY)
        .int(FILES_REMEDY)
        .min(1, FILES_REMEDY)
        .max(MAX_ATTACHMENTS, FILES_REMEDY)
        .default(10)
        .meta({
          description: 'How many files a message can have; 50 at most.',
          example: 20,
        }),
      allowedTypes: list(
        z
          .string(TYPE_REMEDY)
          .trim()
          .toLowerCase()
          .regex(/^(\*\/\*|[a-z]+\/(\*|[a-z0-9][a-z0-9.+_-]*))$/, TYPE_REMEDY),
        'list at least one media type, or leave the key out for the default ones',
      )
        .default([...ALLOWED_TYPES])
        .meta({
          description:
            'Media types of the files that are taken, also `image/*` and the like. What a file is, the desk finds out by its content. Types that can run in a browser, such as HTML and SVG, are only taken when they are named.',
          defaultText:
            'pictures, PDF, text, office documents, JSON, YAML, zip and gzip archives',
          example: ['image/*', 'application/pdf', 'text/plain'],
        }),
    },
    'use an object with the keys storage, maxFileSize, maxTicketSize, maxFilesPerMessage and allowedTypes',
  )
  .prefault({})
  .meta({
    description:
      'What files can be attached to tickets, and where they are kept.',
    example: {
      storage: {
        type: 'file-system',
        directory: '/var/lib/portal/tickets',
      },
      maxFileSize: '50MB',
    },
  });

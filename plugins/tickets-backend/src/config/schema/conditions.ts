import { channelSchema } from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import { assetWords } from './assetWords';
import {
  categoryId,
  group,
  namesSomething,
  oneOf,
  oneOrMore,
  priorityId,
  string,
  system,
  tag,
} from './basics';

const VALUE_REMEDY = 'use text, a number, true or false, or a list of those';

const fieldValue = z.union([z.string(), z.number(), z.boolean()], VALUE_REMEDY);

const asset = z
  .strictObject(
    {
      kind: oneOrMore(assetWords.kind, 'use a kind, or a list of kinds')
        .optional()
        .meta({
          description: 'Kinds of catalog entities.',
          example: 'component',
        }),
      type: oneOrMore(assetWords.type, 'use a type, or a list of types')
        .optional()
        .meta({
          description: 'Values of `spec.type`.',
          example: ['service', 'website'],
        }),
      system: oneOrMore(
        system,
        'use the reference of a system, or a list of them',
      )
        .optional()
        .meta({
          description: 'Full references of the systems that it is a part of.',
          example: 'system:default/payments',
        }),
      tags: oneOrMore(assetWords.tag, 'use a tag, or a list of tags')
        .optional()
        .meta({
          description: 'Tags of the entity.',
          example: ['java', 'kotlin'],
        }),
      annotations: z
        .record(
          z.string(),
          oneOrMore(
            string('use the text of an annotation'),
            'use the text of an annotation, or a list of texts',
          ),
          'use an object with a key for each annotation',
        )
        .optional()
        .meta({
          description: 'Values of annotations, by name of the annotation.',
          example: { 'example.com/tier': 'gold' },
        }),
    },
    'use an object with the keys kind, type, system, tags and annotations',
  )
  .refine(namesSomething, 'add what has to hold of the asset, such as type');

export const conditions = z.strictObject(
  {
    category: oneOrMore(
      categoryId,
      'use the id of a category, or a list of ids',
    )
      .optional()
      .meta({
        description: 'Ids of categories.',
        example: ['incident', 'outage'],
      }),
    priority: oneOrMore(
      priorityId,
      'use the id of a priority, or a list of ids',
    )
      .optional()
      .meta({ description: 'Ids of priorities.', example: 'high' }),
    channel: oneOrMore(
      oneOf(channelSchema.options),
      `use one of ${channelSchema.options.join(', ')}, or a list of them`,
    )
      .optional()
      .meta({
        description:
          'The way on which the ticket came: the portal, another plugin, a mail, the public form.',
        example: ['email', 'public'],
      }),
    tags: oneOrMore(tag, 'use a tag, or a list of tags')
      .optional()
      .meta({ description: 'Tags of the ticket.', example: 'security' }),
    fields: z
      .record(
        z.string(),
        oneOrMore(fieldValue, VALUE_REMEDY),
        'use an object with a key for each field',
      )
      .optional()
      .meta({
        description:
          "Values of fields of the category's form, by name of the field.",
        example: { environment: 'production' },
      }),
    requesterGroup: oneOrMore(
      group,
      'use the reference of a group, or a list of them',
    )
      .optional()
      .meta({
        description: 'Groups of which the requester is a member.',
        example: 'group:default/shop',
      }),
    asset: asset.optional().meta({
      description: 'What the primary asset is.',
      example: { type: 'website', tags: ['public'] },
    }),
  },
  'use an object with what has to hold, such as category or asset; {} for every ticket',
);

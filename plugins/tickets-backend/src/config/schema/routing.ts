import {
  channelSchema,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import {
  categoryId,
  group,
  list,
  namesSomething,
  oneOf,
  oneOrMore,
  person,
  priorityId,
  slaPolicyId,
  string,
  system,
  tag,
  text,
} from './basics';
import { assetWords } from './categories';

export const assign = oneOf(['none', 'creator', 'round-robin', 'least-loaded']);

const VALUE_REMEDY = 'use text, a number, true or false, or a list of those';
const fieldValue = z.union([z.string(), z.number(), z.boolean()], VALUE_REMEDY);

const asset = z
  .strictObject(
    {
      kind: oneOrMore(
        assetWords.kind,
        'use a kind, or a list of kinds',
      ).optional(),
      type: oneOrMore(
        assetWords.type,
        'use a type, or a list of types',
      ).optional(),
      system: oneOrMore(
        system,
        'use the reference of a system, or a list of them',
      ).optional(),
      tags: oneOrMore(
        assetWords.tag,
        'use a tag, or a list of tags',
      ).optional(),
      annotations: z
        .record(
          z.string(),
          oneOrMore(
            string('use the text of an annotation'),
            'use the text of an annotation, or a list of texts',
          ),
          'use an object with a key for each annotation',
        )
        .optional(),
    },
    'use an object with the keys kind, type, system, tags and annotations',
  )
  .refine(namesSomething, 'add what has to hold of the asset, such as type');

const conditions = z.strictObject(
  {
    category: oneOrMore(
      categoryId,
      'use the id of a category, or a list of ids',
    ).optional(),
    priority: oneOrMore(
      priorityId,
      'use the id of a priority, or a list of ids',
    ).optional(),
    channel: oneOrMore(
      oneOf(channelSchema.options),
      `use one of ${channelSchema.options.join(', ')}, or a list of them`,
    ).optional(),
    tags: oneOrMore(tag, 'use a tag, or a list of tags').optional(),
    fields: z
      .record(
        z.string(),
        oneOrMore(fieldValue, VALUE_REMEDY),
        'use an object with a key for each field',
      )
      .optional(),
    requesterGroup: oneOrMore(
      group,
      'use the reference of a group, or a list of them',
    ).optional(),
    asset: asset.optional(),
  },
  'use an object with what has to hold, such as category or asset; {} for every ticket',
);

const outcome = z
  .strictObject(
    {
      team: group.optional(),
      assign: assign.optional(),
      priority: priorityId.optional(),
      visibility: oneOf(visibilitySchema.options).optional(),
      slaPolicy: slaPolicyId.optional(),
      watchers: list(
        person,
        'list at least one user or group, or leave the key out',
      ).optional(),
    },
    'use an object with what the rule decides, such as team',
  )
  .refine(namesSomething, 'add what the rule decides, such as team');

export const routingRule = z.strictObject(
  {
    name: text('write a name, or leave it out', { max: 64 }).optional(),
    when: conditions,
    then: outcome,
  },
  'use an object with the keys when and then',
);

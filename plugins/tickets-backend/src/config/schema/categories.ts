import { visibilitySchema } from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import { parseMask } from '../../domain/numbering';
import {
  boolean,
  group,
  id,
  list,
  namesSomething,
  oneOf,
  priorityId,
  slaPolicyId,
  string,
  tag,
  text,
  timeZone,
  title,
} from './basics';

const MASK_REMEDY =
  'use letters, digits, dots, dashes, underscores, {yyyy} {yy} {mm} {dd} {category} and one counter such as {00000}';

export const numbering = z.strictObject(
  {
    mask: z.string(MASK_REMEDY).superRefine((mask, context) => {
      try {
        parseMask(mask);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        context.addIssue({
          code: 'custom',
          message: `${reason}; ${MASK_REMEDY}`,
        });
      }
    }),
    timeZone: timeZone.optional(),
  },
  'use an object with the key mask',
);

const kind = string('use the kind of a catalog entity, such as component')
  .trim()
  .toLowerCase()
  .min(1, 'use the kind of a catalog entity, such as component');

/** What an asset can be, in the words of the catalog. */
export const assetWords = {
  kind,
  type: text('use a type of catalog entities, such as service'),
  tag: text('use a tag of catalog entities, such as java'),
};

const fits = z
  .strictObject(
    {
      kinds: list(assetWords.kind, 'list at least one kind').optional(),
      types: list(assetWords.type, 'list at least one type').optional(),
      tags: list(assetWords.tag, 'list at least one tag').optional(),
    },
    'use an object with the keys kinds, types and tags',
  )
  .refine(namesSomething, 'add kinds, types or tags, or leave fits out');

const SCHEMA_REMEDY = 'write a JSON Schema of an object, with its properties';

const form = z.strictObject(
  {
    schema: z.record(z.string(), z.unknown(), SCHEMA_REMEDY),
    hidden: z
      .array(string('use the name of a field'), 'use a list of names of fields')
      .default([]),
  },
  'use an object with the key schema, and hidden if it is needed',
);

export const category = z.strictObject(
  {
    id,
    title,
    description: text('write one sentence, or leave it out').optional(),
    icon: text(
      'use the id of one of the portal’s icons, such as help or warning',
    ).optional(),
    fits: fits.optional(),
    agentsOnly: boolean().default(false),
    form: form.optional(),
    priority: priorityId.optional(),
    visibility: oneOf(visibilitySchema.options).optional(),
    team: group.optional(),
    slaPolicy: slaPolicyId.optional(),
    tags: z.array(tag, 'use a list of tags').default([]),
    numbering: numbering.optional(),
  },
  'use an object with the keys id and title',
);

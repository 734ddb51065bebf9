import { z } from 'zod';
import { string } from './basics';

const SCHEMA_REMEDY = 'write a JSON Schema of an object, with its properties';

export const form = z.strictObject(
  {
    schema: z.record(z.string(), z.unknown(), SCHEMA_REMEDY).meta({
      description:
        'JSON Schema of an object, with the `ui:` hints that the scaffolder knows. Keywords that begin with `$` cannot be used in app-config. Regular expressions have no lookaheads, lookbehinds and references to groups, and are held against texts of at most 2,000 characters, as formats are. Their parts, each counted as often as it is repeated at most, times the characters of the longest text are at most 5 million: one such as `^.{1,1000}$` is fine for any text, and one that repeats more needs a `maxLength` beside it. A filled in form has at most 1,000 values in all, 200 in one list, 10 levels, and 65,536 characters of JSON.',
      example: {
        required: ['environment'],
        properties: {
          environment: {
            title: 'Where',
            type: 'string',
            enum: ['test', 'production'],
          },
        },
      },
    }),
    hidden: z
      .array(string('use the name of a field'), 'use a list of names of fields')
      .default([])
      .meta({
        description:
          'Names of the fields that only agents see and fill in. One that is `required` is required of agents only.',
        defaultText: 'none',
        example: ['cause'],
      }),
  },
  'use an object with the key schema, and hidden if it is needed',
);

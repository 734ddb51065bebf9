import type { JsonObject, JsonValue } from '@backstage/types';
import type { FormIssue } from './FormIssue';
import { LinearPattern, MAX_PATTERN_TEXT } from './LinearPattern';
import { isObject } from './formWords';

type Place = FormIssue['at'];

/** Keywords with values or names, without schemas. */
const VALUES = ['const', 'default', 'enum', 'enumNames', 'examples'];

/** Keywords with schemas by name. */
const SCHEMAS_BY_NAME = [
  'definitions',
  'dependencies',
  'dependentSchemas',
  'patternProperties',
  'properties',
];

/**
 * Finds the patterns of a valid schema that take too much with the longest text
 * that they are for, which `maxLength` says beside them.
 */
export function findHeavyPatterns(
  schema: JsonObject,
  at: Place = [],
): FormIssue[] {
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const place = [...at, keyword];
    if (keyword === 'pattern') {
      return heaviness(String(value), longestText(schema), place);
    }
    if (VALUES.includes(keyword) || keyword.startsWith('ui:')) {
      return [];
    }
    return [
      ...(keyword === 'patternProperties' && isObject(value)
        ? Object.keys(value).flatMap(pattern =>
            heaviness(pattern, MAX_PATTERN_TEXT, place),
          )
        : []),
      ...schemasIn(keyword, value).flatMap(([way, inside]) =>
        findHeavyPatterns(inside, [...place, ...way]),
      ),
    ];
  });
}

function longestText({ maxLength }: JsonObject): number {
  return typeof maxLength === 'number'
    ? Math.min(maxLength, MAX_PATTERN_TEXT)
    : MAX_PATTERN_TEXT;
}

function heaviness(pattern: string, length: number, at: Place): FormIssue[] {
  const { longest } = LinearPattern.of(pattern);
  return length > longest
    ? [
        {
          at,
          hint: `the pattern repeats too much for texts of ${length} characters; give the field a maxLength of at most ${longest}, or repeat less`,
        },
      ]
    : [];
}

/** The schemas of a keyword with their paths. */
function schemasIn(
  keyword: string,
  value: JsonValue | undefined,
): [way: Place, schema: JsonObject][] {
  const inside: [way: Place, value: JsonValue | undefined][] =
    Array.isArray(value) || SCHEMAS_BY_NAME.includes(keyword)
      ? waysIn(value)
      : [[[], value]];
  return inside.flatMap(([way, schema]) =>
    isObject(schema) ? [[way, schema]] : [],
  );
}

function waysIn(
  value: JsonValue | undefined,
): [way: Place, value: JsonValue | undefined][] {
  return Array.isArray(value)
    ? value.map((entry, index) => [[index], entry])
    : Object.entries(Object(value)).map(([name, entry]) => [
        [name],
        entry as JsonValue,
      ]);
}

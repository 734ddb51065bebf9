import { z } from 'zod';
import { InvalidRequestError } from '../desk/errors';
import { endpoints } from './endpoints';
import { parse } from './parse';
import {
  MAX_DEPTH,
  MAX_ENTRIES,
  MAX_FORM_KEYS,
  MAX_KEYS,
  MAX_VALUES,
  requireBounded,
} from './requestBounds';

const list = (length: number, entry: unknown = 1): unknown[] =>
  Array.from({ length }, () => entry);

const object = (length: number, value: unknown = 1): unknown =>
  Object.fromEntries(list(length).map((_, index) => [`k${index}`, value]));

const nested = (depth: number): unknown =>
  JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`);

/** Twenty lists: they and their entries are as many values as fit. */
const asManyAsFit = list(20, list(MAX_VALUES / 20 - 1));

const bounds: [what: string, fits: unknown, over: unknown, issue: string][] = [
  [
    'the fields of an object',
    object(MAX_KEYS),
    object(MAX_KEYS + 1),
    `body can have at most ${MAX_KEYS} fields`,
  ],
  [
    'the fields of an object inside',
    { a: [1, { b: object(MAX_KEYS) }] },
    { a: [1, { b: object(MAX_KEYS + 1) }] },
    `a[1].b can have at most ${MAX_KEYS} fields`,
  ],
  [
    'the fields of a form',
    { fields: object(MAX_FORM_KEYS) },
    { fields: object(MAX_FORM_KEYS + 1) },
    `fields can have at most ${MAX_FORM_KEYS} fields`,
  ],
  [
    'the fields of an object in a form',
    { fields: { hosts: [object(MAX_FORM_KEYS)] } },
    { fields: { hosts: [object(MAX_FORM_KEYS + 1)] } },
    `fields.hosts[0] can have at most ${MAX_FORM_KEYS} fields`,
  ],
  [
    'the fields of what only has the name of a form',
    { change: { fields: object(MAX_KEYS) } },
    { change: { fields: object(MAX_KEYS + 1) } },
    `change.fields can have at most ${MAX_KEYS} fields`,
  ],
  [
    'the entries of a list',
    { a: list(MAX_ENTRIES) },
    { a: list(MAX_ENTRIES + 1) },
    `a can have at most ${MAX_ENTRIES} entries`,
  ],
  [
    'the values in all',
    asManyAsFit,
    [...asManyAsFit, 1],
    `body can have at most ${MAX_VALUES} values in total`,
  ],
  [
    'the depth',
    nested(MAX_DEPTH + 1),
    nested(MAX_DEPTH + 2),
    `body can be nested up to ${MAX_DEPTH} levels deep`,
  ],
];

function issuesOf(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    return (error as InvalidRequestError).issues.map(
      ({ path, message }) => `${path} ${message}`,
    );
  }
}

/** The numbers of fields of all objects in a JSON Schema. */
function fieldCounts(schema: unknown): number[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const inside = Object.values(schema).flatMap(fieldCounts);
  return 'properties' in schema
    ? [Object.keys(Object(schema.properties)).length, ...inside]
    : inside;
}

/** The greatest numbers of entries of all lists in a JSON Schema. */
function entryCounts(schema: unknown): number[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const inside = Object.values(schema).flatMap(entryCounts);
  return 'maxItems' in schema ? [Number(schema.maxItems), ...inside] : inside;
}

describe('the bounds of a request', () => {
  it.each(bounds)('hold for %s', (_what, fits, over, issue) => {
    expect(issuesOf(() => requireBounded(fits, []))).toEqual([]);
    expect(issuesOf(() => requireBounded(over, []))).toEqual([issue]);
  });

  it.each([undefined, null, 'text', 7, true])('let %j be', value => {
    expect(issuesOf(() => requireBounded(value, []))).toEqual([]);
  });

  it('say in which part of the request it is', () => {
    expect(
      issuesOf(() => requireBounded(object(MAX_KEYS + 1), ['query'])),
    ).toEqual([`query can have at most ${MAX_KEYS} fields`]);
  });

  it('leave the schema nothing to do with what is too large', () => {
    const looked = jest.fn();
    const schema = z.preprocess(looked, z.any());
    expect(issuesOf(() => parse(schema, object(MAX_KEYS + 1), []))).toEqual([
      `body can have at most ${MAX_KEYS} fields`,
    ]);
    expect(looked).not.toHaveBeenCalled();
    parse(schema, object(MAX_KEYS), []);
    expect(looked).toHaveBeenCalledTimes(1);
  });

  it('have room for all that any endpoint takes', () => {
    const schemas = endpoints.flatMap(({ operation: { input } }) =>
      input ? [z.toJSONSchema(input.schema, { io: 'input' })] : [],
    );
    expect(Math.max(...schemas.flatMap(fieldCounts))).toBeLessThan(
      MAX_KEYS / 2,
    );
    expect(Math.max(...schemas.flatMap(entryCounts))).toBeLessThan(
      MAX_ENTRIES / 2,
    );
  });
});

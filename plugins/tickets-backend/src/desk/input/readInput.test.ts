import { issueCodes } from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import { readInput } from './readInput';

const discriminated = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['reply', 'note']) }),
  z.strictObject({ kind: z.literal('private') }),
]);

type Wrong = [
  schema: z.ZodType,
  value: unknown,
  code: string,
  params: object,
  message: string | RegExp,
];

const wrong: readonly Wrong[] = [
  [z.string(), undefined, 'required', {}, 'is required'],
  [z.enum(['a', 'b']), undefined, 'required', {}, 'is required'],
  [discriminated, {}, 'required', {}, 'is required'],
  [z.string(), 7, 'wrong-type', { expected: 'string' }, /expected string/],
  [z.string(), null, 'wrong-type', { expected: 'string' }, /received null/],
  [z.number().int(), 4.5, 'wrong-type', { expected: 'int' }, /expected int/],
  [
    z.record(z.string(), z.json()),
    1,
    'wrong-type',
    { expected: 'object' },
    /./,
  ],
  [z.strictObject({}), [], 'wrong-type', { expected: 'object' }, /object/],
  [z.number().max(5), 6, 'too-big', { maximum: 5 }, /<=5/],
  [z.number().min(1), 0, 'too-small', { minimum: 1 }, />=1/],
  [z.string().max(3), 'abcd', 'too-long', { maximum: 3 }, /3 characters/],
  [z.string().min(1), '', 'too-short', { minimum: 1 }, /1 characters/],
  [z.array(z.string()).max(1), ['', ''], 'too-many', { maximum: 1 }, /<=1/],
  [z.array(z.string()).min(1), [], 'too-few', { minimum: 1 }, />=1/],
  [z.enum(['a', 'b']), 'c', 'not-one-of', { values: ['a', 'b'] }, /"a"\|"b"/],
  [z.enum(['a', 'b']), 'a,b', 'not-one-of', { values: ['a', 'b'] }, /^repeat/],
  [z.literal('a'), 'c', 'not-one-of', { values: ['a'] }, /"a"/],
  [
    discriminated,
    { kind: 'shout' },
    'not-one-of',
    { values: ['reply', 'note', 'private'] },
    /'reply' \| 'note' \| 'private'/,
  ],
  [z.iso.datetime(), 'x', 'wrong-format', { format: 'datetime' }, /datetime/],
  [z.uuid(), 'x', 'wrong-format', { format: 'uuid' }, /UUID/],
  [
    z.union([z.literal('none'), z.boolean()]),
    7,
    'wrong-type',
    { expected: 'boolean' },
    /expected "none", or Invalid input: expected boolean/,
  ],
  [
    z.union([z.literal('none'), z.iso.date()]),
    'x',
    'wrong-format',
    { format: 'date' },
    'Invalid ISO date',
  ],
  [
    z.record(z.string().min(1), z.json()),
    { '': 1 },
    'wrong-field-name',
    {},
    /Invalid key/,
  ],
  [z.string().refine(() => false), 'x', 'invalid', {}, 'Invalid input'],
  [discriminated, { kind: 'note', a: 1 }, 'unknown-field', {}, /no such field/],
];

describe('an issue of a request', () => {
  it.each(wrong)(
    'has a code and parameters: %# $2',
    (schema, value, code, params, message) => {
      const { issues } = readInput(schema, value, []);
      expect(issues).toEqual([
        { path: expect.any(String), code, params, message: expect.anything() },
      ]);
      expect(issues[0].message).toMatch(message);
      const names = issueCodes[code as keyof typeof issueCodes];
      expect(Object.keys(params)).toEqual(names);
    },
  );

  it('does not repeat the value', () => {
    const schemas = [z.uuid(), z.enum(['a']), z.literal('b'), z.email()];
    const messages = schemas.flatMap(schema =>
      readInput(schema, 'secret', []).issues.map(({ message }) => message),
    );
    expect(messages).toHaveLength(schemas.length);
    expect(messages.join()).not.toContain('secret');
  });

  it.each([
    z.enum(['a', 'b']),
    z.iso.datetime(),
    z.boolean(),
    z.union([z.literal('none'), z.iso.date()]),
  ])('says that a parameter takes one value: %#', schema => {
    expect(readInput(schema, ['a', 'b'], ['query', 'field']).issues).toEqual([
      {
        path: 'query.field',
        code: 'several-values',
        params: {},
        message: 'takes one value only',
      },
    ]);
  });

  it('names each unknown field', () => {
    const { issues } = readInput(z.strictObject({}), { a: 1, b: 2 }, []);
    expect(issues.map(({ path }) => path)).toEqual(['a', 'b']);
  });

  it('lists no more than 20 of many values', () => {
    const values = Array.from({ length: 80 }, (_, index) => `v${index}`);
    const { issues } = readInput(z.enum(values), 'x', []);
    expect(issues[0].params).toEqual({ values: values.slice(0, 20) });
  });
});

import { z } from 'zod';
import { InvalidRequestError } from '../desk/errors';
import { parse } from './parse';

const discriminated = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['reply', 'note']) }),
  z.strictObject({ kind: z.literal('private') }),
]);

const wrong: readonly [z.ZodType, unknown, string][] = [
  [z.string(), undefined, 'is required'],
  [z.string(), 7, 'expected a text'],
  [z.string(), null, 'expected a text'],
  [z.boolean(), 'true', 'expected true or false'],
  [z.number(), 'x', 'expected a number'],
  [z.coerce.number(), 'x', 'expected a number'],
  [z.number().int(), 4.5, 'expected a whole number'],
  [z.number().max(5), 6, 'is at most 5'],
  [z.number().min(1), 0, 'is at least 1'],
  [z.array(z.string()), {}, 'expected a list'],
  [z.array(z.string()).min(1), [], 'has at least 1 entry'],
  [z.array(z.string()).max(2), ['', '', ''], 'has at most 2 entries'],
  [z.string().min(1), '', 'has at least 1 character'],
  [z.string().max(3), 'abcd', 'has at most 3 characters'],
  [z.strictObject({}), [], 'expected an object'],
  [z.enum(['a', 'b']), 'c', 'expected one of: a, b'],
  [
    z.enum(['a', 'b']),
    'a,b',
    'expected one of: a, b; give each of several by itself',
  ],
  [z.enum(['a', 'b']), undefined, 'is required'],
  [z.literal('a'), 'c', 'expected a'],
  [z.iso.datetime(), 'x', 'expected a time such as 2026-05-05T08:00:00Z'],
  [z.iso.date(), 'x', 'expected a day such as 2026-05-05'],
  [
    z.uuid(),
    'x',
    'expected an id such as 0190b8f6-0000-7000-8000-000000000001',
  ],
  [z.string().regex(/^a$/), 'x', 'expected a text of another form'],
  [z.string().regex(/^a$/, 'expected an a'), 'x', 'expected an a'],
  [
    z.union([z.literal('none'), z.boolean()]),
    7,
    'expected none, or true or false',
  ],
  [
    z.record(z.string().min(1), z.json()),
    { '': 1 },
    'is no name that a field can have',
  ],
];

describe('the words for what is wrong in a request', () => {
  const issuesOf = (schema: z.ZodType, value: unknown) => {
    try {
      parse(schema, value, ['query', 'field']);
      return [];
    } catch (error) {
      return (error as InvalidRequestError).issues;
    }
  };

  it.each(wrong)('are plain: %# “$1”', (schema, value, message) => {
    const issues = issuesOf(schema, value);
    expect(issues.map(issue => issue.message)).toEqual([message]);
  });

  it('name the kinds that there are', () => {
    expect(issuesOf(discriminated, { kind: 'shout' })).toEqual([
      {
        path: 'query.field.kind',
        message: 'expected one of: reply, note, private',
      },
    ]);
    expect(issuesOf(discriminated, { kind: 'note', stranger: 1 })).toEqual([
      { path: 'query.field.stranger', message: 'there is no such field' },
    ]);
  });

  it.each([
    z.enum(['a', 'b']),
    z.iso.datetime(),
    z.boolean(),
    z.union([z.literal('none'), z.iso.date()]),
  ])('say that a parameter takes one value: %#', schema => {
    expect(issuesOf(schema, ['a', 'b'])).toEqual([
      { path: 'query.field', message: 'takes one value only' },
    ]);
  });

  it('are said once for many unknown fields, by their paths', () => {
    expect(issuesOf(z.strictObject({}), { a: 1, b: 2 })).toEqual([
      { path: 'query.field.a', message: 'there is no such field' },
      { path: 'query.field.b', message: 'there is no such field' },
    ]);
  });
});

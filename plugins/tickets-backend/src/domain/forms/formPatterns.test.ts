import type { JsonObject } from '@backstage/types';
import { FormCheck } from './FormCheck';
import { LinearPattern, PatternError } from './LinearPattern';
import { findFormIssues } from './formSchema';

const withField = (field: JsonObject): JsonObject => ({
  properties: { name: { type: 'string', ...field } },
});

describe('the pattern of a field', () => {
  it.each<[pattern: string, good: string, bad: string]>([
    ['^.{1,1000}$', 'x'.repeat(1_000), 'x'.repeat(1_001)],
    ['^[^<>]{0,500}$', 'x'.repeat(500), 'x'.repeat(501)],
    ['^\\p{L}[\\p{L}\\p{M} .-]{0,999}$', `é${'a '.repeat(400)}`, '-a'],
    ['^\\S+@\\S+\\.\\S{2,63}$', 'a@example.org', 'a b@example.org'],
    [
      '^(?:[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?\\.)+[a-z]{2,63}$',
      'a-b.example.org',
      'a-.example.org',
    ],
    ['^[A-Z]{2,10}-\\d{1,9}$', 'ABC-123', 'abc-123'],
    [
      '^[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}$',
      '20d04fe0-3aea-1069-a2d8-08002b30309d',
      '20d04fe0',
    ],
    ['^(?:\\d{1,3}\\.){3}\\d{1,3}$', '10.0.0.1', '10.0.0'],
    ['^[a-z]{1,400}( [a-z]{1,400})?$', `${'a'.repeat(400)} b`, 'a  b'],
  ])('may be %s', (pattern, good, bad) => {
    const schema = withField({ pattern });
    expect(findFormIssues(schema)).toEqual([]);
    const check = new FormCheck({ schema, hidden: [] });
    expect(check.issuesIn({ name: good }, true)).toEqual([]);
    expect(check.issuesIn({ name: bad }, true)).toMatchObject([
      { path: 'name', message: `must match pattern "${pattern}"` },
    ]);
  });

  it('may repeat more where maxLength says that texts are shorter', () => {
    const pattern = '^(?:[ab]{0,1000}a){1}[ab]{0,1000}$';
    const at = ['properties', 'name', 'pattern'];
    const hint = (length: number) => ({
      at,
      hint: expect.stringMatching(
        new RegExp(
          `^the pattern repeats too much for texts of ${length} characters; give the field a maxLength of at most 12\\d\\d, or repeat less$`,
        ),
      ),
    });
    expect(findFormIssues(withField({ pattern }))).toEqual([hint(2_000)]);
    expect(findFormIssues(withField({ pattern, maxLength: 1_500 }))).toEqual([
      hint(1_500),
    ]);
    expect(findFormIssues(withField({ pattern, maxLength: 1_200 }))).toEqual(
      [],
    );
  });

  it.each<[where: string, schema: (field: JsonObject) => JsonObject]>([
    ['in a list', field => withField({ type: 'array', items: field })],
    ['in a choice', field => withField({ anyOf: [{ const: '' }, field] })],
    [
      'in an object',
      field => withField({ type: 'object', properties: { inside: field } }),
    ],
    [
      'under a condition',
      field => ({
        ...withField({}),
        if: { properties: { name: field } },
        then: {},
      }),
    ],
    [
      'of names of fields',
      ({ pattern }) =>
        withField({ type: 'object', propertyNames: { pattern } }),
    ],
    [
      'that fields are chosen by',
      ({ pattern }) =>
        withField({
          type: 'object',
          patternProperties: { [String(pattern)]: { type: 'number' } },
        }),
    ],
  ])('is looked at %s', (_where, schema) => {
    const heavy = { type: 'string', pattern: '^(?:a{50}b{50}c{50}){20}$' };
    expect(findFormIssues(schema(heavy))).toEqual([
      { at: expect.any(Array), hint: expect.stringMatching(/repeats too/) },
    ]);
    expect(
      findFormIssues(schema({ type: 'string', pattern: '^a{50}$' })),
    ).toEqual([]);
  });

  it('is no pattern where it is a value, or the name of a field', () => {
    const heavy = { pattern: '^(?:a{50}b{50}c{50}){20}$' };
    expect(
      findFormIssues({
        properties: {
          pattern: { type: 'string', default: heavy.pattern },
          choice: { enum: [heavy], default: heavy },
        },
      }),
    ).toEqual([]);
  });

  it('is compiled once, however often it is configured', () => {
    const schema = withField({ pattern: '^once{1,30}$' });
    expect(LinearPattern.of('^once{1,30}$')).toBe(
      LinearPattern.of('^once{1,30}$'),
    );
    const start = performance.now();
    for (let round = 0; round < 20; round += 1) {
      findFormIssues(withField({ pattern: '^\\p{L}{1,990}$' }));
    }
    expect(findFormIssues(schema)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(() => LinearPattern.of('(')).toThrow(PatternError);
    expect(() => LinearPattern.of('(')).toThrow(PatternError);
  });
});

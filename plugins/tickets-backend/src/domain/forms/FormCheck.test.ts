import type { JsonObject } from '@backstage/types';
import { FormCheck } from './FormCheck';
import { shownFields, shownForm, withDefaults } from './forms';

const form = {
  schema: {
    type: 'object',
    required: ['host', 'cost'],
    properties: {
      host: { type: 'string', minLength: 2 },
      cost: { type: 'number', default: 10 },
      ports: { type: 'array', items: { type: 'number' } },
      owner: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          notify: { type: 'boolean', default: true },
        },
        additionalProperties: false,
      },
      size: { type: 'string', enum: ['small', 'large'] },
    },
    dependencies: {
      size: {
        oneOf: [
          { properties: { size: { enum: ['small'] } } },
          {
            properties: {
              size: { enum: ['large'] },
              reason: { type: 'string' },
              approval: { type: 'string' },
            },
            required: ['reason', 'approval'],
          },
        ],
      },
    },
  },
  hidden: ['cost', 'approval'],
} satisfies { schema: JsonObject; hidden: string[] };

describe('what is wrong in a form', () => {
  const check = new FormCheck(form);

  it.each<[what: string, fields: JsonObject, inside: boolean, string[]]>([
    ['nothing', { host: 'web', cost: 1 }, true, []],
    ['what is required', {}, true, ['host is required', 'cost is required']],
    [
      'what is required, outside without hidden fields',
      {},
      false,
      ['host is required'],
    ],
    [
      'the length of a text',
      { host: 'x', cost: 1 },
      true,
      ['host must NOT have fewer than 2 characters'],
    ],
    [
      'one of several values',
      { host: 'web', cost: 1, ports: [80, 'x'] },
      true,
      ['ports[1] must be number'],
    ],
    [
      'what is inside a field',
      { host: 'web', cost: 1, owner: { nick: 'j' } },
      true,
      ['owner.name is required', 'owner.nick there is no such field'],
    ],
    [
      'a choice that is none',
      { host: 'web', cost: 1, size: 'huge' },
      true,
      ['size must be one of small, large'],
    ],
    [
      'what another field asks for',
      { host: 'web', cost: 1, size: 'large', reason: 'growth' },
      true,
      ['approval is required'],
    ],
    [
      'what another field asks for, outside without hidden fields',
      { host: 'web', size: 'large' },
      false,
      ['reason is required'],
    ],
    [
      'nothing of what another field rules out',
      { host: 'web', cost: 1, size: 'small' },
      true,
      [],
    ],
  ])('is %s', (_what, fields, inside, issues) => {
    expect(
      check
        .issuesIn(fields, inside)
        .map(({ path, message }) => `${path} ${message}`),
    ).toEqual(issues);
  });

  it.each([
    ['host', true, true],
    ['cost', false, true],
    ['reason', true, true],
    ['approval', false, true],
    ['toString', false, false],
  ])('knows the field %s outside: %s, inside: %s', (name, outside, inside) => {
    expect(check.has(name, false)).toBe(outside);
    expect(check.has(name, true)).toBe(inside);
  });
});

describe('what is held against patterns and formats', () => {
  /** Longest text that is held against one. */
  const LONGEST = 2_000;
  /** What an engine that looks back takes seconds for, and twice that with one more. */
  const REPEATED = 'a'.repeat(31);
  /** In milliseconds. */
  const SOON = 2_000;
  const check = new FormCheck({
    schema: {
      properties: {
        name: { type: 'string', pattern: '^(\\w+\\s?)+$' },
        link: { type: 'string', format: 'uri' },
        labels: {
          type: 'object',
          propertyNames: { pattern: '^(a+)+$' },
          patternProperties: { '^(a|a)+$': { type: 'number' } },
        },
      },
    },
    hidden: [],
  });
  const issuesIn = (fields: JsonObject) =>
    check.issuesIn(fields, true).map(({ path, message }) => [path, message]);

  it.each<[what: string, fields: JsonObject, mistakes: string[][]]>([
    ['a name', { name: 'Jane Doe' }, []],
    ['a link', { link: 'https://example.org/a' }, []],
    ['labels', { labels: { aaa: 1 } }, []],
    [
      'a name that repeats itself, and ends otherwise',
      { name: `${REPEATED}!` },
      [['name', 'must match pattern "^(\\w+\\s?)+$"']],
    ],
    [
      'a name that is too long',
      { name: 'a'.repeat(LONGEST + 1) },
      [['name', 'can have at most 2000 characters']],
    ],
    [
      'a link that is too long',
      { link: `https://example.org/${'a'.repeat(LONGEST)}` },
      [['link', 'can have at most 2000 characters']],
    ],
    ['no link', { link: 'a b' }, [['link', 'must match format "uri"']]],
    [
      'a label that repeats itself, and ends otherwise',
      { labels: { [`${REPEATED}!`]: 1 } },
      [
        ['labels', `must match pattern "^(a+)+$"`],
        ['labels', 'property name must be valid'],
      ],
    ],
    [
      'a label of another kind',
      { labels: { aa: 'x' } },
      [['labels.aa', 'must be number']],
    ],
  ])('is judged soon: %s', (_what, fields, issues) => {
    const start = performance.now();
    expect(issuesIn(fields)).toEqual(issues);
    expect(performance.now() - start).toBeLessThan(SOON);
  });
});

describe('a form from outside', () => {
  it('has no hidden field anywhere, and does not ask for one', () => {
    const outside = JSON.stringify(shownForm(form, false));
    expect(outside).not.toMatch(/cost|approval/);
    expect(outside).toMatch(/host.*reason/);
    expect(shownForm(form, true)).toEqual(form.schema);
  });

  it.each<[what: string, hiding: JsonObject, shown: JsonObject]>([
    [
      'the order of the fields',
      { 'ui:order': ['host', 'cost', '*'] },
      { 'ui:order': ['host', '*'] },
    ],
    [
      'a field that asks for it',
      { dependencies: { host: ['cost', 'size'], size: ['host'] } },
      { dependencies: { host: ['size'], size: ['host'] } },
    ],
    [
      'what it asks for itself',
      { dependencies: { cost: ['host'], size: ['host'] } },
      { dependencies: { size: ['host'] } },
    ],
    [
      'a condition on it',
      {
        if: { properties: { cost: { const: 1 } } },
        then: { required: ['host'] },
        else: { required: ['size'] },
      },
      {},
    ],
    [
      'a condition on whether it is there',
      { if: { required: ['cost'] }, then: { required: ['host'] } },
      {},
    ],
    [
      'a condition on another field, but for what it asks for',
      { if: { required: ['host'] }, then: { required: ['cost', 'size'] } },
      { if: { required: ['host'] }, then: { required: ['size'] } },
    ],
  ])('is not told of a hidden field by %s', (_what, hiding, shown) => {
    const properties = {
      host: { type: 'string' },
      size: { type: 'string' },
    };
    const schema = {
      properties: { ...properties, cost: { type: 'number' } },
      ...hiding,
    };
    expect(shownForm({ schema, hidden: ['cost'] }, false)).toEqual({
      properties,
      ...shown,
    });
  });

  it('is filed without a hidden field that another one asks for', () => {
    const check = new FormCheck({
      schema: {
        properties: { host: { type: 'string' }, cost: { type: 'number' } },
        dependencies: { host: ['cost'] },
      },
      hidden: ['cost'],
    });
    expect(check.issuesIn({ host: 'web' }, false)).toEqual([]);
    expect(check.issuesIn({ host: 'web' }, true)).not.toEqual([]);
  });

  it.each<[what: string, asking: JsonObject]>([
    [
      'its value',
      {
        if: { properties: { cost: { const: 5 } } },
        then: { required: ['reason'], properties: { reason: {} } },
      },
    ],
    [
      'its value, or else',
      {
        if: { required: ['cost'], properties: { cost: { const: 1 } } },
        else: { required: ['reason'] },
      },
    ],
    [
      'its value, in one of several rules',
      {
        allOf: [
          {
            if: { properties: { cost: { minimum: 5 } } },
            then: { required: ['reason'] },
          },
        ],
      },
    ],
    [
      'its absence',
      {
        if: { not: { required: ['cost'] } },
        then: { required: ['reason'] },
      },
    ],
    [
      'its presence beside another field',
      {
        if: { anyOf: [{ required: ['cost'] }, { required: ['host'] }] },
        then: { required: ['reason'] },
      },
    ],
    [
      'its value, by which an alternative is chosen',
      {
        oneOf: [
          { properties: { cost: { const: 3 } } },
          { properties: { cost: { const: 2 } }, required: ['reason'] },
        ],
      },
    ],
    [
      'its presence, instead of another field',
      { oneOf: [{ required: ['cost'] }, { required: ['host'] }] },
    ],
    [
      'its value, by which an alternative inside of another is chosen',
      {
        dependencies: {
          host: {
            oneOf: [
              { properties: { cost: { enum: [1] } }, required: ['reason'] },
              { properties: { cost: { enum: [2] } } },
            ],
          },
        },
      },
    ],
    ['what it must not be', { not: { properties: { cost: { const: 1 } } } }],
    ['what it asks for by its default', { dependencies: { cost: ['reason'] } }],
    [
      'what it asks for by a schema',
      { dependencies: { cost: { required: ['reason'] } } },
    ],
  ])('is filed whatever depends on a hidden field: %s', (_what, asking) => {
    const hiding = {
      schema: {
        properties: {
          host: { type: 'string' },
          reason: { type: 'string' },
          cost: { type: 'number' },
        },
        additionalProperties: false,
        ...asking,
      },
      hidden: ['cost'],
    } satisfies { schema: JsonObject; hidden: string[] };
    const check = new FormCheck(hiding);
    const issues = (fields: JsonObject) => check.issuesIn(fields, false);
    expect(issues({ host: 'web' })).toEqual([]);
    // a default, or what an agent filled in
    expect(issues({ host: 'web', cost: 1 })).toEqual([]);
    expect(issues({ host: 7 })).toHaveLength(1);
    expect(JSON.stringify(shownForm(hiding, false))).not.toMatch(/cost/);
  });

  it('takes no field that is shown by a hidden one alone', () => {
    const check = new FormCheck({
      schema: {
        properties: { host: { type: 'string' }, cost: { type: 'number' } },
        if: { required: ['cost'] },
        then: { properties: { reason: { type: 'string' } } },
      },
      hidden: ['cost'],
    });
    expect(['host', 'reason'].map(name => check.has(name, false))).toEqual([
      true,
      false,
    ]);
    expect(check.has('reason', true)).toBe(true);
  });

  it('shows what is filled in, but for hidden fields and such as the form does not know', () => {
    const fields = { host: 'web', cost: 5, reason: 'r', approval: 'a', old: 1 };
    expect(shownFields(form, false, fields)).toEqual({
      host: 'web',
      reason: 'r',
    });
    expect(shownFields(form, true, fields)).toEqual(fields);
    expect(shownFields(undefined, false, fields)).toEqual({});
  });
});

describe('the defaults of a form', () => {
  it.each<[what: string, fields: JsonObject, filled: JsonObject]>([
    ['fill in what is missing', { host: 'a' }, { host: 'a', cost: 10 }],
    ['leave what is there', { cost: 0 }, { cost: 0 }],
    [
      'fill in the fields of a field that is there',
      { owner: { name: 'jane' }, cost: 1 },
      { owner: { name: 'jane', notify: true }, cost: 1 },
    ],
  ])('%s', (_what, fields, filled) => {
    expect(withDefaults(form.schema, fields)).toEqual(filled);
  });
});

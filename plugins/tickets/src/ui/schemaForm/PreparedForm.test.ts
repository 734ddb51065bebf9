import { PreparedForm, storedAnswers } from './PreparedForm';
import type { FormAnswers, FormSchema } from './types';

const branches: FormSchema = {
  properties: {
    kind: { type: 'string', enum: ['cluster', 'laptop'], default: 'cluster' },
  },
  required: ['kind'],
  dependencies: {
    kind: {
      oneOf: [
        {
          properties: {
            kind: { enum: ['cluster'] },
            nodes: { type: 'integer', default: 3 },
          },
          required: ['nodes'],
        },
        {
          properties: {
            kind: { enum: ['laptop'] },
            model: { type: 'string' },
          },
          required: ['model'],
        },
      ],
    },
  },
};

const filed = (schema: FormSchema, value: FormAnswers) => {
  const form = new PreparedForm(schema);
  const answers = form.answers(form.fill(value));
  return { answers, issues: form.issuesIn(answers) };
};

describe('what a form sends', () => {
  it('is nothing that nobody chose', () => {
    const choice: FormSchema = {
      properties: {
        what: {
          type: 'string',
          oneOf: [
            { const: 'price', title: 'A price' },
            { const: 'invoice', title: 'An invoice' },
          ],
        },
      },
      required: ['what'],
    };
    const { answers, issues } = filed(choice, {});
    expect(answers).toEqual({});
    expect(issues).toHaveLength(1);
    expect(filed(choice, { what: 'invoice' }).issues).toEqual([]);
  });

  it('has the defaults also of a branch that a default opens', () => {
    expect(filed(branches, {}).answers).toEqual({ kind: 'cluster', nodes: 3 });
  });

  it('has no answers of a branch that the person left', () => {
    const { answers, issues } = filed(branches, {
      kind: 'laptop',
      nodes: 5,
      model: 'X1',
    });
    expect(answers).toEqual({ kind: 'laptop', model: 'X1' });
    expect(issues).toEqual([]);
  });

  it('asks only for what the chosen branch has', () => {
    expect(filed(branches, { kind: 'laptop', nodes: 5 }).issues).toEqual([
      expect.objectContaining({ path: ['model'], code: 'required' }),
    ]);
  });

  it.each<[what: string, field: FormSchema, value: FormAnswers, FormAnswers]>([
    ['zero', { type: 'number' }, { it: 0 }, { it: 0 }],
    ['no', { type: 'boolean' }, { it: false }, { it: false }],
    ['no blank text', { type: 'string' }, { it: '  ' }, {}],
    ['no empty list', { type: 'array', items: {} }, { it: [] }, {}],
    [
      'no blank row',
      { type: 'array', items: { type: 'string' } },
      { it: ['a', ' ', null, 'b'] },
      { it: ['a', 'b'] },
    ],
    [
      'nothing of an object without an answer',
      { type: 'object', properties: { a: { type: 'string' } } },
      { it: { a: '' } },
      {},
    ],
    [
      'an emptied field whose default the desk would fill in',
      { type: 'string', default: 'x' },
      { it: null },
      { it: null },
    ],
    ['no field that the form lost', { type: 'string' }, { old: 'x' }, {}],
    ['a choice that is a number', { enum: [1, 2] }, { it: 2 }, { it: 2 }],
  ])('has %s', (_what, field, value, expected) => {
    const schema = { properties: { it: field } } as FormSchema;
    expect(filed(schema, value).answers).toEqual(expected);
  });

  it('keeps an emptied default empty over a reload', () => {
    const form = new PreparedForm({
      properties: { region: { type: 'string', default: 'eu' } },
    });
    expect(form.fill({})).toEqual({ region: 'eu' });
    const stored = storedAnswers({ region: undefined });
    expect(form.fill(JSON.parse(JSON.stringify(stored)))).toEqual({});
  });
});

describe('what an edit changes', () => {
  const change = (value: FormAnswers, before: FormAnswers) => {
    const form = new PreparedForm(branches);
    return form.changes(before, form.answers(form.fill(value)));
  };

  it('is what differs, and what the person left', () => {
    const before = { kind: 'cluster', nodes: 5, old: 'x' };
    expect(change(before, before)).toEqual({});
    expect(change({ ...before, nodes: 4 }, before)).toEqual({ nodes: 4 });
    expect(change({ ...before, kind: 'laptop', model: 'X1' }, before)).toEqual({
      kind: 'laptop',
      nodes: null,
      model: 'X1',
    });
  });
});

describe('what is wrong with an answer', () => {
  it.each<[what: string, field: FormSchema, value: FormAnswers, object]>([
    [
      'its length',
      { type: 'string', maxLength: 3 },
      { it: 'abcd' },
      { path: ['it'], code: 'too-long', params: { maximum: 3 } },
    ],
    [
      'its format',
      { type: 'string', format: 'email' },
      { it: 'jane' },
      { path: ['it'], code: 'wrong-format', params: { format: 'email' } },
    ],
    [
      'its size, in a row of a list',
      { type: 'array', items: { type: 'number', minimum: 2 } },
      { it: [3, 1] },
      { path: ['it', '1'], code: 'too-small', params: { minimum: 2 } },
    ],
    [
      'what is missing inside',
      {
        type: 'object',
        required: ['b'],
        properties: { a: { type: 'string' }, b: { type: 'string' } },
      },
      { it: { a: 'x' } },
      { path: ['it', 'b'], code: 'required', params: {} },
    ],
  ])('is %s', (_what, field, value, issue) => {
    const schema = { properties: { it: field } } as FormSchema;
    expect(filed(schema, value).issues).toEqual([
      expect.objectContaining(issue),
    ]);
  });
});

describe('hints at fields', () => {
  it('go beside the schema, also those of branches', () => {
    const { schema, uiSchema } = new PreparedForm({
      'ui:order': ['kind'],
      properties: {
        kind: { type: 'string', 'ui:widget': 'radio' },
        hosts: {
          type: 'array',
          items: { type: 'string', 'ui:placeholder': 'web-1' },
        },
      },
      dependencies: {
        kind: {
          oneOf: [
            { properties: { why: { type: 'string', 'ui:help': 'Briefly' } } },
          ],
        },
      },
    });
    expect(JSON.stringify(schema)).not.toContain('ui:');
    expect(uiSchema).toMatchObject({
      // what the order forgets comes last, instead of breaking the form
      'ui:order': ['kind', '*'],
      kind: { 'ui:widget': 'radio' },
      hosts: { items: { 'ui:placeholder': 'web-1' } },
      why: { 'ui:help': 'Briefly' },
    });
  });

  it('that the library does not know are left out', () => {
    const { uiSchema } = new PreparedForm({
      properties: { owner: { type: 'string', 'ui:widget': 'owner-picker' } },
    });
    expect(uiSchema.owner).toEqual({});
  });

  it('let people answer a required yes or no with no', () => {
    const { uiSchema } = new PreparedForm({
      required: ['production', 'urgent'],
      properties: {
        production: { type: 'boolean' },
        urgent: { type: 'boolean', default: false },
        weekend: { type: 'boolean' },
      },
    });
    expect(uiSchema.production).toEqual({ 'ui:widget': 'radio' });
    expect(uiSchema.urgent).toEqual({});
    expect(uiSchema.weekend).toEqual({});
  });
});

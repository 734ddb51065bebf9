import type { Mistake } from './Mistake';
import { FIELD } from './samples';

/** Forms of a category that are wrong in one place. */
const forms: readonly Mistake[] = [
  ['a form without schema', { hidden: [] }, '.schema', 'missing'],
  [
    'a form without fields',
    { schema: { title: 'Form' } },
    '.schema.properties',
    'missing',
  ],
  [
    'a form that is a list',
    { schema: { ...FIELD, type: 'array' } },
    '.schema.type',
    'object',
  ],
  [
    'a field of an unknown type',
    { schema: { properties: { a: { type: 'text' } } } },
    '.schema.properties.a.type',
    'schema',
  ],
  [
    'a field that is no schema',
    { schema: { properties: { a: 'string' } } },
    '.schema.properties.a',
    'schema',
  ],
  [
    'a field with a misspelt keyword',
    {
      schema: {
        properties: { a: { type: 'string' }, b: { minLenght: 1 } },
      },
    },
    '.schema.properties.b',
    'schema',
  ],
  [
    'a misspelt keyword in a list of objects',
    {
      schema: {
        properties: {
          a: { type: 'array', items: { properties: { b: { enun: [1] } } } },
        },
      },
    },
    '.schema.properties.a.items.properties.b',
    'schema',
  ],
  [
    'a field with an unknown format',
    { schema: { properties: { a: { type: 'string', format: 'phone' } } } },
    '.schema.properties.a',
    'schema',
  ],
  [
    'a field with a broken pattern',
    { schema: { properties: { a: { type: 'string', pattern: '(' } } } },
    '.schema.properties.a',
    'pattern',
  ],
  [
    'a field whose pattern looks ahead',
    {
      schema: {
        properties: {
          a: {
            type: 'object',
            properties: { b: { type: 'string', pattern: '^(?!x)' } },
          },
        },
      },
    },
    '.schema.properties.a.properties.b',
    'pattern',
  ],
  [
    'a field whose pattern refers back to a group',
    { schema: { properties: { a: { pattern: '(x|y)\\1' } } } },
    '.schema.properties.a',
    'pattern',
  ],
  [
    'a field with too large a pattern',
    {
      schema: {
        properties: { a: { type: 'string', pattern: '.{9,999}a.{9,999}' } },
      },
    },
    '.schema.properties.a.pattern',
    'pattern',
  ],
  [
    'a pattern of names that looks ahead',
    {
      schema: {
        properties: {
          a: {
            type: 'object',
            patternProperties: { '(?=x)': { type: 'number' } },
          },
        },
      },
    },
    '.schema.properties.a',
    'pattern',
  ],
  [
    'a field whose name no program likes',
    { schema: { properties: { 'a b': { type: 'string' } } } },
    '.schema.properties',
    'bound',
  ],
  [
    'a required field that the form does not have',
    { schema: { ...FIELD, required: ['a', 'b'] } },
    '.schema.required[1]',
    'unknown name',
  ],
  [
    'a default that the field itself refuses',
    {
      schema: {
        properties: {
          a: { type: 'object', properties: { b: { enum: [1], default: 2 } } },
          c: { type: 'string', default: 'x' },
        },
      },
    },
    '.schema.properties.a.properties.b.default',
    'value',
  ],
  [
    'a hidden field that the form does not have',
    { schema: FIELD, hidden: ['b'] },
    '.hidden[0]',
    'unknown name',
  ],
];

/** Mistakes in the forms of categories. */
export const formMistakes: readonly Mistake[] = forms.map(
  ([what, form, path, ...said]): Mistake => [
    what,
    { categories: [{ id: 'a', title: 'A', form }] },
    `tickets.categories[0].form${path}`,
    ...said,
  ],
);

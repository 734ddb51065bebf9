import type { JsonValue } from '@backstage/types';
import { FIELD, type Mistake } from './words';

/** Forms of a category that are wrong in one place. */
const forms: [what: string, form: JsonValue, path: string, message: string][] =
  [
    [
      'a form without schema',
      { hidden: [] },
      '.schema',
      'is missing: write a JSON Schema of an object, with its properties',
    ],
    [
      'a form without fields',
      { schema: { title: 'Form' } },
      '.schema.properties',
      'is missing: add at least one field',
    ],
    [
      'a form that is a list',
      { schema: { ...FIELD, type: 'array' } },
      '.schema.type',
      'is "array": use object, or leave it out',
    ],
    [
      'a field of an unknown type',
      { schema: { properties: { a: { type: 'text' } } } },
      '.schema.properties.a.type',
      'is "text": write valid JSON Schema: it must be equal to one of the allowed values: array, boolean, integer, null, number, object, string',
    ],
    [
      'a field that is no schema',
      { schema: { properties: { a: 'string' } } },
      '.schema.properties.a',
      'is "string": write valid JSON Schema: it must be object,boolean',
    ],
    [
      'a field with a misspelt keyword',
      {
        schema: {
          properties: { a: { type: 'string' }, b: { minLenght: 1 } },
        },
      },
      '.schema.properties.b',
      'is {"minLenght":1}: write valid JSON Schema: unknown keyword: "minLenght"',
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
      'is {"enun":[1]}: write valid JSON Schema: unknown keyword: "enun"',
    ],
    [
      'a field with an unknown format',
      { schema: { properties: { a: { type: 'string', format: 'phone' } } } },
      '.schema.properties.a',
      'is {"type":"string","format":"phone"}: write valid JSON Schema: unknown format "phone" ignored',
    ],
    [
      'a field with a broken pattern',
      { schema: { properties: { a: { type: 'string', pattern: '(' } } } },
      '.schema.properties.a',
      'is {"type":"string","pattern":"("}: write a regular expression of ECMAScript: Invalid regular expression: /(/u: Unterminated group',
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
      'is {"type":"string","pattern":"^(?!x)"}: the pattern looks ahead or behind, which can take time without end; write it without',
    ],
    [
      'a field whose pattern refers back to a group',
      { schema: { properties: { a: { pattern: '(x|y)\\1' } } } },
      '.schema.properties.a',
      'is {"pattern":"(x|y)\\\\1"}: the pattern refers back to a group, which can take time without end; write it without',
    ],
    [
      'a field with too large a pattern',
      {
        schema: {
          properties: { a: { type: 'string', pattern: '.{9,999}a.{9,999}' } },
        },
      },
      '.schema.properties.a.pattern',
      'is ".{9,999}a.{9,999}": the pattern repeats too much for texts of 2000 characters; give the field a maxLength of at most 1255, or repeat less',
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
      'is {"type":"object","patternProperties":{"(?=x)":{"type":"number"}}}: the pattern looks ahead or behind, which can take time without end; write it without',
    ],
    [
      'a field whose name no program likes',
      { schema: { properties: { 'a b': { type: 'string' } } } },
      '.schema.properties',
      'is {"a b":{"type":"string"}}: write the name of the field "a b" with at most 64 letters, digits, dashes and underscores, a letter first',
    ],
    [
      'a required field that the form does not have',
      { schema: { ...FIELD, required: ['a', 'b'] } },
      '.schema.required[1]',
      'is "b": use one of a, or add it to the properties of the form',
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
      'is 2: use a value that the field takes: it must be equal to one of the allowed values',
    ],
    [
      'a hidden field that the form does not have',
      { schema: FIELD, hidden: ['b'] },
      '.hidden[0]',
      'is "b": use one of a, or add it to the properties of the form',
    ],
  ];

/** Mistakes in the forms of categories. */
export const formMistakes: readonly Mistake[] = [
  ...forms.map(([what, form, path, message]): [string, JsonValue, string] => [
    what,
    { categories: [{ id: 'a', title: 'A', form }] },
    `tickets.categories[0].form${path}${path && ' '}${message}`,
  ]),
];

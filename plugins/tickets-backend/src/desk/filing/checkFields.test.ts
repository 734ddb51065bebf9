import type { JsonObject } from '@backstage/types';
import { newFields, requireValidChanges } from './checkFields';

const category = {
  id: 'access',
  title: 'Access',
  agentsOnly: false,
  tags: [],
  form: {
    schema: {
      type: 'object',
      required: ['role', 'cost'],
      properties: {
        role: { type: 'string' },
        days: { type: 'number', maximum: 30 },
        cost: { type: 'number' },
      },
    },
    hidden: ['cost'],
  },
};

describe('a change of the fields of a ticket', () => {
  it.each<
    [what: string, before: JsonObject, changes: JsonObject, inside: boolean]
  >([
    ['a valid value', { role: 'a', cost: 1 }, { days: 3 }, false],
    ['a hidden field, inside', { role: 'a' }, { cost: 2 }, true],
    [
      'to empty what is not required',
      { role: 'a', days: 3 },
      { days: null },
      false,
    ],
    ['what leaves another field wrong', { days: 99 }, { role: 'b' }, false],
    [
      'to empty what the form does not know any more, inside',
      { role: 'a', cost: 1, old: 1 },
      { old: null },
      true,
    ],
    [
      'what makes a form smaller that is too large',
      { role: 'x'.repeat(70_000), cost: 1, days: 3 },
      { role: 'x'.repeat(69_000) },
      true,
    ],
  ])('may be %s', (_what, before, changes, inside) => {
    expect(() =>
      requireValidChanges(category, before, changes, inside),
    ).not.toThrow();
  });

  it.each<
    [
      what: string,
      before: JsonObject,
      changes: JsonObject,
      inside: boolean,
      issue: string,
    ]
  >([
    [
      'what adds up to too much with the rest',
      { note: 'x'.repeat(40_000), cost: 1 },
      { role: 'x'.repeat(40_000) },
      true,
      'fields: the fields can have at most 65536 characters in total',
    ],
    [
      'a wrong value',
      { role: 'a' },
      { days: 31 },
      false,
      'fields.days: must be <= 30',
    ],
    [
      'to empty what is required',
      { role: 'a' },
      { role: null },
      false,
      'fields.role: is required',
    ],
    [
      'a hidden field, outside',
      { role: 'a' },
      { cost: 2 },
      false,
      'fields.cost: there is no such field',
    ],
    [
      'to empty a hidden field, outside',
      { role: 'a', cost: 1 },
      { cost: null },
      false,
      'fields.cost: there is no such field',
    ],
    [
      'an unknown field',
      { role: 'a', cost: 1 },
      { old: 1 },
      true,
      'fields.old: there is no such field',
    ],
  ])('may not be %s', (_what, before, changes, inside, issue) => {
    expect(() =>
      requireValidChanges(category, before, changes, inside),
    ).toThrow(issue);
  });

  it('is refused without a form', () => {
    expect(() => requireValidChanges(undefined, {}, { a: 1 }, true)).toThrow(
      'fields.a: there is no such field',
    );
  });
});

describe('the fields of a new ticket', () => {
  const withDefaults = {
    ...category,
    form: {
      schema: {
        properties: {
          role: { type: 'string' },
          region: { type: 'string', default: 'eu' },
          cost: { type: 'number', default: 1 },
        },
      },
      hidden: ['cost'],
    },
  };

  it.each<
    [what: string, given: JsonObject, inside: boolean, filled: JsonObject]
  >([
    [
      'defaults for what is absent',
      { role: 'a' },
      false,
      { role: 'a', region: 'eu', cost: 1 },
    ],
    [
      'no default for what was emptied',
      { role: 'a', region: null },
      false,
      { role: 'a', cost: 1 },
    ],
    [
      'the default of a hidden field that is emptied outside',
      { cost: null },
      false,
      { region: 'eu', cost: 1 },
    ],
    [
      'no default of a hidden field that is emptied inside',
      { cost: null },
      true,
      { region: 'eu' },
    ],
    [
      'nothing of an empty field that is in no form',
      { old: null },
      false,
      { region: 'eu', cost: 1 },
    ],
  ])('have %s', (_what, given, inside, filled) => {
    expect(newFields(withDefaults, given, inside)).toEqual(filled);
  });
});

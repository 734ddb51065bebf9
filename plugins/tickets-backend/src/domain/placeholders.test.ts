import fc from 'fast-check';
import {
  PLACEHOLDERS,
  type PlaceholderValues,
  fillPlaceholders,
  unknownPlaceholders,
} from './placeholders';

const none = Object.fromEntries(
  PLACEHOLDERS.map(name => [name, null]),
) as PlaceholderValues;

const filled = (body: string, values: Partial<PlaceholderValues>) =>
  fillPlaceholders(body, { ...none, ...values });

describe('a prepared text', () => {
  it.each([
    ['Hello {{requester.name}}!', { 'requester.name': 'Jane' }, 'Hello Jane!'],
    ['{{ ticket.number }}', { 'ticket.number': 'T2026-00042' }, 'T2026-00042'],
    [
      '{{agent.name}}, {{team.name}}, {{agent.name}}',
      { 'agent.name': 'Bo', 'team.name': 'Support' },
      'Bo, Support, Bo',
    ],
    ['About {{asset.name}}.', {}, 'About .'],
    ['{{nobody.name}} and {{}}', {}, '{{nobody.name}} and {{}}'],
    ['**{{ticket.subject}}**', { 'ticket.subject': 'Help' }, '**Help**'],
    ['{ticket.number}', { 'ticket.number': 'T1' }, '{ticket.number}'],
  ])('%j with %j reads %j', (body, values, text) => {
    expect(filled(body, values)).toBe(text);
  });

  it.each([
    ['emphasis', 'a *b* _c_ ~d~', 'a \\*b\\* \\_c\\_ \\~d\\~'],
    ['a link', '[a](https://b)', '\\[a\\](https://b)'],
    ['a picture', '![a](b)', '!\\[a\\](b)'],
    ['HTML', '<b>&amp;</b>', '\\<b\\>\\&amp;\\</b\\>'],
    ['code', '`a`', '\\`a\\`'],
    ['an escape', 'a\\', 'a\\\\'],
    ['a cell of a table', 'a|b', 'a\\|b'],
    ['a heading', '# a', '\\# a'],
    ['a list', '- a', '\\- a'],
    ['a numbered list', '1. a', '1\\. a'],
    ['lines', ' a\n\n# b\u0000c ', 'a # b c'],
    ['a placeholder', '{{agent.name}}', '{{agent.name}}'],
    ['a replacement', "$& $1 $'", "$\\& $1 $'"],
  ])('shows %s in a value as plain text', (_what, value, text) => {
    expect(
      filled('{{ticket.subject}}', {
        'ticket.subject': value,
        'agent.name': 'Bo',
      }),
    ).toBe(text);
  });

  it('keeps every value in one line, and all of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), value => {
        const text = filled('{{ticket.subject}}', { 'ticket.subject': value });
        expect(text).not.toMatch(/[\r\n]/);
        expect(text.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(
          value.replace(/[\s\p{Cc}]+/gu, ' ').trim(),
        );
      }),
    );
  });
});

describe('unknown placeholders', () => {
  it.each([
    ['nothing here', []],
    [PLACEHOLDERS.map(name => `{{${name}}}`).join(' '), []],
    ['{{ ticket.number }} {{name}}', ['name']],
    ['{{toString}} {{ __proto__ }} {{}}', ['toString', '__proto__', '']],
    ['{{Ticket.Number}}', ['Ticket.Number']],
    ['{name} {{name}', []],
  ])('of %j are %j', (body, names) => {
    expect(unknownPlaceholders(body)).toEqual(names);
  });
});

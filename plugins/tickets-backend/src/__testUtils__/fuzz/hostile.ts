import type { Random } from './Random';

const nested = (depth: number): unknown =>
  JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

/** What means something in one of the languages that a text may come into. */
const texts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\ufeff',
  '\u202e\u200b',
  '\u{1f4a9}'.repeat(60),
  'e\u0301'.repeat(40),
  'İıſK',
  '\r\nSet-Cookie: a=b',
  "'; drop table tickets; --",
  '" or 1=1 --',
  "' union select null, null --",
  '$1',
  '?',
  ':name',
  '??',
  '%',
  '%_',
  '\\',
  '\\\\%',
  '*',
  '"',
  '"unbalanced',
  'NEAR(',
  'NEAR("a" "b", 10)',
  'a AND',
  'OR',
  'NOT NOT',
  'subject:x',
  '^a',
  'a*',
  '-',
  '--',
  '(',
  ')',
  '((()))',
  '{a b}: c',
  "a & b | !c <-> 'd",
  ":*'",
  '<->',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '/etc/passwd',
  'C:\\windows',
  '.',
  '..',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  'true',
  '-1',
  '0',
  '1e999',
  '0x10',
  '9007199254740993',
  '9'.repeat(40),
  '-9223372036854775809',
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59-23:59',
  '+275760-09-13T00:00:00.001Z',
  '0000-01-01T00:00:00Z',
  '<script>alert(1)</script>',
  '[a](javascript:alert(1))',
  '{{constructor.constructor("return 1")()}}',
  '${7*7}',
  'user:default/',
  'user:',
  ':',
  'user:default/a/b',
  'USER:Default/AGENT',
  'group:default/__proto__',
  'user:default/agent\u0000',
  'none',
  '00000000-0000-0000-0000-000000000000',
  '["updatedAt","desc","2026-01-01T00:00:00.000Z","x"]',
  Buffer.from('["updatedAt","desc",null,{}]').toString('base64url'),
  Buffer.from('["createdAt","asc","\u0000","\u0000"]').toString('base64url'),
  Buffer.from('{"__proto__":[]}').toString('base64url'),
  'eyJ',
  'a'.repeat(256),
  'ä'.repeat(1_000),
  ' '.repeat(5_000),
  `${'('.repeat(500)}a`,
  'a-'.repeat(2_000),
];

const others: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.1,
  1e21,
  1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  [],
  {},
  [[]],
  [null],
  [''],
  ['__proto__'],
  nested(30),
  nested(101),
  { length: 3 },
  { toString: 'x', valueOf: 1 },
  { $ne: null },
  { $gt: '' },
  { then: 'x' },
  { toJSON: 'x' },
  JSON.parse('{"__proto__":{"admin":true}}'),
  { constructor: { prototype: { admin: true } } },
];

/** A text that nobody means well by. */
export function hostileText(random: Random): string {
  return random.chance(0.05)
    ? random.of(texts) + random.of(texts)
    : random.of(texts);
}

/** A value of any type that nobody means well by. */
export function hostileValue(random: Random): unknown {
  if (random.chance(0.02)) {
    return random.of(['x'.repeat(70_000), Array(2_000).fill('a')]);
  }
  return random.chance(0.6) ? hostileText(random) : random.of(others);
}

/** A name of a property that no request has. */
export function hostileName(random: Random): string {
  return random.of([
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    'toString',
    'id',
    'version',
    'createdBy',
    'ended_at',
    '',
    '\u0000',
    '$where',
    'a.b',
    '0',
    'x'.repeat(300),
  ]);
}

/** Something different in one place of a value, which itself stays as it is. */
export function spoiled(random: Random, value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.85)) {
    const index = random.integer(0, value.length - 1);
    return random.chance(0.2)
      ? [...value, value[index]]
      : value.map((item, place) =>
          place === index ? spoiled(random, item) : item,
        );
  }
  if (isObject(value) && random.chance(0.9)) {
    return spoiledObject(random, value);
  }
  return hostileValue(random);
}

function spoiledObject(
  random: Random,
  value: Readonly<Record<string, unknown>>,
): unknown {
  const entries = Object.entries(value);
  if (entries.length === 0 || random.chance(0.2)) {
    return Object.fromEntries([
      ...entries,
      [hostileName(random), hostileValue(random)],
    ]);
  }
  const [chosen] = random.of(entries);
  return random.chance(0.2)
    ? Object.fromEntries(entries.filter(([key]) => key !== chosen))
    : Object.fromEntries(
        entries.map(([key, item]) => [
          key,
          key === chosen ? spoiled(random, item) : item,
        ]),
      );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

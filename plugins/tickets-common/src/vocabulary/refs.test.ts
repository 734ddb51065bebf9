import fc from 'fast-check';
import { entityRefSchema, groupRefSchema, userRefSchema } from './refs';

const MAX_LENGTH = 255;

describe('entityRefSchema', () => {
  it.each([
    ['component:default/ledger', 'component:default/ledger'],
    ['Component:Default/Ledger', 'component:default/ledger'],
    ['component:ledger', 'component:default/ledger'],
    ['API:payments/Ledger.v2', 'api:payments/ledger.v2'],
    ['user:default/jane_doe-1', 'user:default/jane_doe-1'],
  ])('reads %s as %s', (text, canonical) => {
    expect(entityRefSchema.parse(text)).toBe(canonical);
  });

  it.each([
    ['', 'nothing'],
    ['ledger', 'a name without kind'],
    ['default/ledger', 'a name without kind in a namespace'],
    [':default/ledger', 'an empty kind'],
    ['component:/ledger', 'an empty namespace'],
    ['component:default/', 'an empty name'],
    ['component:default/the ledger', 'a space'],
    [' component:default/ledger', 'a space before'],
    ['component:default/ledger\n', 'a line break'],
    ['component:default/led\u0000ger', 'a NUL character'],
  ])('refuses %j (%s) and says what it expects', text => {
    expect(entityRefSchema.safeParse(text).error?.issues).toEqual([
      expect.objectContaining({
        message:
          'expected an entity reference such as component:default/payments',
      }),
    ]);
  });

  it.each([[undefined], [null], [7], [{}], [['component:default/ledger']]])(
    'refuses %j, which is no text',
    value => {
      expect(entityRefSchema.safeParse(value).success).toBe(false);
    },
  );

  it('takes no reference that is longer than the desk can keep, however it is written', () => {
    const room = MAX_LENGTH - 'component:default/'.length;

    expect(entityRefSchema.parse(`component:${'a'.repeat(room)}`)).toHaveLength(
      MAX_LENGTH,
    );
    expect(
      entityRefSchema.safeParse(`component:${'a'.repeat(room + 1)}`).success,
    ).toBe(false);
    expect(
      entityRefSchema.safeParse(`component:default/${'a'.repeat(room + 1)}`)
        .success,
    ).toBe(false);
  });

  const word = fc.stringMatching(/^[A-Za-z0-9._-]{1,100}$/);
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .tuple(word, fc.option(word), word)
      .map(([kind, namespace, name]) =>
        namespace === null ? `${kind}:${name}` : `${kind}:${namespace}/${name}`,
      ),
    fc
      .tuple(word, fc.string({ unit: 'grapheme', maxLength: 260 }))
      .map(([kind, name]) => `${kind}:default/${name}`),
  );

  it('reads every reference that it made itself as the same one', () => {
    fc.assert(
      fc.property(anyText, text => {
        const first = entityRefSchema.safeParse(text);
        fc.pre(first.success);
        expect(entityRefSchema.parse(first.data)).toBe(first.data);
      }),
      { numRuns: 500 },
    );
  });

  it('gives only what fits into the database, without white space or capitals', () => {
    fc.assert(
      fc.property(anyText, text => {
        const ref = entityRefSchema.safeParse(text);
        fc.pre(ref.success);
        expect(ref.data.length).toBeLessThanOrEqual(MAX_LENGTH);
        expect(ref.data).toBe(ref.data.toLowerCase());
        expect(ref.data).not.toMatch(/[\s\p{Cc}]/u);
        expect(ref.data).toMatch(/^[^:]+:[^/]+\/.+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('groupRefSchema', () => {
  it('takes groups', () => {
    expect(groupRefSchema.parse('Group:Support')).toBe('group:default/support');
  });

  it.each([
    'user:default/jane',
    'component:default/ledger',
    'support',
    'groups:default/support',
  ])('refuses %s', text => {
    expect(groupRefSchema.safeParse(text).error?.issues[0].message).toBe(
      'expected an entity reference such as group:default/support',
    );
  });
});

describe('userRefSchema', () => {
  it('takes users', () => {
    expect(userRefSchema.parse('User:Default/Jane')).toBe('user:default/jane');
  });

  it.each(['group:default/support', 'jane', 'superuser:default/jane'])(
    'refuses %s',
    text => {
      expect(userRefSchema.safeParse(text).error?.issues[0].message).toBe(
        'expected an entity reference such as user:default/jane',
      );
    },
  );
});

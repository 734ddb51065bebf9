import fc from 'fast-check';
import {
  MAX_MESSAGE_LENGTH,
  MAX_SUBJECT_LENGTH,
  configuredIdSchema,
  messageBodySchema,
  subjectSchema,
  tagSchema,
  tagsSchema,
  ticketKeySchema,
} from './text';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });

function messageOf(result: { error?: { issues: { message: string }[] } }) {
  return result.error?.issues.map(({ message }) => message);
}

describe('subjectSchema', () => {
  it.each([
    ['Ledger is down', 'Ledger is down'],
    ['  Ledger   is\tdown  ', 'Ledger is down'],
    ['Ledger\r\nis\n\ndown\n', 'Ledger is down'],
    ['Ledger\u0000is\u001bdown\u007f', 'Ledger is down'],
    ['Ledger\u00a0is\u2028down\ufeff', 'Ledger is down'],
    ['Größe 漢字 🎉', 'Größe 漢字 🎉'],
    ['half \ud83c of one', 'half \ufffd of one'],
    ['<b>not *Markdown*</b>', '<b>not *Markdown*</b>'],
  ])('folds %j into %j', (text, subject) => {
    expect(subjectSchema.parse(text)).toBe(subject);
  });

  it.each([[''], ['   '], ['\n\t'], ['\u0000'], ['\u00a0']])(
    'refuses %j, of which nothing is left',
    text => {
      expect(messageOf(subjectSchema.safeParse(text))).toEqual([
        'a subject is required',
      ]);
    },
  );

  it('counts the length after folding', () => {
    const longest = 'x'.repeat(MAX_SUBJECT_LENGTH);

    expect(subjectSchema.parse(`  ${longest}\n`)).toBe(longest);
    expect(messageOf(subjectSchema.safeParse(`${longest}x`))).toEqual([
      'a subject can have at most 200 characters',
    ]);
  });

  it('gives one line within the limit that folding again leaves alone', () => {
    fc.assert(
      fc.property(anyText, text => {
        const subject = subjectSchema.safeParse(text);
        fc.pre(subject.success);
        expect(subject.data).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(subject.data).toBe(subject.data.trim());
        expect(subject.data.length).toBeGreaterThan(0);
        expect(subject.data.length).toBeLessThanOrEqual(MAX_SUBJECT_LENGTH);
        expect(subjectSchema.parse(subject.data)).toBe(subject.data);
      }),
      { numRuns: 500 },
    );
  });
});

describe('messageBodySchema', () => {
  it.each([
    ['leaves Markdown as it is', '# A\n\n- b\n  ```\n  c\n  ```\n'],
    ['leaves white space at the ends', '  indented\n'],
  ])('%s', (_what, text) => {
    expect(messageBodySchema.parse(text)).toBe(text);
  });

  it('removes NUL characters, which PostgreSQL cannot keep', () => {
    expect(messageBodySchema.parse('a\u0000b\u0000')).toBe('ab');
  });

  it('has no half characters, which no database keeps', () => {
    expect(messageBodySchema.parse('🎉\ud83c \udf89')).toBe('🎉\ufffd \ufffd');
  });

  it.each([[''], [' \n\t '], ['\u0000'], [' \u0000 ']])(
    'refuses %j, which shows nothing',
    text => {
      expect(messageOf(messageBodySchema.safeParse(text))).toEqual([
        'a message is required',
      ]);
    },
  );

  it('takes the longest message, and not one character more', () => {
    const longest = 'x'.repeat(MAX_MESSAGE_LENGTH);

    expect(messageBodySchema.parse(longest)).toBe(longest);
    expect(messageOf(messageBodySchema.safeParse(`${longest}x`))).toEqual([
      'a message can have at most 65536 characters',
    ]);
  });

  it('takes away nothing but NUL characters', () => {
    fc.assert(
      fc.property(anyText, text => {
        const body = messageBodySchema.safeParse(text);
        fc.pre(body.success);
        expect(body.data).toBe(text.split('\u0000').join(''));
      }),
    );
  });
});

describe('configuredIdSchema', () => {
  it.each([['in-progress'], ['Access'], ['x'.repeat(64)]])('takes %s', id => {
    expect(configuredIdSchema.parse(id)).toBe(id);
  });

  it.each([[''], ['x'.repeat(65)], [1], [null], ['new\u0000'], ['\u001b[2J']])(
    'refuses %j',
    id => {
      expect(configuredIdSchema.safeParse(id).success).toBe(false);
    },
  );
});

describe('tagSchema', () => {
  it.each([
    ['vip', 'vip'],
    [' VIP\n', 'vip'],
    ['c++', 'c++'],
    ['C#', 'c#'],
    ['level-3-support', 'level-3-support'],
    ['x'.repeat(63), 'x'.repeat(63)],
  ])('reads %j as %j', (text, tag) => {
    expect(tagSchema.parse(text)).toBe(tag);
  });

  it.each([
    [''],
    [' '],
    ['a b'],
    ['-a'],
    ['a-'],
    ['a--b'],
    ['a_b'],
    ['größe'],
    ['a\u0000'],
    ['x'.repeat(64)],
    [7],
  ])('refuses %j', text => {
    expect(tagSchema.safeParse(text).success).toBe(false);
  });
});

describe('tagsSchema', () => {
  const tagText = fc.stringMatching(
    /^ ?[a-zA-Z0-9+#]{1,5}(-[a-zA-Z0-9]{1,3})? ?$/,
  );

  it('gives sorted tags, each once, whatever their order, case and number', () => {
    fc.assert(
      fc.property(fc.array(tagText, { maxLength: 20 }), texts => {
        const tags = tagsSchema.parse(texts);
        expect(tags).toEqual([...new Set(tags)].sort());
        expect(new Set(tags)).toEqual(
          new Set(texts.map(text => text.trim().toLowerCase())),
        );
        expect(tagsSchema.parse([...texts].reverse())).toEqual(tags);
        expect(tagsSchema.parse(tags)).toEqual(tags);
      }),
    );
  });

  it('lets nothing through but tags', () => {
    const text = fc.oneof(
      anyText,
      tagText,
      fc.stringMatching(/^[a-z -]{1,6}$/),
    );
    fc.assert(
      fc.property(text, tag => {
        for (const parsed of tagsSchema.safeParse([tag]).data ?? []) {
          expect(parsed).toMatch(/^[a-z0-9+#-]{1,63}$/);
          expect(parsed).toBe(tag.trim().toLowerCase());
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('ticketKeySchema', () => {
  it.each([
    ['T2026-00001'],
    ['0190b8f6-0000-7000-8000-000000000001'],
    ['a_b.c'],
  ])('takes %s', key => {
    expect(ticketKeySchema.parse(key)).toBe(key);
  });

  it.each([
    [''],
    ['a b'],
    ['a/b'],
    ['a\u0000'],
    ['x'.repeat(256)],
    [1],
    [null],
  ])('refuses %j', key => {
    expect(ticketKeySchema.safeParse(key).success).toBe(false);
  });
});

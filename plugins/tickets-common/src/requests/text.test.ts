import fc from 'fast-check';
import {
  MAX_MESSAGE_LENGTH,
  MAX_SUBJECT_LENGTH,
  configuredIdSchema,
  messageBodySchema,
  subjectSchema,
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
      'a subject has at most 200 characters',
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
      'a message has at most 65536 characters',
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

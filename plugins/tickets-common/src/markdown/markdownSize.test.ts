import { BlockScanner } from './BlockScanner';
import {
  MAX_MARKDOWN_DEPTH,
  MAX_RENDERED_MARKDOWN,
  canRenderMarkdown,
  isNestedTooDeeply,
} from './bounds';
import { markdownSize } from './markdownSize';

const times = (count: number, text: string | ((index: number) => string)) =>
  Array.from({ length: count }, (_, index) =>
    typeof text === 'string' ? text : text(index),
  ).join('');

const logLine = '2026-11-30T10:00:00Z [main] WARN <a.b.C> x_y=*1* `z` (a@b)\n';

/** What people send, which is to be shown as they meant it. */
const ordinary: [what: string, markdown: string][] = [
  ['nothing', ''],
  [
    'a sentence',
    'It _fails_ since **today**, see [the log](https://a.example).',
  ],
  ['a long log in a fence', `Look:\n\n\`\`\`\n${times(900, logLine)}\`\`\`\n`],
  [
    'code in a fence of a list',
    `- a\n\n  ~~~js\n${times(500, '  *_[<b>\n')}  ~~~`,
  ],
  ['code that stands in', times(500, '    > - *_[<b>\n')],
  ['a list of 200 lines', times(200, index => `- point ${index}: _a_ \`b\`\n`)],
  ['a numbered list', times(300, index => `${index + 1}. step\n`)],
  [
    'a list of eight levels',
    times(8, level => `${'  '.repeat(level)}- level ${level}\n`),
  ],
  [
    'a big table',
    `| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n${times(300, '| 1 | 2 | 3 | 4 | 5 | 6 |\n')}`,
  ],
  ['mail quoted five times', times(300, '>>>>> said somebody\n')],
  [
    'mail quoted ever deeper',
    times(12, level => `${'> '.repeat(level + 1)}somebody wrote\n`),
  ],
  [
    'lines of signs',
    `${'*'.repeat(400)}\n${'_'.repeat(400)}\n${'- '.repeat(200)}\n`,
  ],
  ['a banner', `${'>'.repeat(40)} ERROR ${'*'.repeat(40)} x ${'*'.repeat(40)}`],
  ['names of files', times(150, '*.ts **/*.js some_file_name.ts\n')],
  [
    'HTML that is closed',
    times(60, '<details><summary>a</summary>b</details>\n\n'),
  ],
  ['items that nobody ends', `<ul>\n${times(300, '<li>a <p>b<br>\n')}</ul>`],
  ['names of tags', times(100, 'Close the `<div>` and the `<b>` here. ')],
  ['types of programs', times(100, 'a List<String> of Map<K, V>. ')],
  ['a paragraph without an end', times(6_000, 'many words ')],
];

/** What stands in itself `count` times; each counts as `each` elements. */
const nested: [what: string, each: number, nest: (count: number) => string][] =
  [
    ['quotes', 1, count => `${'>'.repeat(count)} x`],
    ['quotes with spaces', 1, count => `${'> '.repeat(count)}x`],
    ['lists in one line', 2, count => `${'- '.repeat(count)}x`],
    ['numbered lists', 2, count => `${'1. '.repeat(count)}x`],
    ['lists with tabs', 2, count => `${'-\t'.repeat(count)}x`],
    [
      'lists that stand in',
      2,
      count => times(count, level => `${'  '.repeat(level)}- x\n`),
    ],
    ['lists in quotes', 1.5, count => `${'> - '.repeat(count / 2)}x`],
    ['footnotes', 2, count => `${'[^a]: '.repeat(count)}x`],
    ['emphasis', 1, count => times(count, '*a _b ') + times(count, 'c_ d* ')],
    [
      'runs of stars',
      1,
      count => `${'**'.repeat(count)}a${'**'.repeat(count)}`,
    ],
    ['deleted text', 1, count => times(count, '~~a ') + times(count, 'b~~ ')],
    ['blocks of HTML', 1, count => '<div>'.repeat(count)],
    ['HTML in lines of its own', 1, count => '<div>\n\n'.repeat(count)],
    ['HTML in a text', 1, count => `a ${'<em>'.repeat(count)}`],
    [
      'quotes after a comment with a fence',
      1,
      count => `<!--\n\`\`\`\n-->\n${'>'.repeat(count)} x`,
    ],
    [
      'quotes after a block of HTML with a fence',
      1,
      count => `<div>\n\`\`\`\n\n${'>'.repeat(count)} x`,
    ],
    [
      'quotes after a fence that ended',
      1,
      count => `- \`\`\`\n  a\n\n${'>'.repeat(count)} x`,
    ],
  ];

/** What becomes much, takes long, or both, without standing in itself. */
const abundant: [what: string, markdown: string][] = [
  ['items', times(6_000, '- a\n')],
  ['empty items', times(30_000, '-\n')],
  ['paragraphs', times(6_000, 'a\n\n')],
  ['links', times(6_000, '[a](b) ')],
  ['bare links', times(6_000, 'www.a.bc ')],
  [
    'cells',
    `${times(1_000, '|a')}|\n${times(1_000, '|-')}|\n${times(1_000, '|\n')}`,
  ],
  [
    'columns with short rows',
    `${times(200, 'a|')}\n${times(200, '-|')}\n${times(50, 'b\n')}`,
  ],
  ['tags that go on', `${times(40, '<b>')}\n\n${times(500, 'a\n\n')}`],
  ['brackets', '['.repeat(8_000)],
  ['brackets that close', ']'.repeat(8_000)],
  ['images in images', times(400, '![') + times(400, '](x)')],
  ['instructions that nobody ends', times(8_000, 'a <?')],
  ['text that nobody deletes', times(4_000, 'b~ ')],
  ['addresses', times(16_000, 'a_b@')],
];

/** What costs the square of its length when each mark looks at all that follow. */
const long: [what: string, markdown: string][] = [
  ['dashes that are no row of a table', `${'-'.repeat(200_000)}x`],
  ['bars that are no row of a table', `${'|-'.repeat(100_000)}x`],
  ['items that are no rule', `${'- '.repeat(150_000)}x -`],
  ['items of stars that are no rule', `${'* '.repeat(150_000)}x *`],
  [
    'quotes around what is no rule',
    `${'> '.repeat(200)}${'- '.repeat(150_000)}x -`,
  ],
];

/** Linear work takes a hundredth of this, that of the square several times it. */
const LONGEST = 3_000;

describe('a Markdown text', () => {
  it.each(long)('is read in a time like its length: %s', (_, markdown) => {
    const start = performance.now();
    markdownSize(markdown);
    expect(performance.now() - start).toBeLessThan(LONGEST);
  });

  it.each([
    ['***', 1],
    ['- - -  ', 1],
    ['   _ __', 1],
    ['- * * *', 3],
    ['> - - -', 2],
    ['- - _ _ _', 5],
    ['- - x -', 4],
    ['* * - -', 8],
    ['+ + +', 6],
    ['__', 0],
    ['- ***', 3],
  ])('has its rules and items told apart: %j', (markdown, elements) => {
    const blocks = new BlockScanner(() => {});
    blocks.addLine(markdown);
    blocks.end();
    expect(blocks.elements).toBe(elements);
  });

  it.each(ordinary)('is shown and taken: %s', (_, markdown) => {
    expect(canRenderMarkdown(markdown)).toBe(true);
    expect(isNestedTooDeeply(markdown)).toBe(false);
  });

  it.each(nested)('is nested in %s', (_, each, nest) => {
    const few = markdownSize(nest(20));
    expect(few.depth).toBeGreaterThanOrEqual(20 * each);
    expect(few.depth).toBeLessThanOrEqual(40 * each + 3);
    expect(canRenderMarkdown(nest(MAX_RENDERED_MARKDOWN.depth + 2))).toBe(
      false,
    );
    expect(isNestedTooDeeply(nest(MAX_RENDERED_MARKDOWN.depth / 2))).toBe(
      false,
    );
    expect(isNestedTooDeeply(nest(MAX_MARKDOWN_DEPTH + 2))).toBe(true);
  });

  it.each(abundant)('is too much: %s', (_, markdown) => {
    expect(canRenderMarkdown(markdown)).toBe(false);
    expect(isNestedTooDeeply(markdown)).toBe(false);
  });
});

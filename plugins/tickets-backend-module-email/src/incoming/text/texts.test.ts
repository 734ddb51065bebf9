import { withoutTokens } from '../../tokens/withoutTokens';
import { commandOf } from './commandOf';
import { htmlToMarkdown } from './htmlToMarkdown';
import { messageText, withoutFolded } from './messageText';
import { newSubject } from './newSubject';
import { plainToMarkdown } from './plainToMarkdown';
import { cutQuotes } from './quotes';

describe('what an answer quotes is cut off', () => {
  it.each([
    [
      'Gmail',
      'Yes.\n\nOn Mon, Nov 30, 2026 at 10:12 AM Desk <desk@example.com> wrote:\n> Is it?\n> Bye',
      'Yes.',
    ],
    [
      'Gmail, broken into lines',
      'Ja.\n\nAm Mo., 30. Nov. 2026 um 10:12 Uhr schrieb Service Desk\n<desk@example.com>:\n\n> Ist es so?',
      'Ja.',
    ],
    [
      'Apple Mail',
      'Yes.\n\n> On 30. Nov 2026, at 10:12, Desk <desk@example.com> wrote:\n> \n> Is it?',
      'Yes.',
    ],
    [
      'Thunderbird',
      'Ja.\n\nAm 30.11.26 um 10:12 schrieb Desk:\n> Ist es so?\n\n',
      'Ja.',
    ],
    [
      'Outlook',
      'Ja.\n\n____________\nVon: Desk <desk@example.com>\nGesendet: Montag, 30. November 2026 10:12\nAn: Jane\nBetreff: [T-1] Hilfe\n\nIst es so?',
      'Ja.',
    ],
    [
      'Outlook, as Markdown',
      'Yes.\n\n**From:** Desk  \n**Sent:** Monday, November 30, 2026 10:12  \n**To:** Jane  \n**Subject:** \\[T-1\\] Help\n\nIs it?',
      'Yes.',
    ],
    [
      'a line',
      'Ja.\n\n-----Ursprüngliche Nachricht-----\nVon: Desk\nText',
      'Ja.',
    ],
  ])('of %s', (_program, text, own) => {
    const cut = cutQuotes(text);
    expect(cut.own).toBe(own);
    // nothing is lost
    expect(`${cut.own}${cut.quoted}`.replace(/\s/g, '')).toBe(
      text.replace(/\s/g, ''),
    );
  });

  it.each([
    ['answers between quotes', '> Red?\nYes.\n> Blue?\nNo.'],
    ['a text of quotes alone', '> Please help\n> me'],
    ['a journey', 'From: Berlin\nTo: Bonn\nI have to go there.'],
    ["a customer's commands", 'I ran\n> npm run build\nand it failed'],
    ['one line', 'On Monday, he wrote: it is broken'],
  ])('but not %s', (_what, text) => {
    expect(cutQuotes(text)).toEqual({ own: text });
  });

  it('apart from what stands before an answer', () => {
    expect(cutQuotes('> Red?\nYes.\n> Blue?').own).toBe('> Red?\nYes.');
  });
});

describe('plain text', () => {
  it.each([
    ['a_b __init__ *x*', 'a_b \\_\\_init\\_\\_ \\*x\\*'],
    ['# of items\n----', '\\# of items  \n\\----'],
    ['List<String> & &amp;', 'List\\<String> & \\&amp;'],
    ['one\ntwo\n\n\n\nthree', 'one  \ntwo\n\nthree'],
    ['see https://x.example/a_b_*c', 'see https://x.example/a_b_*c'],
    ['> quoted\nown', '> quoted\n\nown'],
    ['>> a\n> b\nc', '> > a\n>\n> b\n\nc'],
    ['    four', '\u00a0\u00a0\u00a0\u00a0four'],
    ['- a\n- b', '- a  \n- b'],
  ])('%j shows as it was written', (text, markdown) => {
    expect(plainToMarkdown(text)).toBe(markdown);
  });
});

describe('HTML', () => {
  it.each([
    [
      '<p>Hello <b>you</b></p><p>and <i>me</i></p>',
      'Hello **you**\n\nand *me*',
    ],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href="https://a.example/">a</a>', '[a](https://a.example/)'],
    ['<div style="display:none">preheader</div>Hi', 'Hi'],
    ['<style>p{}</style><script>x</script><title>t</title>Hi', 'Hi'],
    ['a &lt;script&gt; b', 'a \\<script> b'],
    [
      '<img src="https://spy.example/1.gif"><img src="cid:x" alt="logo">',
      '\\[logo\\]',
    ],
    [
      '<table><tr><td>Host</td><td>db-01</td></tr><tr><td>State</td><td>down</td></tr></table>',
      'Host db-01  \nState down',
    ],
    ['<blockquote>old</blockquote>', '> old'],
    [
      '<a href="https://a.example/b)[c](https://d.example/">e</a>',
      '[e](https://a.example/b%29%5Bc%5D%28https://d.example/)',
    ],
    [
      '<a href="https://a.example/[b](c)">https://a.example/[b](c)</a>',
      '[https://a.example/\\[b\\](c)](https://a.example/%5Bb%5D%28c%29)',
    ],
  ])('%j', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it('is given up on where it is absurd', () => {
    expect(htmlToMarkdown('x'.repeat(400_001))).toBeUndefined();
    expect(htmlToMarkdown('<div>'.repeat(60_000))).toBeUndefined();
    expect(htmlToMarkdown('<p><b>x'.repeat(50_000))).toBeUndefined();
    expect(htmlToMarkdown('<p>x<br>'.repeat(300))).toContain('x');
    for (const space of ['\u00a0', '&nbsp;', '&#160;', '<br>', '<i> </i>']) {
      expect(htmlToMarkdown(`a${space.repeat(6_000)}b`)).toBeUndefined();
      expect(htmlToMarkdown(`a${space.repeat(100)}b`)).toContain('a');
    }
    expect(htmlToMarkdown(`<ol>${'<li>x'.repeat(40_001)}`)).toBeUndefined();
  });
});

describe('a message', () => {
  const english = { isAnswer: true, language: 'en' } as const;

  it('folds what is quoted; mails leave it out', () => {
    const { body } = messageText({ text: 'Yes.\n\n> Is it?' }, english);
    expect(body).toBe(
      'Yes.\n\n<details><summary>Quoted text</summary>\n\n> Is it?\n\n</details>',
    );
    expect(withoutFolded(body)).toBe('Yes.');
    expect(withoutFolded('<details><summary>Mine</summary>\nx</details>')).toBe(
      '<details><summary>Mine</summary>\nx</details>',
    );
  });

  it('leaves out what is quoted where others may not read it', () => {
    expect(
      messageText(
        { text: 'Yes.\n\n> Is it?' },
        { ...english, leavesOut: true },
      ),
    ).toEqual({ body: 'Yes.', files: [] });
  });

  it('has no tokens, which others who read it could use', () => {
    const token = 'abcdefghijklmnopqrstuvwxyz234567abcdefgh';
    const mute = `https://portal.example.com/api/tickets/email/mute/${token}`;
    const reply = `desk+${token}@example.com`;
    for (const part of [
      { text: `${mute} ${reply}` },
      { html: `<a href="${mute}">x</a><a href="mailto:${reply}">y</a>` },
      { html: `<a href="mailto:desk%2B${token}%40example.com">y</a>` },
      { text: 'x', html: `${mute} ${'x'.repeat(400_000)}` },
    ]) {
      const { body, files } = messageText(part, english);
      const all = [body, ...files.map(({ content }) => String(content))];
      expect(all.join('\n')).not.toContain(token);
    }
    // a commit, and a word as long
    const others = `${'0123456789'.repeat(4)} ${token}`;
    expect(withoutTokens(others)).toBe(others);
  });

  it('of a new ticket stays whole', () => {
    const text = 'Look:\n\n> It says this';
    expect(messageText({ text }, { ...english, isAnswer: false }).body).toBe(
      'Look:\n\n> It says this',
    );
  });

  it('has files for what does not fit in', () => {
    const long = messageText({ text: 'x'.repeat(70_000) }, english);
    expect(long.body).toHaveLength(2_003);
    expect(
      long.files.map(({ name, content }) => [name, content.length]),
    ).toEqual([['message.md', 70_000]]);
    const deep = messageText({ text: `Yes.\n${'>'.repeat(300)} x` }, english);
    expect(deep.body).toBe('Yes.');
    expect(deep.files.map(({ name }) => name)).toEqual(['quoted-text.md']);
  });
});

it.each([
  ['blanks', `a${' '.repeat(200_000)}b`],
  ['brackets', `a\n${'['.repeat(200_000)}\n> b`],
])('%s in a row take no longer than others', (_what, text) => {
  const began = performance.now();
  messageText({ text }, { isAnswer: true, language: 'en' });
  expect(performance.now() - began).toBeLessThan(3_000);
});

it('of millions of lines the first are shown, and the rest is a file', () => {
  const text = 'a\n'.repeat(2_000_000);
  const began = performance.now();
  const { body, files } = messageText(
    { text },
    { isAnswer: true, language: 'en' },
  );
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(body).toMatch(/^a {2}\na[^]*\n\n…$/);
  expect(files.map(({ name, content }) => [name, content.length])).toEqual([
    ['message.txt', text.length],
  ]);
});

it('empty lines of a message take no longer than others', () => {
  const body = `a${'\n'.repeat(200_000)}b</details>`;
  const began = performance.now();
  expect(withoutFolded(body)).toBe(body);
  expect(performance.now() - began).toBeLessThan(1_000);
});

it.each([
  ['Re: AW: Fwd: Help', 'Help'],
  ['WG: Hilfe', 'Hilfe'],
  ['', '(no subject)'],
  ['Re[2]: Help', 'Help'],
])('the subject %j becomes %j', (subject, expected) => {
  expect(newSubject(subject, 'en')).toBe(expected);
});

it('a long subject is cut', () => {
  expect(newSubject('x'.repeat(300), 'en')).toBe(`${'x'.repeat(199)}…`);
});

it.each([
  ['#note\nInside', true, 'note', 'Inside'],
  ['\\#note Inside', true, 'note', 'Inside'],
  ['#note\nInside', false, 'reply', '#note\nInside'],
  ['#notes are good', true, 'reply', '#notes are good'],
  ['**#note**\nInside', true, 'note', 'Inside'],
  ['\u200b\ufeff#Note:\nInside', true, 'note', 'Inside'],
  ['> Is it?\n\n#note\nInside', true, 'note', '> Is it?\n\n\nInside'],
  ['> Is it?\n\n#note\nInside', false, 'reply', '> Is it?\n\n#note\nInside'],
  [
    'Write\n#note in the first line',
    true,
    'reply',
    'Write\n#note in the first line',
  ],
  ['#reply\nOutside', true, 'reply', 'Outside'],
])('%j of an agent: %j is a %s', (body, inside, kind, text) => {
  expect(commandOf(body, inside)).toEqual({ kind, body: text });
});

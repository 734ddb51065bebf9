import { type CorpusMail, part, parts, rawMail } from './CorpusMail';

const DESK = 'Service Desk <desk@example.com>';
const QUESTION = 'Which printer is it?';

const headOf = (
  names: readonly [string, string, string, string],
  when: string,
) =>
  [DESK, when, 'Jane <jane@example.com>', '[T-1] Printer on fire']
    .map((value, index) => `${names[index]}: ${value}`)
    .join('\n');

const english = headOf(
  ['From', 'Sent', 'To', 'Subject'],
  'Monday, November 30, 2026 10:12 AM',
);
const german = headOf(
  ['Von', 'Gesendet', 'An', 'Betreff'],
  'Montag, 30. November 2026 10:12',
);

/** What mail programs put below an answer, with the mail that is answered. */
const programs: Readonly<Record<string, string>> = {
  'Gmail, English': `On Mon, Nov 30, 2026 at 10:12 AM ${DESK} wrote:\n\n> ${QUESTION}\n> Bye`,
  'Gmail, English, broken': `On Mon, Nov 30, 2026 at 10:12 AM Service Desk of the Platform\n<desk@example.com> wrote:\n\n> ${QUESTION}`,
  'Gmail, German': `Am Mo., 30. Nov. 2026 um 10:12 Uhr schrieb ${DESK}:\n\n> ${QUESTION}`,
  'Gmail, German, broken': `Am Mo., 30. Nov. 2026 um 10:12 Uhr schrieb Service Desk\n<desk+abcdefgh@example.com>:\n\n> ${QUESTION}`,
  'Apple Mail, English': `> On 30. Nov 2026, at 10:12, ${DESK} wrote:\n> \n> ${QUESTION}`,
  'Apple Mail, English, outside': `On Nov 30, 2026, at 10:12 AM, Service Desk\n<desk@example.com> wrote:\n\n${QUESTION.replace(/^/gm, '> ')}`,
  'Apple Mail, German': `> Am 30.11.2026 um 10:12 schrieb ${DESK}:\n> \n> ${QUESTION}`,
  'Thunderbird, English': `On 11/30/26 10:12, Service Desk wrote:\n> ${QUESTION}\n>\n>> Earlier`,
  'Thunderbird, German': `Am 30.11.26 um 10:12 schrieb Service Desk:\n> ${QUESTION}`,
  'Outlook, English': `________________________________\n${english}\n\n${QUESTION}`,
  'Outlook, English, without line': `${english}\n\n${QUESTION}`,
  'Outlook, German': `________________________________\n${german}\n\n${QUESTION}`,
  'Outlook, German, without line': `${german}\n\n${QUESTION}`,
  'Outlook, old': `-----Original Message-----\n${english}\n\n${QUESTION}`,
  'Outlook, old, German': `-----Ursprüngliche Nachricht-----\n${german}\n\n${QUESTION}`,
  'Gmail, French': `Le lun. 30 nov. 2026 à 10:12, ${DESK} a écrit :\n\n> ${QUESTION}`,
  'nothing but quotes': `> ${QUESTION}`,
};

/** What people write above it, and how that shows. */
const answers: Readonly<Record<string, readonly [string, string]>> = {
  'one line': ['The red one.', 'The red one.'],
  paragraphs: ['The red one.\n\nIt smokes!', 'The red one.\n\nIt smokes!'],
  'quotes of their own': [
    'I ran\n> npm run build\nand it failed.',
    'I ran  \n> npm run build\n\nand it failed.',
  ],
  'a phone': [
    'The red one.\n\nVon meinem iPhone gesendet',
    'The red one.\n\nVon meinem iPhone gesendet',
  ],
};

const plain = Object.entries(programs).flatMap(([program, quoted]) =>
  Object.entries(answers).map(([what, [text, own]]): CorpusMail => ({
    name: `${program}, above it ${what}`,
    raw: rawMail(
      { 'In-Reply-To': '<a@example.com>' },
      `${text}\n\n${quoted}\n`,
    ),
    own,
    folded: 'Which printer is it?',
    answersTo: ['<a@example.com>'],
  })),
);

/** The same as HTML, as the programs write it. */
const asHtml: Readonly<Record<string, string>> = {
  Gmail: `<div dir="ltr">The <b>red</b> one.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Nov 30, 2026 at 10:12 AM Service Desk &lt;<a href="mailto:desk@example.com">desk@example.com</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0"><p>${QUESTION}</p></blockquote></div>`,
  'Apple Mail': `<html><body>The <b>red</b> one.<br><div><br><blockquote type="cite"><div>On 30. Nov 2026, at 10:12, Service Desk &lt;desk@example.com&gt; wrote:</div><br><div><p>${QUESTION}</p></div></blockquote></div></body></html>`,
  Thunderbird: `<p>The <b>red</b> one.</p><div class="moz-cite-prefix">Am 30.11.26 um 10:12 schrieb Service Desk:<br></div><blockquote type="cite" cite="mid:a@example.com"><p>${QUESTION}</p></blockquote>`,
  Outlook: `<div class="WordSection1"><p class="MsoNormal">The <b>red</b> one.</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>Von:</b> Service Desk &lt;desk@example.com&gt;<br><b>Gesendet:</b> Montag, 30. November 2026 10:12<br><b>An:</b> Jane &lt;jane@example.com&gt;<br><b>Betreff:</b> [T-1] Printer on fire</p></div></div><p class="MsoNormal">${QUESTION}</p></div>`,
  'Outlook on the web': `<div>The <b>red</b> one.</div><hr tabindex="-1" style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>From:</b> Service Desk &lt;desk@example.com&gt;<br><b>Sent:</b> Monday, November 30, 2026 10:12 AM<br><b>To:</b> Jane &lt;jane@example.com&gt;<br><b>Subject:</b> [T-1] Printer on fire</font></div><div>${QUESTION}</div>`,
};

const html = Object.entries(asHtml).flatMap(([program, markup]) =>
  [
    rawMail(
      {
        'In-Reply-To': '<a@example.com>',
        'Content-Type': 'text/html; charset=utf-8',
      },
      markup,
    ),
    rawMail(
      {
        'In-Reply-To': '<a@example.com>',
        'Content-Type': 'multipart/alternative; boundary=b',
      },
      parts(
        'b',
        part(['Content-Type: text/plain'], 'The *red* one.'),
        part(['Content-Type: text/html; charset=utf-8'], markup),
      ),
    ),
  ].map((raw, index): CorpusMail => ({
    name: `${program} as HTML${index ? ', beside a text' : ''}`,
    raw,
    own: 'The **red** one.',
    folded: 'Which printer is it?',
    answersTo: ['<a@example.com>'],
  })),
);

const between: CorpusMail = {
  name: 'answers between the lines',
  raw: rawMail(
    { 'In-Reply-To': '<a@example.com>' },
    'On 11/30/26 10:12, Service Desk wrote:\n> Red?\nYes.\n> Blue?\nNo.',
  ),
  answersTo: ['<a@example.com>'],
  own: 'On 11/30/26 10:12, Service Desk wrote:  \n> Red?\n\nYes.  \n> Blue?\n\nNo.',
};

/** Answers of the programs that people use, in their languages. */
export const quotes: readonly CorpusMail[] = [...plain, ...html, between];

import {
  MAX_MESSAGE_LENGTH,
  isNestedTooDeeply,
} from '@portaldesk/plugin-tickets-common';
import type { Language } from '../../config/schema';
import type { IncomingMail, MailFile } from '../mime/readMail';
import { withoutTokens } from '../../tokens/withoutTokens';
import { htmlToMarkdown } from './htmlToMarkdown';
import { plainToMarkdown } from './plainToMarkdown';
import { cutQuotes } from './quotes';

/** What else a message says, such as which files were not taken, needs room. */
const MAX_TEXT = MAX_MESSAGE_LENGTH - 8_192;

/** Longer texts are not looked at: they take seconds, and much memory. */
const MAX_PLAIN = 1_000_000;

/** How much of what does not fit is shown. */
const SHOWN = 2_000;

/** What a mail becomes in a ticket. */
export interface MessageText {
  /** Markdown. */
  readonly body: string;
  /** What does not fit in, as files. */
  readonly files: readonly MailFile[];
}

/** What stands on what is folded. */
export const FOLDED: Readonly<Record<Language, string>> = {
  en: 'Quoted text',
  de: 'Zitierter Text',
};

/**
 * The text of a mail as a message. What an answer quotes is folded below it, and
 * nothing is lost: what is too long or too deep for a message is a file.
 *
 * @param isAnswer - the first mail of a ticket stays whole
 * @param leavesOut - whether what is quoted is left out
 */
export function messageText(
  { text, html }: Pick<IncomingMail, 'text' | 'html'>,
  {
    isAnswer,
    language,
    leavesOut = false,
  }: { isAnswer: boolean; language: Language; leavesOut?: boolean },
): MessageText {
  const files: MailFile[] = [];
  const whole = markdownOf(
    {
      text: text && withoutTokens(text),
      html: html && withoutTokens(html),
    },
    files,
  );
  const { own, quoted } = isAnswer
    ? cutQuotes(whole)
    : { own: whole, quoted: undefined };
  const kept = fits(own) ? own : shortened(own, files);
  if (quoted === undefined || leavesOut) {
    return { body: kept, files };
  }
  const folded = `${kept}\n\n${foldedUnder(FOLDED[language])}\n${quoted}\n\n</details>`;
  if (fits(folded)) {
    return { body: folded, files };
  }
  files.push({ name: 'quoted-text.md', content: Buffer.from(quoted) });
  return { body: kept, files };
}

/** The HTML, which has links and lists, unless it cannot be read. */
function markdownOf(
  { text, html }: Pick<IncomingMail, 'text' | 'html'>,
  files: MailFile[],
): string {
  const markdown = html === undefined ? undefined : htmlToMarkdown(html);
  if (markdown) {
    return markdown;
  }
  if (html !== undefined && markdown === undefined) {
    files.push({ name: 'message.html', content: Buffer.from(html) });
  }
  if (text !== undefined && text.length > MAX_PLAIN) {
    files.push({ name: 'message.txt', content: Buffer.from(text) });
    return `${plainToMarkdown(text.slice(0, SHOWN))}\n\n…`;
  }
  return text === undefined ? '' : plainToMarkdown(text);
}

function fits(markdown: string): boolean {
  return markdown.length <= MAX_TEXT && !isNestedTooDeeply(markdown);
}

function shortened(markdown: string, files: MailFile[]): string {
  files.push({ name: 'message.md', content: Buffer.from(markdown) });
  const beginning = plainToMarkdown(
    markdown.slice(0, SHOWN).replace(/^[>\s]+/gm, ''),
  );
  return fits(`${beginning}\n\n…`) ? `${beginning}\n\n…` : '…';
}

function foldedUnder(summary: string): string {
  return `<details><summary>${summary}</summary>\n`;
}

/** A message without what is folded below it, for mails. */
export function withoutFolded(body: string): string {
  if (!body.trimEnd().endsWith('</details>')) {
    return body;
  }
  const begins = Object.values(FOLDED)
    .map(summary => body.indexOf(foldedUnder(summary)))
    .filter(at => at >= 0);
  return begins.length === 0
    ? body
    : body.slice(0, Math.min(...begins)).trimEnd();
}

import { withoutTokens } from '../../tokens/withoutTokens';
import { htmlToMarkdown } from '../text/htmlToMarkdown';
import { readMail } from '../mime/readMail';

/** As much of a text as people read before they decide. */
const MAX_TEXT = 50_000;

/** What a mail says, for people who decide about it. */
export interface MailContent {
  /** Addresses. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Plain, or Markdown where the mail has only HTML. */
  readonly text: string;
  /** Names. */
  readonly files: readonly string[];
}

/** @returns null for a mail that cannot be read */
export async function contentOf(raw: Buffer): Promise<MailContent | null> {
  try {
    const mail = await readMail(raw);
    const text = mail.text ?? htmlToMarkdown(mail.html ?? '') ?? '';
    return {
      from: mail.from,
      to: mail.recipients.slice(0, 50).map(withoutTokens),
      text: withoutTokens(text.slice(0, MAX_TEXT)),
      files: mail.files.slice(0, 100).map(({ name }) => name),
    };
  } catch {
    return null;
  }
}

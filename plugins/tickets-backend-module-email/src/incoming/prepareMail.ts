import { numbersIn } from './findTicket';
import { messageOf } from './messageOf';
import { type IncomingMail, readMail } from './mime/readMail';

/** A mail that was read, or why it cannot be. */
export interface PreparedMail {
  readonly mail: IncomingMail | undefined;
  /** Where it cannot be read. */
  readonly cause?: string;
  /**
   * Its sender and its conversation, as far as the mail itself tells: a mail with
   * one of these in common is taken in after it.
   */
  readonly keys: readonly string[];
}

/** Reads a mail, in a thread, whatever is in it. */
export async function prepareMail(raw: Buffer): Promise<PreparedMail> {
  let mail: IncomingMail;
  try {
    mail = await readMail(raw);
  } catch (error) {
    return { mail: undefined, cause: messageOf(error), keys: [] };
  }
  return {
    mail,
    keys: [
      ...mail.from,
      ...(mail.messageId ? [mail.messageId] : []),
      ...mail.answersTo,
      ...numbersIn(mail.subject),
      // what it reports may be about a mail that another one answers
      ...(mail.report?.messageId ? [mail.report.messageId] : []),
    ],
  };
}

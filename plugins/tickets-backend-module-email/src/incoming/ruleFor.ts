import type { MailRule } from '../config/mailRules';
import type { Authentication } from './mime/authentication';
import type { IncomingMail } from './mime/readMail';

/** The first rule that a mail matches. */
export function ruleFor(
  mail: Pick<IncomingMail, 'from' | 'recipients' | 'subject' | 'header'>,
  rules: readonly MailRule[],
  { dmarc = 'none' }: Pick<Authentication, 'dmarc'> = {},
): MailRule | undefined {
  return rules.find(
    ({ recipient, sender, subject, headers, ...rule }) =>
      (rule.dmarc === undefined || rule.dmarc === dmarc) &&
      matches(recipient, mail.recipients) &&
      matches(sender, mail.from) &&
      matches(subject, [mail.subject]) &&
      Object.entries(headers ?? {}).every(([name, pattern]) =>
        matches(pattern, [mail.header(name.toLowerCase())]),
      ),
  );
}

function matches(
  pattern: string | undefined,
  values: readonly string[],
): boolean {
  return pattern === undefined || values.some(value => fits(pattern, value));
}

/**
 * Whether a text fits a pattern, in which `*` stands for any text. It takes time
 * in proportion to the text, whatever the pattern is.
 */
export function fits(pattern: string, value: string): boolean {
  const [first, ...others] = pattern.toLowerCase().split('*');
  const last = others.pop();
  const text = value.toLowerCase();
  if (last === undefined) {
    return text === first;
  }
  if (!text.startsWith(first)) {
    return false;
  }
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) {
      return false;
    }
    at = found + part.length;
  }
  return text.length - at >= last.length && text.endsWith(last);
}

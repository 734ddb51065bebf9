import {
  fileTicketRequestSchema,
  type RequestIssue,
} from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import { readInput } from '../desk/input/readInput';
import type { FieldErrors } from './pages/fields';
import { MAX_CONTACT, type ReportDraft } from './pages/reportPages';
import type { Filled } from './readForm';
import type { PublicTexts } from './texts';

const { subject, message } = fileTicketRequestSchema.shape;

/** The message of a report or reply, as it may be kept. */
const messageSchema = z.strictObject({ message: message.unwrap() });

const reportSchema = messageSchema.extend({
  subject,
  contact: z.string().max(MAX_CONTACT),
});

/** What a person wrote into the form of a report. */
export function draftOf({ text }: Filled): ReportDraft {
  return {
    category: text('category'),
    subject: text('subject'),
    message: text('message'),
    contact: text('contact').trim(),
    website: text('website'),
  };
}

/** What is wrong in the texts of a report, by field. */
export function errorsOfReport(
  { subject: line, message: body, contact }: ReportDraft,
  texts: PublicTexts,
): FieldErrors {
  const input = { subject: line, message: body, contact };
  return errorsOf(readInput(reportSchema, input, []).issues, texts);
}

/** What is wrong in the text of a reply. */
export function errorsOfReply(body: string, texts: PublicTexts): FieldErrors {
  const { issues } = readInput(messageSchema, { message: body }, []);
  return errorsOf(issues, texts);
}

/** Issues in words of the page, by field. */
export function errorsOf(
  issues: readonly RequestIssue[],
  texts: PublicTexts,
): FieldErrors {
  return Object.fromEntries(
    issues.map(issue => [issue.path, textOf(issue, texts)]).reverse(),
  );
}

function textOf(issue: RequestIssue, texts: PublicTexts): string {
  const needed: Readonly<Record<string, string>> = texts.needed;
  if (issue.code === 'too-long') {
    return texts.tooLong(Number(issue.params?.maximum ?? 0));
  }
  return issue.code === 'required' || issue.path === 'category'
    ? (needed[issue.path] ?? texts.wrongText)
    : texts.wrongText;
}

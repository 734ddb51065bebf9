import { z } from 'zod';
import { MAX_MARKDOWN_DEPTH, isNestedTooDeeply } from '../markdown';
import { failing } from '../vocabulary/failing';
import { pattern } from './pattern';

/** Longest subject, in characters. @public */
export const MAX_SUBJECT_LENGTH = 200;

/** Longest message, in characters. @public */
export const MAX_MESSAGE_LENGTH = 65_536;

/** Something other than space, control and format characters. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/** The check that a text is not empty. */
function visible(message: string) {
  return pattern('visible', VISIBLE, message);
}

/** Half a character, which no database keeps, becomes the sign for that. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/**
 * One line of plain text with a visible character; white space at its ends and
 * in runs is folded.
 *
 * @param what - such as `a subject`, for what is said of a wrong one
 */
export function lineSchema(what: string, maxLength: number) {
  return z
    .string()
    .transform(text =>
      wellFormed(text)
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    )
    .pipe(
      z
        .string()
        .max(maxLength, `${what} can have at most ${maxLength} characters`)
        .check(visible(`${what} is required`)),
    );
}

/**
 * One line of plain text with a visible character; white space at its ends and in runs is folded.
 * @public
 */
export const subjectSchema = lineSchema('a subject', MAX_SUBJECT_LENGTH);

/**
 * Markdown, which may be empty. NUL characters, which PostgreSQL cannot keep,
 * are removed. What is nested so deeply that it breaks its readers is refused.
 */
export const messageTextSchema = z
  .string()
  .transform(text => wellFormed(text).replaceAll('\u0000', ''))
  .pipe(
    z
      .string()
      .max(MAX_MESSAGE_LENGTH, {
        error: `a message can have at most ${MAX_MESSAGE_LENGTH} characters`,
        abort: true,
      })
      .refine(
        text => !isNestedTooDeeply(text),
        failing(
          `quotes, lists and tags can be nested up to ${MAX_MARKDOWN_DEPTH} deep; put logs and code between lines of \`\`\``,
          'too-deep',
          { maximum: MAX_MARKDOWN_DEPTH },
        ),
      ),
  );

/** Whether there is anything to be seen in a text. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/**
 * Markdown with at least one visible character, without NUL characters.
 * @public
 */
export const messageBodySchema = messageTextSchema.pipe(
  z.string().check(visible('a message is required')),
);

/**
 * Id of something configured: a status, a category, a priority. Without
 * control characters, since a database looks for it and PostgreSQL takes no
 * NUL.
 */
export const configuredIdSchema = z
  .string()
  .min(1)
  .max(64)
  .check(
    pattern('id', /^\P{Cc}*$/u, 'an id cannot contain control characters'),
  );

/** Id or number of a ticket. */
export const ticketKeySchema = z
  .string()
  .check(
    pattern(
      'ticket',
      /^[A-Za-z0-9._-]{1,255}$/,
      'expected the id or the number of a ticket',
    ),
  );

/** Most files that one message can have, whatever is configured. @public */
export const MAX_ATTACHMENTS = 50;

/** Ids of uploaded files. */
export const attachmentIdsSchema = z
  .array(z.uuid())
  .max(MAX_ATTACHMENTS, `a message can have at most ${MAX_ATTACHMENTS} files`)
  .refine(
    ids => new Set(ids).size === ids.length,
    failing('a file is listed twice', 'repeated'),
  );

/** Most tags that one ticket can have. @public */
export const MAX_TAGS = 20;

/** A tag: lower case, in the characters of the catalog's tags. @public */
export const tagSchema = z
  .string()
  .transform(text => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .max(63, 'a tag can have at most 63 characters')
      .check(
        pattern(
          'tag',
          /^[a-z0-9+#]+(-[a-z0-9+#]+)*$/,
          'a tag can contain letters, digits, + and #, with dashes between them',
        ),
      ),
  );

/** The tags of a ticket; named twice is as good as once. */
export const tagsSchema = z
  .array(tagSchema)
  .max(MAX_TAGS, `a ticket can have at most ${MAX_TAGS} tags`)
  .transform(tags => [...new Set(tags)].sort());

/** An instant with its offset from UTC, in years of four digits also in UTC. */
export const instantSchema = z.iso.datetime({ offset: true }).refine(
  instant => !isFarOff(new Date(instant)),
  failing('expected a date between the years 0 and 9999', 'wrong-format', {
    format: 'datetime',
  }),
);

/** Whether the year of a date needs more than four digits, or a sign. */
function isFarOff(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year < 0 || year > 9999;
}

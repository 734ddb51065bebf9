import { z } from 'zod';

/** Longest subject, in characters. @public */
export const MAX_SUBJECT_LENGTH = 200;

/** Longest message, in characters. @public */
export const MAX_MESSAGE_LENGTH = 65_536;

/** Something other than space, control and format characters. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/**
 * One line of plain text with a visible character; white space at its ends and in runs is folded.
 * @public
 */
export const subjectSchema = z
  .string()
  .transform(text => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .max(
        MAX_SUBJECT_LENGTH,
        `a subject has at most ${MAX_SUBJECT_LENGTH} characters`,
      )
      .regex(VISIBLE, 'a subject is required'),
  );

/**
 * Markdown with at least one visible character. NUL characters, which
 * PostgreSQL cannot keep, are removed.
 * @public
 */
export const messageBodySchema = z
  .string()
  .transform(text => text.replaceAll('\u0000', ''))
  .pipe(
    z
      .string()
      .max(
        MAX_MESSAGE_LENGTH,
        `a message has at most ${MAX_MESSAGE_LENGTH} characters`,
      )
      .regex(VISIBLE, 'a message is required'),
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
  .regex(/^\P{Cc}*$/u, 'an id has no control characters');

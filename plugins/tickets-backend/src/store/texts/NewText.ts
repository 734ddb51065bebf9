import type { MessageKind } from '@portaldesk/plugin-tickets-common';

/** What a text is: number and subject of a ticket, a field, or a message. */
export type TextSource = 'ticket' | 'field' | MessageKind;

/** PostgreSQL's index holds at most the words of a text that fit into a megabyte. */
const MOST_BYTES = 1_000_000;

/** A text that gets its number from the database. */
export interface NewText {
  readonly ticket_id: string;
  readonly source: TextSource;
  readonly field: string | null;
  readonly words: string;
}

/**
 * Raise it when the words of the same texts become others, so that those that
 * there are become them too.
 */
export const TEXT_FORMAT = 1;

/** All words of a text, unless nearly all of them are of the greatest length. */
export function asIndexed(words: readonly string[]): string {
  const text = words.join(' ');
  if (Buffer.byteLength(text) <= MOST_BYTES) {
    return text;
  }
  const cut = Buffer.from(text).subarray(0, MOST_BYTES).toString();
  return cut.slice(0, cut.lastIndexOf(' '));
}

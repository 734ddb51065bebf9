import { type FoundWord, findWords } from '@portaldesk/plugin-tickets-common';

/** A text that was read, with all its words. */
export interface ReadText {
  readonly text: string;
  readonly found: readonly FoundWord[];
  /** The same words alone. */
  readonly words: readonly string[];
}

export function readText(text: string): ReadText {
  const found = findWords(text);
  return { text, found, words: found.map(({ word }) => word) };
}

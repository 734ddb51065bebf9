import { z } from 'zod';
import { failing } from '../vocabulary/failing';
import { wordsOf } from '../text';

/** Longest text that can be searched for, in characters. @public */
export const MAX_SEARCH_LENGTH = 200;

/** Words in quotation marks, or what stands between spaces, with its minus. */
const TERM = /-?(?:"[^"]*"?|[^\s"]+)/gu;

/** Whether a text has a word that must be there, and one that must not. */
function soughtIn(text: string): { wanted: boolean; unwanted: boolean } {
  const terms = (text.match(TERM) ?? []).filter(hasWord);
  return {
    wanted: terms.some(term => !term.startsWith('-')),
    unwanted: terms.some(term => term.startsWith('-')),
  };
}

function hasWord(text: string): boolean {
  return wordsOf(text).length > 0;
}

const typedSchema = z
  .string()
  .max(
    MAX_SEARCH_LENGTH,
    `a search can have at most ${MAX_SEARCH_LENGTH} characters`,
  );

/**
 * A search text: all words have to match, "in this order" in quotation marks,
 * and a minus excludes a word. The last word may be incomplete.
 */
export const searchTextSchema = typedSchema.refine(
  text => soughtIn(text).wanted,
  failing('write at least one word without a minus before it', 'no-words'),
);

/** The same as a filter; without a word it is no filter. */
export const textFilterSchema = typedSchema.transform(text => {
  const { wanted, unwanted } = soughtIn(text);
  return wanted || unwanted ? text : undefined;
});

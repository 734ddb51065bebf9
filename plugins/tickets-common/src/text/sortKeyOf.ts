import { foldText } from './folding';

/** Longest sort key, in characters, so that every index of a database takes it. */
const MAX_SORT_KEY_LENGTH = 200;

/**
 * What a text is sorted by, letter by letter, so that it stands where people
 * look for it: without case and accents, and with its digits read as numbers.
 * `T2026-99999` comes before `T2026-100000`, and so do `host 9` and `host 10`.
 *
 * Both databases, and the browser, put keys in the same order by their bytes.
 * @public
 */
export function sortKeyOf(text: string): string {
  const key = foldText(text).replace(/[0-9]+/g, numberKey);
  return key.length > MAX_SORT_KEY_LENGTH
    ? [...key].slice(0, MAX_SORT_KEY_LENGTH).join('')
    : key;
}

/** The digits without leading zeros, and before them how many they are. */
function numberKey(run: string): string {
  const digits = run.replace(/^0+/, '');
  const { length } = digits;
  return length < 9
    ? `${length}${digits}`
    : `9${String(length).padStart(3, '0')}${digits}`;
}

import { type Failure, failing } from '../vocabulary/failing';

/** Longest content of a form in total, in characters of JSON. */
const MAX_LENGTH = 65_536;

/** Most fields and entries of a form in total. */
const MAX_VALUES = 1_000;

/** Most entries of one list in a form. */
const MAX_ENTRIES = 200;

/** Most levels of nesting in a form. */
const MAX_DEPTH = 10;

/**
 * Why a form holds too much to be checked: the cost grows with the form's
 * schema, and for some rules with the square of a list.
 *
 * @returns undefined for a form that is within bounds
 */
export function excessOf(fields: object): Failure | undefined {
  let level: object[] = [fields];
  let count = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) {
      return failing(
        `fields can be nested up to ${MAX_DEPTH} levels deep`,
        'too-deep',
        { maximum: MAX_DEPTH },
      );
    }
    const values = level.flatMap(inside => Object.values(inside));
    count += values.length;
    level = values.filter(value => typeof value === 'object' && value !== null);
    if (level.some(hasManyEntries)) {
      return failing(
        `a list can have at most ${MAX_ENTRIES} entries`,
        'too-many',
        { maximum: MAX_ENTRIES },
      );
    }
  }
  if (count > MAX_VALUES) {
    return failing(
      `the fields can have at most ${MAX_VALUES} values in total`,
      'too-many',
      { maximum: MAX_VALUES },
    );
  }
  return JSON.stringify(fields).length > MAX_LENGTH
    ? failing(
        `the fields can have at most ${MAX_LENGTH} characters in total`,
        'too-long',
        { maximum: MAX_LENGTH },
      )
    : undefined;
}

function hasManyEntries(value: object): boolean {
  return Array.isArray(value) && value.length > MAX_ENTRIES;
}

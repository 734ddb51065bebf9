/** Longest content of a form in all, in characters of JSON. */
const MAX_LENGTH = 65_536;

/** Most fields and entries of a form in all. */
const MAX_VALUES = 1_000;

/** Most entries of one list in a form. */
const MAX_ENTRIES = 200;

/** Deepest that values of a form stand in each other. */
const MAX_DEPTH = 10;

/**
 * Why a form holds more than any form is checked for: what that takes grows with
 * the form's schema, too, and for some rules with the square of a list.
 *
 * @returns undefined for a form that is within bounds
 */
export function excessOf(fields: object): string | undefined {
  let level: object[] = [fields];
  let count = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) {
      return `fields stand at most ${MAX_DEPTH} levels in each other`;
    }
    const values = level.flatMap(inside => Object.values(inside));
    count += values.length;
    level = values.filter(value => typeof value === 'object' && value !== null);
    if (level.some(hasManyEntries)) {
      return `a list has at most ${MAX_ENTRIES} entries`;
    }
  }
  if (count > MAX_VALUES) {
    return `the fields have at most ${MAX_VALUES} values in all`;
  }
  return JSON.stringify(fields).length > MAX_LENGTH
    ? 'the fields are too long in all'
    : undefined;
}

function hasManyEntries(value: object): boolean {
  return Array.isArray(value) && value.length > MAX_ENTRIES;
}

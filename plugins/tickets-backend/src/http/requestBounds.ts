import { InvalidRequestError, issueAt } from '../desk/errors';
import { pathText } from '../desk/input/pathText';

/** Most fields of one object: several times as many as any schema has. */
export const MAX_KEYS = 100;

/**
 * Most fields of one object in the values of a form, which the operator
 * defines: as many as a form can have values.
 */
export const MAX_FORM_KEYS = 1_000;

/** Most entries of one list: several times as many as any schema allows. */
export const MAX_ENTRIES = 1_000;

/**
 * Most fields and entries in total: enough for the filters of all views that
 * one request counts.
 */
export const MAX_VALUES = 20_000;

/**
 * Most levels of nesting: more than any valid request has. The validation is
 * recursive.
 */
export const MAX_DEPTH = 100;

/** An object or a list, and the path to it. */
interface Container {
  readonly value: object;
  readonly key: PropertyKey;
  readonly parent: Container | undefined;
  /** Whether it is part of the values of a form. */
  readonly inForm: boolean;
}

/**
 * Refuses what is larger than any valid request before it is validated: a
 * schema creates an issue for each wrong value, which costs far more than
 * parsing the value. It counts level by level, because recursion is what has to
 * be bounded.
 *
 * @param where - the part of the request: nothing for the body, else `query`
 * @throws InvalidRequestError at what is too large
 */
export function requireBounded(value: unknown, where: readonly string[]): void {
  let level = [value].filter(isContainer).map((root): Container => ({
    value: root,
    key: '',
    parent: undefined,
    inForm: false,
  }));
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) {
      throw tooLarge(
        where,
        `can be nested up to ${MAX_DEPTH} levels deep`,
        'too-deep',
        MAX_DEPTH,
      );
    }
    const next: Container[] = [];
    for (const container of level) {
      const entries = Object.entries(container.value);
      requireFew(container, entries.length, where);
      count += entries.length;
      if (count > MAX_VALUES) {
        throw tooLarge(
          where,
          `can have at most ${MAX_VALUES} values in total`,
          'too-many',
          MAX_VALUES,
        );
      }
      for (const [key, inside] of entries) {
        if (isContainer(inside)) {
          next.push({
            value: inside,
            key,
            parent: container,
            inForm: container.inForm || (depth === 0 && key === 'fields'),
          });
        }
      }
    }
    level = next;
  }
}

function requireFew(
  container: Container,
  length: number,
  where: readonly string[],
): void {
  if (Array.isArray(container.value)) {
    if (length > MAX_ENTRIES) {
      throw tooLarge(
        [...where, ...wayTo(container)],
        `can have at most ${MAX_ENTRIES} entries`,
        'too-many',
        MAX_ENTRIES,
      );
    }
    return;
  }
  const most = container.inForm ? MAX_FORM_KEYS : MAX_KEYS;
  if (length > most) {
    throw tooLarge(
      [...where, ...wayTo(container)],
      `can have at most ${most} fields`,
      'too-many',
      most,
    );
  }
}

function wayTo({ key, parent }: Container): PropertyKey[] {
  if (!parent) {
    return [];
  }
  const last = Array.isArray(parent.value) ? Number(key) : key;
  return [...wayTo(parent), last];
}

function tooLarge(
  path: readonly PropertyKey[],
  message: string,
  code: 'too-deep' | 'too-many',
  maximum: number,
): InvalidRequestError {
  return new InvalidRequestError([
    issueAt(pathText(path), message, code, { maximum }),
  ]);
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

import type { JsonObject, JsonValue } from '@backstage/types';
import { MAX_FIELD_VALUE_LENGTH } from '@portaldesk/plugin-tickets-common';
import { fieldNames } from './formLevels';
import { type CategoryForm, shownForm } from './forms';

/** A value of a field, or in its list, as text. */
export interface FieldValue {
  readonly name: string;
  readonly value: string;
}

/**
 * The values that filters find: texts of one line, numbers, booleans, and lists
 * of those. Longer texts are found by the search.
 */
export function fieldValues(fields: JsonObject): FieldValue[] {
  return Object.entries(fields)
    .filter(([name]) => isFindable(name))
    .flatMap(([name, field]) => {
      const values = [field].flat().flatMap(asText);
      return [...new Set(values)].map(value => ({ name, value }));
    });
}

function asText(value: JsonValue | undefined): string[] {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return [String(value)];
  }
  return typeof value === 'string' && isFindable(value) ? [value] : [];
}

/** PostgreSQL keeps no NUL, and filters have no other control characters. */
function isFindable(text: string): boolean {
  return (
    text.length <= MAX_FIELD_VALUE_LENGTH && /^[^\p{Cc}\p{Cs}]+$/u.test(text)
  );
}

/** The categories whose form shows a field to the requester's side. */
export function categoriesShowing(
  categories: readonly { readonly id: string; readonly form?: CategoryForm }[],
  field: string,
): string[] {
  return categories
    .filter(({ form }) => form && fieldNames(shownForm(form, false)).has(field))
    .map(({ id }) => id);
}

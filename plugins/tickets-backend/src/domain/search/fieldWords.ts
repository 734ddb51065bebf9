import { wordsOf } from '@portaldesk/plugin-tickets-common';
import type { JsonObject, JsonValue } from '@backstage/types';

/** PostgreSQL keeps neither, and no form has such a field. */
const NO_NAME = /[\p{Cc}\p{Cs}]/u;

/** The words of each field that has any: those of its texts and numbers. */
export function fieldWords(fields: JsonObject): [name: string, string[]][] {
  return Object.entries(fields)
    .filter(([name]) => !NO_NAME.test(name))
    .map(([name, value]): [string, string[]] => [
      name,
      fieldTexts(value).flatMap(wordsOf),
    ])
    .filter(([, words]) => words.length > 0);
}

/** All texts and numbers in a field, at any depth. */
export function fieldTexts(value: JsonValue | undefined): string[] {
  if (typeof value === 'string' || typeof value === 'number') {
    return [String(value)];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(fieldTexts)
    : [];
}

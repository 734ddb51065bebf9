import { MAX_SUBJECT_LENGTH } from '@portaldesk/plugin-tickets-common';
import type { Language } from '../../config/schema';

const NONE: Readonly<Record<Language, string>> = {
  en: '(no subject)',
  de: '(kein Betreff)',
};

/** The subject of a ticket that a mail opens. */
export function newSubject(subject: string, language: Language): string {
  const plain = subject
    .replace(/^(\s*(re|aw|antw|fwd?|wg|sv|tr)\s*(\[\d+\])?:)+/i, '')
    .trim();
  const characters = [...(plain || NONE[language])];
  return characters.length > MAX_SUBJECT_LENGTH ||
    plain.length > MAX_SUBJECT_LENGTH
    ? `${plain.slice(0, MAX_SUBJECT_LENGTH - 1).replace(/\p{Cs}$/u, '')}…`
    : characters.join('');
}

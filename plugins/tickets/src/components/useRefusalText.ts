import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { errorCodes } from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { errorCodeOf, isUnreachable, messageOf } from '../data';
import { ticketsTranslationRef, useLocale } from '../i18n';

/**
 * Says why the desk refused, in the reader's language. Its own sentence, which
 * is in English and may say more than the code, is shown to those who read
 * English, and where only a newer desk knows the code.
 */
export function useRefusalText(): (error: unknown) => string {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const readsEnglish = /^en\b/.test(useLocale());
  return useMemo(
    () => (error: unknown) => {
      if (isUnreachable(error)) {
        return t('refusal.unreachable');
      }
      const code = errorCodeOf(error);
      return readsEnglish || code === undefined || !isErrorCode(code)
        ? messageOf(error)
        : t(`refusal.${code}`);
    },
    [t, readsEnglish],
  );
}

function isErrorCode(code: string): code is keyof typeof errorCodes {
  return Object.hasOwn(errorCodes, code);
}

/** A text as a sentence with its end, for others to follow. */
export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { QuarantineReason } from '../../data';
import { ticketsTranslationRef } from '../../i18n';

const REASONS: readonly QuarantineReason[] = [
  'automatic',
  'ambiguous-sender',
  'failed',
  'refused',
  'too-large',
  'too-many',
  'unclear-sender',
  'unknown-sender',
  'unmatched-report',
  'unproven-agent',
  'unproven-sender',
  'unreadable',
];

/** Says why a mail was not taken in, also where only a newer desk knows that. */
export function useReasonText(): (reason: string | null) => string {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return reason => {
    const known = REASONS.find(it => it === reason);
    return known ? t(`mails.reason.${known}`) : t('mails.reason.other');
  };
}

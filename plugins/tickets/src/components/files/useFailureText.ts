import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { AttachmentLimits } from '@portaldesk/plugin-tickets-common';
import type { Upload } from '../../data';
import { ticketsTranslationRef, useLocale } from '../../i18n';
import { limitText } from '../../lib/sizeText';

/** Says why a file is not there, and what to do about it. */
export function useFailureText(
  limits: AttachmentLimits,
): (failure: NonNullable<Upload['failure']>) => string {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const takesArchives = limits.allowedTypes.some(type =>
    ['application/zip', 'application/*', '*/*'].includes(type),
  );
  return ({ reason, text }) => {
    switch (reason) {
      case 'too-large':
        return t('files.failed.tooLarge', {
          max: limitText(limits.maxFileSize, locale),
        });
      case 'too-many-in-message':
        return t('files.failed.tooManyInMessage', {
          max: String(limits.maxFilesPerMessage),
        });
      case 'no-room':
        return t('files.failed.noRoom', {
          max: limitText(limits.maxTicketSize, locale),
        });
      case 'type':
        return t(takesArchives ? 'files.failed.typeZip' : 'files.failed.type');
      case 'other':
        return text ?? t('files.failed.noConnection');
      case 'empty':
        return t('files.failed.empty');
      case 'folder':
        return t('files.failed.folder');
      case 'too-many-unsent':
        return t('files.failed.tooManyUnsent');
      case 'too-slow':
        return t('files.failed.tooSlow');
      case 'no-connection':
        return t('files.failed.noConnection');
      case 'gone':
        return t('files.failed.gone');
      default:
        return reason satisfies never;
    }
  };
}

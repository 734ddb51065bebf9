import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Attachment } from '@portaldesk/plugin-tickets-common';
import { useRefusalText } from '../../../components';
import { ticketsApiRef } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { saveAs } from '../../../lib/saveAs';
import { useToast } from '../../../ui';

/** Saves a file on the reader's computer. */
export function useSaveFile(): (file: Attachment) => Promise<void> {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const ticketsApi = useApi(ticketsApiRef);
  const toast = useToast();
  return async ({ id, name }) => {
    try {
      saveAs(name, await ticketsApi.downloadFile(id));
    } catch (error) {
      toast.failure(
        t('attachment.failed', { name, reason: refusalText(error) }),
      );
    }
  };
}

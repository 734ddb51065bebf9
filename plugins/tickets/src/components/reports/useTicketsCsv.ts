import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TicketFilter } from '@portaldesk/plugin-tickets-common';
import { messageOf, useTicketExport } from '../../data';
import { ticketsTranslationRef, useLocale } from '../../i18n';
import { separatorOf } from '../../lib/csv';
import { saveAs } from '../../lib/saveAs';
import { useToast } from '../../ui';

/** Saves the tickets that a filter finds as a table, with the reader's time zone. */
export function useTicketsCsv(filter: TicketFilter) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const separator = separatorOf(useLocale());
  const toast = useToast();
  const { mutate, isPending } = useTicketExport();
  return {
    isPending,
    save: () =>
      mutate(
        {
          ...filter,
          format: 'csv',
          separator: separator === ';' ? 'semicolon' : 'comma',
          timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
        {
          onSuccess: content => saveAs('tickets.csv', content),
          onError: error =>
            toast.failure(t('reports.csvFailed', { reason: messageOf(error) })),
        },
      ),
  };
}

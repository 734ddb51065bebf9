import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { useDesk } from '../data';
import { ticketsTranslationRef } from '../i18n';

/**
 * What people read instead of configured ids. An id that is no longer
 * configured is shown as it is.
 */
export function useTitles() {
  const { data: desk } = useDesk();
  const { t } = useTranslationRef(ticketsTranslationRef);

  return useMemo(() => {
    const statusById = (id: string) => titleIn(desk?.statuses, id) ?? id;
    return {
      statusById,
      /** The configured status for agents, the portal status for the others. */
      status: (ticket: Pick<Ticket, 'status' | 'portalStatus'>) =>
        ticket.status === undefined
          ? t(`portalStatus.${ticket.portalStatus}`)
          : statusById(ticket.status),
      priority: (id: string) => titleIn(desk?.priorities, id) ?? id,
      slaPolicy: (id: string) => titleIn(desk?.slaPolicies, id) ?? id,
      category: (id: string | null) =>
        id === null
          ? t('none.category')
          : (titleIn(desk?.categories, id) ?? id),
    };
  }, [desk, t]);
}

function titleIn(
  configured: { id: string; title: string }[] | undefined,
  id: string,
) {
  return configured?.find(item => item.id === id)?.title;
}

import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { useRefusalText } from '../../../components';
import { ticketsApiRef, useDesk, useReloadTickets } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { useToast } from '../../../ui';
import { nextStatuses } from './nextStatuses';

/**
 * Reopens a ticket that was just ended, in the status that it had, unless it has
 * been changed since. Works also when the reader has gone to another screen.
 */
export function useUndoEnd() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const ticketsApi = useApi(ticketsApiRef);
  const toast = useToast();
  const reload = useReloadTickets();
  const { data: desk } = useDesk();

  return async (before: Ticket, ended: Ticket, notify?: boolean) => {
    const { number } = ended;
    try {
      const reopened = await ticketsApi.reopenTicket(
        number,
        { notify },
        { version: ended.version },
      );
      const status = nextStatuses(reopened, desk).find(
        ({ id }) => id === before.status,
      );
      // a status that waits for a date would ask for one
      if (status && status.type !== 'postponed') {
        await ticketsApi.changeStatus(
          number,
          { status: status.id, notify: false },
          { version: reopened.version },
        );
      }
      toast.success(t('undo.done', { number }));
    } catch (error) {
      toast.failure(t('undo.failed', { number, reason: refusalText(error) }));
    } finally {
      await reload();
    }
  };
}

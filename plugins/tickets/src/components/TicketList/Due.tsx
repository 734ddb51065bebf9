import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { Text, Time } from '../../ui';

/** When the next deadline of a ticket is; in colour only when it has passed. */
export function Due(props: { ticket: Pick<Ticket, 'deadlines'> }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const at = props.ticket.deadlines?.nextDueAt;
  if (!at) {
    return null;
  }
  return Date.parse(at) < Date.now() ? (
    <Text as="span" color="danger" weight="bold">
      {t('list.late')} · <Time at={at} />
    </Text>
  ) : (
    <Time at={at} />
  );
}

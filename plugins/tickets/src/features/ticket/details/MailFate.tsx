import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { lazy, Suspense, useState } from 'react';
import { type TicketMails, useTicketMails } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, Text, Time } from '../../../ui';
import { Fact } from '../Facts';

const MailDialog = lazy(() =>
  import('./MailDialog').then(m => ({ default: m.MailDialog })),
);

/** Those that did not arrive, and may never do. */
const TROUBLE: readonly TicketMails['mails'][number]['state'][] = [
  'refused',
  'failed',
  'bounced',
];

/**
 * How many mails went about a ticket and what became of them, for those who see
 * it from inside; nothing where the desk has no mail.
 */
export function MailFate(props: { ticket: Ticket }) {
  const { ticket } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useTicketMails(ticket.number, {
    enabled: ticket.status !== undefined,
  });
  if (!data) {
    return null;
  }
  const trouble = data.mails.filter(({ state }) => TROUBLE.includes(state));
  const received = data.incoming.length;
  return (
    <Fact name={t('ticketMails.field')}>
      {t('ticketMails.sent', { count: data.sent })}
      {data.lastSentAt && (
        <>
          , {t('ticketMails.last')} <Time at={data.lastSentAt} />
        </>
      )}
      {received > 0 && (
        <div>{t('ticketMails.received', { count: received })}</div>
      )}
      {trouble.length > 0 && (
        <Text as="div" color="danger">
          {t('ticketMails.trouble', { count: trouble.length })}
        </Text>
      )}
      {data.mails.length + received > 0 && (
        <div>
          <Button
            variant="tertiary"
            size="small"
            onPress={() => setIsOpen(true)}
          >
            {t('ticketMails.show')}
          </Button>
        </div>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <MailDialog
            ticket={ticket}
            mails={data}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </Fact>
  );
}

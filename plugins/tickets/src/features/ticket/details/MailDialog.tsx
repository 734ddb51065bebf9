import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { messageOf, type TicketMails, useMailClient } from '../../../data';
import { ticketsTranslationRef, useLocale } from '../../../i18n';
import { saveAs } from '../../../lib/saveAs';
import { sizeText } from '../../../lib/sizeText';
import { Button, InfoDialog, Text, Time, useToast } from '../../../ui';
import { Fact, Facts } from '../Facts';

/** What became of each mail about a ticket, and those that came, as they came. */
export function MailDialog(props: {
  ticket: Ticket;
  mails: TicketMails;
  onClose: () => void;
}) {
  const { ticket, mails } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const toast = useToast();
  const client = useMailClient();
  const download = async (id: string) => {
    try {
      const original = await client.downloadOriginal(ticket.number, id);
      saveAs(`mail-${id.slice(0, 8)}.eml`, original);
    } catch (error) {
      toast.failure(t('mails.downloadFailed', { reason: messageOf(error) }));
    }
  };
  return (
    <InfoDialog
      title={t('ticketMails.title', { number: ticket.number })}
      closeLabel={t('ticketMails.close')}
      onClose={props.onClose}
    >
      <Facts>
        {mails.mails.map(({ address, state, error, at }) => (
          <Fact key={`${address} ${at}`} name={<Time at={at} absolute />}>
            {address}: {t(`mails.state.${state}`)}
            {error && (
              <Text as="div" variant="body-small" color="secondary">
                {error}
              </Text>
            )}
          </Fact>
        ))}
        {mails.incoming.map(({ id, sender, size, receivedAt }) => (
          <Fact key={id} name={<Time at={receivedAt} absolute />}>
            {t('ticketMails.from', {
              sender: sender ?? t('mails.noSender'),
            })}
            <div>
              <Button
                variant="tertiary"
                size="small"
                onPress={() => download(id)}
              >
                {`${t('mails.download')} (${sizeText(size, locale)})`}
              </Button>
            </div>
          </Fact>
        ))}
      </Facts>
    </InfoDialog>
  );
}

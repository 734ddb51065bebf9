import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { TicketStatus, useTitles } from '../../../components';
import { ticketsTranslationRef } from '../../../i18n';
import { Panel, Time } from '../../../ui';
import { Fact, Facts } from '../Facts';
import { Classification } from './Classification';
import { FormFields } from './FormFields';
import { MailFate } from './MailFate';
import { StatusBar } from './StatusBar';

/** What sort of ticket it is, and where it stands. */
export function DetailsPanel(props: { ticket: Ticket }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  const { ticket } = props;
  const mayClassify = ticket.allowedActions.includes('classify');
  return (
    <Panel title={t('ticket.details')}>
      <Facts>
        <Fact name={t('field.status')}>
          <TicketStatus ticket={ticket} />
          <StatusBar ticket={ticket} />
        </Fact>
        {!mayClassify && (
          <>
            <Fact name={t('field.category')}>
              {titles.category(ticket.category)}
            </Fact>
            <Fact name={t('field.priority')}>
              {titles.priority(ticket.priority)}
            </Fact>
          </>
        )}
      </Facts>
      {mayClassify && <Classification ticket={ticket} />}
      <FormFields ticket={ticket} />
      <Facts>
        {!mayClassify && ticket.visibility !== 'public' && (
          <Fact name={t('field.visibility')}>
            {t(`visibility.${ticket.visibility}`)}
          </Fact>
        )}
        <Fact name={t('field.created')}>
          <Time at={ticket.createdAt} absolute />
        </Fact>
        <Fact name={t('field.updated')}>
          <Time at={ticket.updatedAt} />
        </Fact>
        <MailFate ticket={ticket} />
        {ticket.rating && ticket.allowedActions.includes('note') && (
          <Fact name={t('rating.field')}>
            {t('filters.stars', { stars: String(ticket.rating.stars) })}
            {ticket.rating.comment && <div>“{ticket.rating.comment}”</div>}
          </Fact>
        )}
        {ticket.endedAt && (
          <Fact name={t('field.ended')}>
            <Time at={ticket.endedAt} absolute />
          </Fact>
        )}
      </Facts>
    </Panel>
  );
}

import { Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ticketsTranslationRef } from '../i18n';
import { TicketsRouter } from './TicketsRouter';

/** The page Tickets of the classic frontend system. */
export function TicketsPage() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <TicketsRouter />
    </Page>
  );
}

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useDesk } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Container, Empty, ErrorState, Loading, Text } from '../../ui';
import { newTicketDraftName, NewTicketForm } from './NewTicketForm';

/** The page that files a ticket. */
export function NewTicketPage() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const desk = useDesk();
  const [params] = useSearchParams();
  const assets = useMemo(() => assetsIn(params), [params]);

  return (
    <Container>
      <Text as="h2" variant="title-small" weight="bold">
        {t('newTicket.title')}
      </Text>
      {desk.isPending && <Loading label={t('list.loading')} />}
      {desk.isError && !desk.data && (
        <ErrorState
          title={t('page.deskFailed')}
          error={desk.error}
          onRetry={() => desk.refetch()}
        />
      )}
      {desk.data && !desk.data.caller.mayFile && (
        <Empty
          title={t('newTicket.notAllowed.title')}
          text={t('newTicket.notAllowed.text')}
        />
      )}
      {desk.data?.caller.mayFile && (
        <NewTicketForm
          key={newTicketDraftName(desk.data, assets)}
          desk={desk.data}
          assets={assets}
        />
      )}
    </Container>
  );
}

/** The entities in the address, each once; what is no reference is left out. */
function assetsIn(params: URLSearchParams): string[] {
  const refs = params.getAll('asset').flatMap(text => {
    try {
      return [stringifyEntityRef(parseEntityRef(text))];
    } catch {
      return [];
    }
  });
  return [...new Set(refs)];
}

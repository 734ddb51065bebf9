import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Loaded } from '../../components';
import { useDesk } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Container, Empty, Text } from '../../ui';
import { NewTicketForm } from './NewTicketForm';
import { newTicketDraftName } from './useNewTicket';

/** The page that files a ticket. */
export function NewTicketPage() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [params] = useSearchParams();
  const assets = useMemo(() => assetsIn(params), [params]);

  return (
    <Container>
      <Text as="h2" variant="title-small" weight="bold">
        {t('newTicket.title')}
      </Text>
      <Loaded
        query={useDesk()}
        loading={t('list.loading')}
        failed={t('page.deskFailed')}
      >
        {desk =>
          desk.caller.mayFile ? (
            <NewTicketForm
              key={newTicketDraftName(desk, assets)}
              desk={desk}
              assets={assets}
            />
          ) : (
            <Empty
              title={t('newTicket.notAllowed.title')}
              text={t('newTicket.notAllowed.text')}
            />
          )
        }
      </Loaded>
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

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ListFilters,
  NewTicketButton,
  TicketList,
  useListState,
} from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { Empty } from '../../ui';
import { ListPage } from './ListPage';

/** Every ticket that the reader may see. */
export function AllTickets() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { state } = useListState();
  return (
    <ListPage>
      {() => (
        <>
          <ListFilters />
          <TicketList
            filter={{ state: state.state === 'all' ? undefined : state.state }}
            empty={
              <Empty
                title={t('empty.all.title')}
                text={t('empty.all.text')}
                action={<NewTicketButton />}
              />
            }
          />
        </>
      )}
    </ListPage>
  );
}

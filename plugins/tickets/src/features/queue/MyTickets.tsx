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

/** The tickets that the reader asked for. */
export function MyTickets() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { state } = useListState();
  const which = state.state === 'open' ? 'mine' : 'all';
  return (
    <ListPage>
      {({ caller }) => (
        <>
          <ListFilters />
          <TicketList
            filter={{
              requester: [caller.ref],
              state: state.state === 'all' ? undefined : state.state,
            }}
            empty={
              <Empty
                title={t(`empty.${which}.title`)}
                text={t(`empty.${which}.text`)}
                action={<NewTicketButton />}
              />
            }
          />
        </>
      )}
    </ListPage>
  );
}

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { NewTicketButton, useListState } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { Empty } from '../../ui';
import { ListPage } from './ListPage';
import { ListScreen } from './ListScreen';
import { allViews } from './queueViews';

/** Every ticket that the reader may see. */
export function AllTickets() {
  return <ListPage>{desk => <AllTicketsOf desk={desk} />}</ListPage>;
}

function AllTicketsOf(props: { desk: DeskDescription }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { state } = useListState();
  const views = useMemo(() => allViews(state.state), [state.state]);
  return (
    <ListScreen
      desk={props.desk}
      list="all"
      views={views}
      titleOf={() => t('views.everything')}
      offersState
      empty={() => (
        <Empty
          title={t('empty.all.title')}
          text={t('empty.all.text')}
          action={<NewTicketButton />}
        />
      )}
    />
  );
}

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { NewTicketButton } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { Empty } from '../../ui';
import { ListPage } from './ListPage';
import { ListScreen } from './ListScreen';
import { type MyView, myViews } from './queueViews';

/** The tickets that the reader asked for. */
export function MyTickets() {
  return <ListPage>{desk => <MyTicketsOf desk={desk} />}</ListPage>;
}

const EMPTY = {
  open: 'mine',
  answer: 'answer',
  closed: 'closed',
  all: 'all',
} as const satisfies Record<MyView, string>;

function MyTicketsOf(props: { desk: DeskDescription }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { desk } = props;
  const views = useMemo(() => myViews(desk.caller.ref), [desk.caller.ref]);
  return (
    <ListScreen
      desk={desk}
      list="mine"
      views={views}
      titleOf={id => t(`myViews.${id}`)}
      empty={id => (
        <Empty
          title={t(`empty.${EMPTY[id]}.title`)}
          text={t(`empty.${EMPTY[id]}.text`)}
          action={<NewTicketButton />}
        />
      )}
    />
  );
}

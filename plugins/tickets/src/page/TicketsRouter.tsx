import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { ShortcutHelp } from '../components';
import { TicketsProvider } from '../data';
import { ticketsTranslationRef } from '../i18n';
import {
  newTicketRouteRef,
  ticketHistoryRouteRef,
  ticketRouteRef,
} from '../routes';
import { Loading } from '../ui';
import { lazyScreen, type ListTab } from './lists';
import { screens } from './screens';
import { ToList } from './ToList';

const NewTicketPage = lazyScreen(screens.newTicket);
const TicketPage = lazyScreen(screens.ticket);

/** The screens of the page Tickets, without what stands around them. */
export function TicketsRouter(props: { lists: readonly ListTab[] }) {
  const { lists } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <TicketsProvider>
      <Suspense fallback={<Loading label={t('list.loading')} />}>
        <Routes>
          <Route path="/" element={<ToList lists={lists} />} />
          {lists.map(({ id, path, element }) => (
            <Route key={id} path={`${path}/*`} element={element} />
          ))}
          <Route path={newTicketRouteRef.path} element={<NewTicketPage />} />
          <Route
            path={ticketRouteRef.path}
            element={<TicketPage part="conversation" />}
          />
          <Route
            path={ticketHistoryRouteRef.path}
            element={<TicketPage part="history" />}
          />
        </Routes>
        <ShortcutHelp />
      </Suspense>
    </TicketsProvider>
  );
}

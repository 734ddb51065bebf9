import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lazy, Suspense } from 'react';
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
import type { ListTab } from './lists';
import { ToList } from './ToList';

const NewTicketPage = lazy(() =>
  import('../features/newTicket/NewTicketPage').then(m => ({
    default: m.NewTicketPage,
  })),
);
const TicketPage = lazy(() =>
  import('../features/ticket/TicketPage').then(m => ({
    default: m.TicketPage,
  })),
);

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

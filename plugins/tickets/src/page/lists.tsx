import { lazy, type ReactElement } from 'react';

/** One of the pages with lists, in the order of the tabs. */
export interface ListTab {
  /** What links name it by, whatever it is called: `?tab=queue`. */
  id: string;
  /** Below the path of the page. */
  path: string;
  /** As the operator named it; absent: as the plugin names it. */
  title?: string;
  element: ReactElement;
}

const MyTickets = lazy(() =>
  import('../features/queue/MyTickets').then(m => ({ default: m.MyTickets })),
);
const Queue = lazy(() =>
  import('../features/queue/Queue').then(m => ({ default: m.Queue })),
);
const AllTickets = lazy(() =>
  import('../features/queue/AllTickets').then(m => ({ default: m.AllTickets })),
);
const Reports = lazy(() =>
  import('../features/reports/Reports').then(m => ({ default: m.Reports })),
);
const DeskSettings = lazy(() =>
  import('../features/settings/DeskSettings').then(m => ({
    default: m.DeskSettings,
  })),
);

const MailsPage = lazy(() =>
  import('../features/mails/MailsPage').then(m => ({ default: m.MailsPage })),
);

/** The lists where nobody configures them: in the classic frontend system. */
export const defaultLists: readonly ListTab[] = [
  { id: 'mine', path: 'mine', element: <MyTickets /> },
  { id: 'queue', path: 'queue', element: <Queue /> },
  { id: 'all', path: 'all', element: <AllTickets /> },
  { id: 'reports', path: 'reports', element: <Reports /> },
  { id: 'settings', path: 'settings', element: <DeskSettings /> },
  { id: 'mails', path: 'mails', element: <MailsPage /> },
];

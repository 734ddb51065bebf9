import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import TicketsIcon from '@material-ui/icons/ConfirmationNumberOutlined';
import { TicketsClient } from '@portaldesk/plugin-tickets-common';
import { ticketsApiRef } from './data';
import { EXCLUDED_KINDS } from './lib/excludedKinds';
import {
  entityTicketsRouteRef,
  newTicketRouteRef,
  rootRouteRef,
  ticketRouteRef,
} from './routes';

const ticketsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: ticketsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new TicketsClient(deps),
    }),
});

const ticketsPage = PageBlueprint.make({
  params: {
    path: '/tickets',
    title: 'Tickets',
    icon: <TicketsIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () => import('./page/TicketsRouter').then(m => <m.TicketsRouter />),
  },
});

/** Whatever one can have trouble with. */
const anyAsset = { $not: { kind: { $in: EXCLUDED_KINDS } } };

const entityTicketsContent = EntityContentBlueprint.make({
  params: {
    path: '/tickets',
    title: 'Tickets',
    icon: <TicketsIcon fontSize="inherit" />,
    routeRef: entityTicketsRouteRef,
    filter: anyAsset,
    loader: () =>
      import('./features/entity').then(m => <m.EntityTicketsContent />),
  },
});

const entityTicketsCard = EntityCardBlueprint.make({
  params: {
    filter: anyAsset,
    loader: () =>
      import('./features/entity').then(m => <m.EntityTicketsCard />),
  },
});

/**
 * The service desk, for the new frontend system.
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'tickets',
  title: 'Tickets',
  icon: <TicketsIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    newTicket: newTicketRouteRef,
    ticket: ticketRouteRef,
    entityContent: entityTicketsRouteRef,
  },
  extensions: [
    ticketsApi,
    ticketsPage,
    entityTicketsContent,
    entityTicketsCard,
  ],
});

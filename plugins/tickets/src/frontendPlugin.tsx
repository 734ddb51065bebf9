import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { TicketsClient } from '@portaldesk/plugin-tickets-common';
import { ticketsApiRef } from './data';
import { entityExtensions } from './entityExtensions';
import { homeWidgets, searchExtensions } from './portalExtensions';
import { OWN_TITLES } from './page/ownTitles';
import { loadPage, showScreen } from './page/loadScreen';
import {
  entityTicketsRouteRef,
  newTicketRouteRef,
  partyTicketsRouteRef,
  rootRouteRef,
  ticketRouteRef,
} from './routes';
import { TicketsIcon } from './ui/icons';

const ticketsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: ticketsApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        identityApi: identityApiRef,
      },
      factory: deps => new TicketsClient(deps),
    }),
});

const ICON = <TicketsIcon fontSize="inherit" />;

// The names are those of the links: `/tickets?tab=queue` leads to the queue,
// whatever its path and title are.
const lists = [
  SubPageBlueprint.make({
    name: 'mine',
    params: {
      path: 'mine',
      title: OWN_TITLES.mine,
      loader: () => showScreen('mine'),
    },
  }),
  SubPageBlueprint.make({
    name: 'queue',
    params: {
      path: 'queue',
      title: OWN_TITLES.queue,
      loader: () => showScreen('queue'),
    },
  }),
  SubPageBlueprint.make({
    name: 'all',
    params: {
      path: 'all',
      title: OWN_TITLES.all,
      loader: () => showScreen('all'),
    },
  }),
  SubPageBlueprint.make({
    name: 'mails',
    params: {
      path: 'mails',
      title: OWN_TITLES.mails,
      loader: () => showScreen('mails'),
    },
  }),
  SubPageBlueprint.make({
    name: 'reports',
    params: {
      path: 'reports',
      title: OWN_TITLES.reports,
      loader: () => showScreen('reports'),
    },
  }),
  SubPageBlueprint.make({
    name: 'settings',
    params: {
      path: 'settings',
      title: OWN_TITLES.settings,
      loader: () => showScreen('settings'),
    },
  }),
];

const ticketsPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { config, inputs }) {
    const subPages = inputs.pages.map(subPage => ({
      name: subPage.node.spec.id.split('/').at(-1) ?? subPage.node.spec.id,
      path: subPage.get(coreExtensionData.routePath),
      title: subPage.get(coreExtensionData.title),
      element: subPage.get(coreExtensionData.reactElement),
    }));
    return originalFactory({
      path: '/tickets',
      title: 'Tickets',
      icon: ICON,
      routeRef: rootRouteRef,
      // It brings its own, whose tabs depend on who reads it.
      noHeader: true,
      loader: () =>
        loadPage().then(m => (
          <m.PortalPage title={config.title} subPages={subPages} />
        )),
    });
  },
});

/**
 * The service desk, for the new frontend system.
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'tickets',
  title: 'Tickets',
  icon: ICON,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    newTicket: newTicketRouteRef,
    ticket: ticketRouteRef,
    entityContent: entityTicketsRouteRef,
    partyContent: partyTicketsRouteRef,
  },
  extensions: [
    ticketsApi,
    ticketsPage,
    ...lists,
    ...entityExtensions,
    ...homeWidgets,
    ...searchExtensions,
  ],
});

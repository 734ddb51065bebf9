import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { TicketsIcon } from './ui/icons';

const ICON = <TicketsIcon fontSize="inherit" />;

/** They have a frame with a title in the reader's language. */
const widgetProps = {
  Renderer: ({ Content }: { Content: () => JSX.Element }) => <Content />,
};

/** What stands on the portal's home page in the new frontend system. */
export const homeWidgets = [
  HomePageWidgetBlueprint.make({
    name: 'mine',
    params: {
      name: 'MyTicketsWidget',
      title: 'My tickets',
      description: 'Your open tickets',
      componentProps: widgetProps,
      components: () =>
        import('./features/home/MyTicketsWidget').then(m => ({
          Content: m.MyTicketsWidget,
        })),
    },
  }),
  HomePageWidgetBlueprint.make({
    name: 'queue',
    params: {
      name: 'TeamQueueWidget',
      title: 'My team’s queue',
      description: 'What your teams have to do',
      componentProps: widgetProps,
      components: () =>
        import('./features/home/TeamQueueWidget').then(m => ({
          Content: m.TeamQueueWidget,
        })),
    },
  }),
];

/** Of documents, as the backend of the portal's search has them. */
const SEARCH_TYPE = 'tickets';

/** How the portal's search shows and offers tickets. */
export const searchExtensions = [
  SearchResultListItemBlueprint.make({
    params: {
      predicate: ({ type }) => type === SEARCH_TYPE,
      component: () =>
        import('./features/search/TicketResultItem').then(
          m => m.TicketResultItem,
        ),
    },
  }),
  SearchFilterResultTypeBlueprint.make({
    params: { value: SEARCH_TYPE, name: 'Tickets', icon: ICON },
  }),
];

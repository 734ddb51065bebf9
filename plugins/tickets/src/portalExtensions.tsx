import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { loadScreen } from './page/loadScreen';
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
      components: async () => ({
        Content: await loadScreen('myTicketsWidget'),
      }),
    },
  }),
  HomePageWidgetBlueprint.make({
    name: 'queue',
    params: {
      name: 'TeamQueueWidget',
      title: 'My team’s queue',
      description: 'What your teams have to do',
      componentProps: widgetProps,
      components: async () => ({
        Content: await loadScreen('teamQueueWidget'),
      }),
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
      component: () => loadScreen('searchResult'),
    },
  }),
  SearchFilterResultTypeBlueprint.make({
    params: { value: SEARCH_TYPE, name: 'Tickets', icon: ICON },
  }),
];

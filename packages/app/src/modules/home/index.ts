import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  HomePageLayoutBlueprint,
  HomePageWidgetBlueprint,
} from '@backstage/plugin-home-react/alpha';

const welcomeWidget = HomePageWidgetBlueprint.make({
  name: 'demo-welcome',
  params: {
    name: 'DemoWelcome',
    title: 'Welcome to the Portaldesk demo',
    description: 'What there is to try',
    components: async () => {
      const { Welcome } = await import('./Welcome');
      return { Content: Welcome };
    },
  },
});

const layout = HomePageLayoutBlueprint.make({
  params: {
    loader: async () => {
      const { HomeLayout } = await import('./HomeLayout');
      return HomeLayout;
    },
  },
});

export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [welcomeWidget, layout],
});

import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

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

export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [welcomeWidget],
});

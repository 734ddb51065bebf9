import { createBackend } from '@backstage/backend-defaults';
import { demoAuthModule } from './demo/auth';
import { demoMailPlugin } from './demo/mail';
import { demoTicketsModule } from './demo/tickets';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(demoAuthModule);

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@portaldesk/plugin-search-backend-module-tickets'));

backend.add(import('@portaldesk/plugin-tickets-backend'));
backend.add(import('@portaldesk/plugin-tickets-backend-module-email'));
backend.add(demoTicketsModule);
backend.add(demoMailPlugin);

backend.start();

/**
 * The backend that the benchmark measures: what a desk needs of Backstage, the
 * built packages of the desk, and little that only the benchmark needs.
 */
import { createBackend } from '@backstage/backend-defaults';
import { benchAuthModule } from './auth';
import { watchedDatabase } from './database';
import { decisionPlugin } from './decision';
import { obeyOrders } from './orders';

const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(benchAuthModule);
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@portaldesk/plugin-tickets-backend'));
if (process.env.PORTALDESK_BENCH_MAIL) {
  backend.add(import('@portaldesk/plugin-tickets-backend-module-email'));
}
backend.add(decisionPlugin);
backend.add(watchedDatabase);
backend.start();
obeyOrders();

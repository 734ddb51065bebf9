/**
 * The backend that the bench measures: what a desk needs of Backstage, the
 * built packages of the desk, and little that only the bench needs.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBackend } from '@backstage/backend-defaults';
import { benchAuthModule } from './auth.mjs';
import { watchedDatabase } from './database.mjs';
import { decisionPlugin } from './decision.mjs';
import { obeyOrders } from './orders.mjs';

const built = createRequire(
  join(process.env.PORTALDESK_BENCH_BUILT, 'package.json'),
);
const desk = pathToFileURL(built.resolve('@portaldesk/plugin-tickets-backend'));

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
backend.add(import(desk.href));
backend.add(decisionPlugin);
backend.add(watchedDatabase);
backend.start();
obeyOrders();

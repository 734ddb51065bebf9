import {
  type LoggerService,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { ticketPermissions } from '@portaldesk/plugin-tickets-common';
import {
  type TicketImport,
  ticketsImportExtensionPoint,
} from '@portaldesk/plugin-tickets-node';
import type { DeskConfig } from './config/DeskConfig';
import { readDeskConfig } from './config/readDeskConfig';
import { DeskCatalog } from './desk/DeskCatalog';
import { authorizedDesk } from './desk/authorizedDesk';
import { createDesk } from './desk/createDesk';
import { callerReader } from './http/HttpContext';
import { createRouter } from './http/createRouter';
import { runImports } from './imports/runImports';
import { KnexTicketStore } from './store/KnexTicketStore';
import { openDatabase } from './store/migrations';

/**
 * The desk: tickets tied to catalog entities, routed to support teams.
 * @public
 */
export const ticketsPlugin = createBackendPlugin({
  pluginId: 'tickets',
  register(env) {
    const imports: TicketImport[] = [];
    env.registerExtensionPoint(ticketsImportExtensionPoint, {
      addImport: ticketImport => imports.push(ticketImport),
    });

    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const context = {
          config: readDeskConfig(services.config),
          store: new KnexTicketStore(await openDatabase(services.database)),
          catalog: new DeskCatalog(services.catalog, services.auth),
          clock: () => new Date(),
        };
        warnOfHiddenTriage(context.config, services.logger);
        services.permissionsRegistry.addPermissions(ticketPermissions);
        services.httpRouter.use(
          createRouter({
            desk: authorizedDesk(createDesk(context), services.permissions),
            callerOf: callerReader(services),
          }),
        );

        const shutdown = new AbortController();
        services.lifecycle.addShutdownHook(() => shutdown.abort());
        services.lifecycle.addStartupHook(() => {
          // Not awaited: imports wait for a catalog that starts at the same time.
          runImports(imports, {
            ...services,
            context,
            signal: shutdown.signal,
          });
        });
      },
    });
  },
});

/** Says at startup that tickets could come to lie where nobody sees them. */
function warnOfHiddenTriage(config: DeskConfig, logger: LoggerService): void {
  const { access, defaultTeam } = config;
  if (!access.teams.length && !access.admins.length && !defaultTeam) {
    logger.warn(
      'Tickets about nothing that a group owns wait in triage, where only admins would see them: name tickets.defaultTeam or tickets.admins',
    );
  }
}

import {
  type LoggerService,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  deskPermissions,
  ticketResourcePermissions,
} from '@portaldesk/plugin-tickets-common';
import {
  type TicketImport,
  ticketPermissionResourceRef,
  ticketPermissionRules,
  ticketsChannelsExtensionPoint,
  ticketsImportExtensionPoint,
  ticketsIntakesExtensionPoint,
} from '@portaldesk/plugin-tickets-node';
import type { DeskConfig } from './config/DeskConfig';
import { checkMail } from './config/mail';
import { readDeskConfig } from './config/readDeskConfig';
import { describeWarnings } from './config/warnings';
import { DeskCatalog } from './desk/DeskCatalog';
import { ThrottledLogger } from './desk/ThrottledLogger';
import { AsyncCache } from './desk/AsyncCache';
import { auditedDesk } from './desk/auditedDesk';
import { authorizedDesk } from './desk/authorizedDesk';
import { createDesk } from './desk/createDesk';
import { createAuthorize } from './desk/authorize';
import { OpaqueIds } from './desk/opaque/OpaqueIds';
import { runLongMigrations } from './desk/backfill/runLongMigrations';
import type { DeskContext } from './desk/context';
import { errorForLog } from './desk/errorForLog';
import { describeStrandedReports } from './desk/anonymous/strandedReports';
import { describeStrandedTickets } from './desk/strandedTickets';
import { ticketResources } from './desk/ticketResources';
import { createFileStorages } from './files/createFileStorages';
import { callerReader } from './http/HttpContext';
import { createRouter } from './http/createRouter';
import { EXPORT_BOUNDS, Exports } from './http/export/Exports';
import { type Gate, createGate } from './http/sharing/Gate';
import { createLanes } from './http/sharing/Lanes';
import { runImports } from './imports/runImports';
import { Intakes } from './intakes/Intakes';
import { intakeDesk } from './intakes/intakeDesk';
import { Channels } from './outbox/Channels';
import { createPublicPages } from './public/createPublicPages';
import { PUBLIC_PATH } from './public/createPublicRouter';
import { createRelay } from './outbox/createRelay';
import { scheduleBackfills } from './schedule/scheduleBackfills';
import { checkConfiguredEntities } from './schedule/checkConfiguredEntities';
import { scheduleCleanUp } from './schedule/scheduleCleanUp';
import { scheduleReleases } from './schedule/scheduleReleases';
import { scheduleDueWork } from './schedule/scheduleDueWork';
import { scheduleWithdrawals } from './schedule/scheduleWithdrawals';
import { DeskStore } from './store/DeskStore';
import { secretOf } from './store/secrets';
import { storedBackfills } from './store/backfill/storedBackfills';
import { connectionsOf } from './store/database/connections';
import { guardedStore } from './store/database/guardedStore';
import { openDatabase } from './store/migrations';

/** Of how many tokens it is kept at the same time what their owners may do. */
const MAX_SESSIONS = 5_000;

/** Of how many entities it is kept at the same time what the catalog says. */
const MAX_ENTITIES = 10_000;

/**
 * The desk: tickets tied to catalog entities, routed to support teams.
 * @public
 */
export const ticketsPlugin = createTicketsPlugin(createGate);

/** @param makeGate - tests open it, since they send more than people do */
export function createTicketsPlugin(makeGate: () => Gate) {
  return createBackendPlugin({
    pluginId: 'tickets',
    register(env) {
      const imports: TicketImport[] = [];
      env.registerExtensionPoint(ticketsImportExtensionPoint, {
        addImport: ticketImport => imports.push(ticketImport),
      });
      const channels = new Channels();
      env.registerExtensionPoint(ticketsChannelsExtensionPoint, channels);
      const intakes = new Intakes();
      env.registerExtensionPoint(ticketsIntakesExtensionPoint, intakes);

      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          instance: coreServices.rootInstanceMetadata,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          notifications: notificationService,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          scheduler: coreServices.scheduler,
          signals: signalsServiceRef,
          userInfo: coreServices.userInfo,
        },
        async init(services) {
          const config = readDeskConfig(services.config);
          const clock = () => new Date();
          const { knex, reading, longMigrations } = await openDatabase(
            services.database,
            services.logger,
          );
          const store = guardedStore(new DeskStore(knex, reading.knex));
          const parts = {
            config,
            store,
            ids: new OpaqueIds(await secretOf(knex, 'ids')),
            files: createFileStorages(config.attachments.storage, store.chunks),
            catalog: new DeskCatalog(
              services.catalog,
              services.auth,
              new AsyncCache({
                ttl: config.cache.catalog,
                max: MAX_ENTITIES,
                clock,
              }),
            ),
            clock,
            logger: services.logger,
            throttledLogger: new ThrottledLogger(services.logger, clock),
          };
          const gate = makeGate();
          const relay = createRelay(parts, channels, { ...services, gate });
          const context: DeskContext = {
            ...parts,
            outboxSignal: relay,
            forget: (ids, tx) => intakes.forget(ids, tx),
          };
          [
            ...describeWarnings(config),
            ...checkMail(services.config, config).warnings,
          ].forEach(text => services.logger.warn(text));
          const { permissions, permissionsRegistry } = services;
          permissionsRegistry.addPermissions(deskPermissions);
          permissionsRegistry.addResourceType({
            resourceRef: ticketPermissionResourceRef,
            permissions: ticketResourcePermissions,
            rules: Object.values(ticketPermissionRules),
            getResources: ids => ticketResources(context, ids),
          });
          const decisions = {
            ttl: context.config.cache.decisions,
            max: MAX_SESSIONS,
            clock,
          };
          const authorize = createAuthorize({
            permissions,
            transformConditions: createConditionTransformer(
              permissionsRegistry.getPermissionRuleset(
                ticketPermissionResourceRef,
              ),
            ),
            statuses: context.config.statuses,
            cache: new AsyncCache(decisions),
          });
          const exports = new Exports(EXPORT_BOUNDS);
          const lanes = createLanes(connectionsOf(knex));
          const publicPages = createPublicPages({
            ...services,
            context,
            gate,
            lanes,
            key: await secretOf(knex, 'public-forms'),
          });
          if (publicPages) {
            services.httpRouter.addAuthPolicy({
              path: PUBLIC_PATH,
              allow: 'unauthenticated',
            });
          }
          services.httpRouter.use(
            createRouter(
              {
                exports,
                gate,
                lanes,
                logger: services.logger,
                throttledLogger: context.throttledLogger,
                desk: authorizedDesk(
                  auditedDesk(createDesk(context), {
                    auditor: services.auditor,
                    context,
                  }),
                  authorize,
                ),
                callerOf: callerReader({
                  ...services,
                  ...parts,
                  ownership: new AsyncCache(decisions),
                }),
              },
              publicPages,
            ),
          );

          await scheduleCleanUp(services.scheduler, context);
          await scheduleDueWork(services.scheduler, context);
          await scheduleReleases(services.scheduler, context);
          await scheduleWithdrawals(services.scheduler, relay);
          await scheduleBackfills(services.scheduler, {
            ...context,
            backfills: storedBackfills(knex, clock),
          });
          const shutdown = new AbortController();
          services.lifecycle.addShutdownHook(async () => {
            shutdown.abort();
            exports.stop();
            await relay.stop();
            await reading.close();
          });
          services.lifecycle.addStartupHook(() => {
            // Not awaited: people can work while indexes are built.
            runLongMigrations(longMigrations, {
              throttledLogger: context.throttledLogger,
              signal: shutdown.signal,
            });
            // Not awaited: a large desk starts before all its tickets are counted.
            warnOfStrandedTickets(context, shutdown.signal);
            checkConfiguredEntities(context, { signal: shutdown.signal });
            relay.start();
            for (const intake of intakes.all) {
              intake.start(
                intakeDesk(intake, { ...services, context }),
                shutdown.signal,
              );
            }
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
}

/** Warns after startup of tickets with something that is no longer configured. */
async function warnOfStrandedTickets(
  context: { config: DeskConfig; store: DeskStore; logger: LoggerService },
  signal: AbortSignal,
): Promise<void> {
  const { logger } = context;
  try {
    [
      ...(await describeStrandedTickets(context)),
      ...(await describeStrandedReports(context)),
    ].forEach(text => logger.warn(text));
  } catch (error) {
    if (!signal.aborted) {
      logger.warn(
        'Could not count the tickets with something that is no longer configured',
        errorForLog(error),
      );
    }
  }
}

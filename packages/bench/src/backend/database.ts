import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { record } from './tracing';

let desk: Knex | undefined;

/** The desk's own connections, once it has asked for them. */
export const deskDatabase = () => desk;

/** Databases as ever, only that the desk's statements can be looked at. */
export const watchedDatabase = createServiceFactory({
  service: coreServices.database,
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.lifecycle,
    logger: coreServices.logger,
    pluginMetadata: coreServices.pluginMetadata,
    rootLifecycle: coreServices.rootLifecycle,
    rootLogger: coreServices.rootLogger,
  },
  createRootContext: ({ config, rootLifecycle, rootLogger }) =>
    DatabaseManager.fromConfig(config, { rootLifecycle, rootLogger }),
  factory({ pluginMetadata, lifecycle, logger }, manager) {
    const id = pluginMetadata.getId();
    const database = manager.forPlugin(id, { lifecycle, logger });
    return id === 'tickets' ? watched(database) : database;
  },
});

function watched(database: DatabaseService): DatabaseService {
  return {
    migrations: database.migrations,
    async getClient() {
      if (!desk) {
        desk = await database.getClient();
        desk.on('query', record);
      }
      return desk;
    },
  };
}

/**
 * One process of a backend with built packages of the desk: those of the folder
 * that PORTALDESK_INSTALLATION names, as is everything else it is made of. Its
 * argument says which PostgreSQL database it shares with others, or which file
 * of SQLite it has. It says on which port it listens, and writes down each
 * notice that its channel delivers.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { entities, ownedBy, tickets } from './organisation.mjs';

const require = createRequire(
  join(process.env.PORTALDESK_INSTALLATION ?? '', 'package.json'),
);
const {
  coreServices,
  createBackendModule,
  createServiceFactory,
} = require('@backstage/backend-plugin-api');
const {
  mockServices,
  startTestBackend,
} = require('@backstage/backend-test-utils');
const {
  catalogServiceMock,
} = require('@backstage/plugin-catalog-node/testUtils');
const { default: desk } = require('@portaldesk/plugin-tickets-backend');
const {
  ticketsChannelsExtensionPoint,
} = require('@portaldesk/plugin-tickets-node');
const { knex: connectWith } = require('knex');

function connect(connection) {
  if (connection.startsWith('postgres')) {
    return connectWith({ client: 'pg', connection, pool: { min: 0, max: 12 } });
  }
  return connectWith({
    client: 'better-sqlite3',
    connection: { filename: connection },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      // as Backstage opens it
      afterCreate(opened, done) {
        opened.pragma('foreign_keys = ON');
        done(null, opened);
      },
    },
  });
}

const knex = connect(process.argv[2]);

const recorder = createBackendModule({
  pluginId: 'tickets',
  moduleId: 'recorder',
  register(env) {
    env.registerInit({
      deps: { channels: ticketsChannelsExtensionPoint },
      async init({ channels }) {
        channels.addChannel({
          id: 'recorder',
          deliver: async ({ id }) => {
            await knex('deliveries').insert({ notice_id: id });
          },
        });
      },
    });
  },
});

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      const { userEntityRef } = /** @type {{ userEntityRef: string }} */ (
        credentials.principal
      );
      return { userEntityRef, ownershipEntityRefs: ownedBy(userEntityRef) };
    },
  }),
});

const { server } = await startTestBackend({
  features: [
    desk,
    recorder,
    mockServices.database.factory({ knex }),
    mockServices.rootConfig.factory({ data: { tickets } }),
    catalogServiceMock.factory({ entities }),
    userInfo,
  ],
});
const { port } = /** @type {import('node:net').AddressInfo} */ (
  server.address()
);
process.stdout.write(`listening on ${port}\n`);
// ends with the process that started it, however that ends
process.stdin.on('close', () => process.exit(0)).resume();

/**
 * One process of a backend with built packages of the desk: those of the folder
 * that PORTALDESK_INSTALLATION names, as is everything else it is made of. Its
 * argument says which PostgreSQL database it shares with others, or which file
 * of SQLite it has. It says on which port it listens, and writes down each
 * notice that its channel delivers.
 */
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type * as pluginApi from '@backstage/backend-plugin-api';
import type * as testUtils from '@backstage/backend-test-utils';
import type * as catalogUtils from '@backstage/plugin-catalog-node/testUtils';
import type * as desk from '@portaldesk/plugin-tickets-backend';
import type * as deskNode from '@portaldesk/plugin-tickets-node';
import type * as knexPackage from 'knex';
import { entities, ownedBy, tickets } from './organisation';

const installed = createRequire(
  join(process.env.PORTALDESK_INSTALLATION ?? '', 'package.json'),
);
const { coreServices, createBackendModule, createServiceFactory } = installed(
  '@backstage/backend-plugin-api',
) as typeof pluginApi;
const { mockServices, startTestBackend } = installed(
  '@backstage/backend-test-utils',
) as typeof testUtils;
const { catalogServiceMock } = installed(
  '@backstage/plugin-catalog-node/testUtils',
) as typeof catalogUtils;
const { default: ticketsPlugin } = installed(
  '@portaldesk/plugin-tickets-backend',
) as typeof desk;
const { ticketsChannelsExtensionPoint } = installed(
  '@portaldesk/plugin-tickets-node',
) as typeof deskNode;
const { knex: connectWith } = installed('knex') as typeof knexPackage;

function connect(connection: string): knexPackage.Knex {
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
      afterCreate(
        opened: { pragma(text: string): void },
        done: (error: null, opened: unknown) => void,
      ) {
        opened.pragma('foreign_keys = ON');
        done(null, opened);
      },
    },
  });
}

function recorder(knex: knexPackage.Knex) {
  return createBackendModule({
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
}

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      return { userEntityRef, ownershipEntityRefs: ownedBy(userEntityRef) };
    },
  }),
});

async function main(connection: string): Promise<void> {
  const knex = connect(connection);
  const { server } = await startTestBackend({
    features: [
      ticketsPlugin,
      recorder(knex),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({ data: { tickets } }),
      catalogServiceMock.factory({ entities }),
      userInfo,
    ],
  });
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`listening on ${port}\n`);
  // ends with the process that started it, however that ends
  process.stdin.on('close', () => process.exit(0)).resume();
}

main(process.argv[2]);

import { createBackendModule } from '@backstage/backend-plugin-api';
import { ticketsChannelsExtensionPoint } from '@portaldesk/plugin-tickets-node';
import Knex from 'knex';
import { deskConfig } from '../organisation';
import { startTestDesk } from '../startTestDesk';

/*
 * One process of a backend with several replicas. It is told by its argument
 * which PostgreSQL database they share, says on which port it listens, and
 * writes down each notice that its channel delivers.
 */

async function main(connection: string): Promise<void> {
  const knex = Knex({ client: 'pg', connection, pool: { min: 0, max: 12 } });
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
  const desk = await startTestDesk({
    knex,
    tickets: deskConfig,
    features: [recorder],
  });
  process.stdout.write(`listening on ${desk.port}\n`);
  // ends with the process that started it, however that ends
  process.stdin.resume().on('end', () => process.exit(0));
}

main(process.argv[2]);

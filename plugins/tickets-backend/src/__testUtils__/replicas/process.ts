import { createInterface } from 'node:readline';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { ticketsChannelsExtensionPoint } from '@portaldesk/plugin-tickets-node';
import Knex from 'knex';
import { deskConfig } from '../organisation';
import { startTestDesk } from '../startTestDesk';
import type { ReplicaOptions } from './Replica';
import { eagerScheduler } from './eagerScheduler';
import { advanceClock, installShiftedClock } from './shiftedClock';

/*
 * One process of a backend with several replicas. It is told by its arguments
 * which PostgreSQL database they share and what is special about it, says on
 * which port it listens, and writes down each notice that its channel
 * delivers. A number of milliseconds that it reads puts its clock forward.
 */

async function main(
  connection: string,
  { tickets, ahead = 0, eager }: ReplicaOptions,
): Promise<void> {
  installShiftedClock();
  advanceClock(ahead);
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
    tickets: tickets ?? deskConfig,
    features: eager ? [recorder, eagerScheduler] : [recorder],
  });
  process.stdout.write(`listening on ${desk.port}\n`);
  // ends with the process that started it, however that ends
  createInterface({ input: process.stdin })
    .on('line', line => {
      advanceClock(Number(line));
      process.stdout.write('advanced\n');
    })
    .on('close', () => process.exit(0));
}

main(process.argv[2], JSON.parse(process.argv[3]));

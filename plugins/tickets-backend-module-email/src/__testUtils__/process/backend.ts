/**
 * A backend of its own process, which can be killed: its argument, as JSON, says
 * which database it has and how the desk is configured. It says on which port it
 * listens.
 */
import knexOf, { type Knex } from 'knex';
import { startMailDesk } from '../mailDesk';

interface Order {
  readonly database: Knex.Config;
  readonly email: object;
  readonly tickets: object;
}

async function main({ database, email, tickets }: Order): Promise<void> {
  const { port } = await startMailDesk(knexOf(database), email, tickets);
  process.stdout.write(`listening on ${port}\n`);
  // ends with the process that started it, however that ends
  process.stdin.on('close', () => process.exit(0)).resume();
}

main(JSON.parse(process.argv[2]));

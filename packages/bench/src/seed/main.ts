import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Knex from 'knex';
import { migrationsDirectory } from './desk';
import { seedOrganisation } from './organisation';
import { seedConfig } from './seedConfig';
import { seedEntities } from './seedEntities';
import { seedTickets } from './seedTickets';
import { postgresSink } from './postgresSink';
import { sqliteSink } from './sqliteSink';
import { markers } from './Words';

/*
 * Seeds an empty database with tickets, as a process of its own: the variable
 * PORTALDESK_SEED says what and where. Beside the database it writes who and
 * what the tickets are about, and the configuration of the desk.
 */

interface Task {
  /** For what is written beside the database. */
  readonly folder: string;
  /** A configuration of Knex. */
  readonly database: { readonly client: string; readonly connection: object };
  readonly tickets: number;
  readonly messages: number;
  readonly seed: number;
  /** ISO 8601. */
  readonly end: string;
}

async function main(task: Task): Promise<void> {
  const { folder, database, end, ...options } = task;
  const knex = Knex({
    ...database,
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  try {
    await knex.migrate.latest({ directory: migrationsDirectory });
    const sink =
      database.client === 'pg' ? await postgresSink(knex) : sqliteSink(knex);
    await seedTickets(sink, { ...options, end: new Date(end) }, tickets =>
      process.stdout.write(`${tickets}\n`),
    );
  } finally {
    await knex.destroy();
  }
  const organisation = seedOrganisation();
  writeJson(join(folder, 'organisation.json'), {
    ...organisation,
    markers,
    tickets: seedConfig(organisation),
  });
  writeFileSync(
    join(folder, 'catalog.yaml'),
    seedEntities(organisation)
      .map(entity => `---\n${JSON.stringify(entity)}\n`)
      .join(''),
  );
}

function writeJson(file: string, content: object): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

main(JSON.parse(process.env.PORTALDESK_SEED ?? '{}'));

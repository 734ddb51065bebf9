import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Knex from 'knex';
import { migrationsDirectory } from '../../store/migrations';
import { bulkConfig, bulkEntities, bulkOrganisation } from './organisation';
import { layTickets } from './layTickets';
import { postgresSink } from './postgresSink';
import { sqliteSink } from './sqliteSink';
import { markers } from './Words';

/*
 * Lays tickets into an empty database, as a process of its own: what and where
 * is said by the variable PORTALDESK_LAY. Beside it writes who and what they are about, and
 * the configuration of the desk.
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
    await layTickets(sink, { ...options, end: new Date(end) }, tickets =>
      process.stdout.write(`${tickets}\n`),
    );
  } finally {
    await knex.destroy();
  }
  const organisation = bulkOrganisation();
  writeJson(join(folder, 'organisation.json'), {
    ...organisation,
    markers,
    tickets: bulkConfig(organisation),
  });
  writeFileSync(
    join(folder, 'catalog.yaml'),
    bulkEntities(organisation)
      .map(entity => `---\n${JSON.stringify(entity)}\n`)
      .join(''),
  );
}

function writeJson(file: string, content: object): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

main(JSON.parse(process.env.PORTALDESK_LAY ?? '{}'));

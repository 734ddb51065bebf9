import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import makeKnex, { type Knex } from 'knex';
import { migrationsDirectory } from '../../store/migrations';

/** Held by whoever makes the template. */
const LOCK = 20_260_505;

const pool = { min: 0, max: 5 };

/**
 * Databases of PostgreSQL with all tables of the desk. They are copies of a
 * template, which is much quicker than to migrate each. The template is made
 * once for all test files, and anew when a migration changes.
 */
export class PostgresCopies {
  #admin: Knex | undefined;
  #template: Promise<string> | undefined;
  readonly #copies = new Map<string, Knex>();

  async make(): Promise<Knex> {
    this.#admin ??= connect('postgres', { min: 0, max: 1 });
    this.#template ??= ensureTemplate(this.#admin);
    const template = await this.#template;
    const name = `db${randomBytes(16).toString('hex')}`;
    await this.#admin.raw('create database ?? template ??', [name, template]);
    const knex = connect(name, pool);
    this.#copies.set(name, knex);
    return knex;
  }

  async drop(): Promise<void> {
    for (const [name, knex] of this.#copies) {
      await knex.destroy();
      await this.#admin?.raw('drop database ?? with (force)', [name]);
    }
    await this.#admin?.destroy();
  }
}

/** @param admin - of one connection, which holds the lock */
async function ensureTemplate(admin: Knex): Promise<string> {
  const template = `tickets_template_${fingerprint()}`;
  await admin.raw('select pg_advisory_lock(?)', [LOCK]);
  try {
    if (!(await admin('pg_database').where('datname', template).first())) {
      const unfinished = `${template}_unfinished`;
      await admin.raw('drop database if exists ?? with (force)', [unfinished]);
      await admin.raw('create database ??', [unfinished]);
      const knex = connect(unfinished, pool);
      await knex.migrate
        .latest({ directory: migrationsDirectory })
        .finally(() => knex.destroy());
      await admin.raw('alter database ?? rename to ??', [unfinished, template]);
    }
  } finally {
    await admin.raw('select pg_advisory_unlock(?)', [LOCK]);
  }
  return template;
}

/** What changes with the migrations. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrationsDirectory).sort()) {
    hash.update(file).update(readFileSync(join(migrationsDirectory, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function connect(name: string, poolConfig: Knex.PoolConfig): Knex {
  const url = new URL(
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING ?? '',
  );
  return makeKnex({
    client: 'pg',
    connection: {
      host: url.hostname,
      port: Number(url.port),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: name,
    },
    pool: poolConfig,
  });
}

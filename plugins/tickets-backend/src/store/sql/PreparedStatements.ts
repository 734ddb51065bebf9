import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** A statement is worth a plan that is kept once it was asked for so often. */
const OFTEN = 10;

/** Most plans that are kept; each connection has its own. */
const MOST_PLANS = 10;

/** Most statements that are counted. */
const MOST_COUNTED = 100;

/**
 * What PostgreSQL says when it does not know a prepared statement, as behind a
 * pool of connections, knows another one by that name, or has to plan one again
 * since the columns of a table have changed.
 */
const planErrors: readonly unknown[] = ['26000', '42P05', '0A000'];

/**
 * Lets PostgreSQL keep the plans of large statements that are asked for again
 * and again: planning them takes longer than running them. Only a few plans are
 * kept, and none after that has caused an error.
 */
export class PreparedStatements {
  private readonly names = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private givenUp = false;

  constructor(private readonly knex: Knex) {}

  /** The rows of a query, which is no part of a transaction. */
  async rowsOf<Row>(query: Knex.QueryBuilder): Promise<Row[]> {
    if (this.givenUp || !isPostgres(this.knex)) {
      return query;
    }
    const { sql, bindings } = query.toSQL();
    const name = this.nameOf(sql);
    const statement = () => this.knex.raw<{ rows: Row[] }>(sql, [...bindings]);
    try {
      return (await statement().options(name ? { name } : {})).rows;
    } catch (error) {
      if (!name || !isTrouble(error)) {
        throw error;
      }
      this.givenUp = true;
      return (await statement()).rows;
    }
  }

  private nameOf(sql: string): string | undefined {
    const name = this.names.get(sql);
    if (name !== undefined || this.names.size === MOST_PLANS) {
      return name;
    }
    const count = (this.counts.get(sql) ?? 0) + 1;
    if (count < OFTEN) {
      if (this.counts.size === MOST_COUNTED) {
        this.counts.clear();
      }
      this.counts.set(sql, count);
      return undefined;
    }
    this.counts.delete(sql);
    const made = createHash('sha256').update(sql).digest('base64url');
    this.names.set(sql, made);
    return made;
  }
}

function isTrouble(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && planErrors.includes(error.code)
  );
}

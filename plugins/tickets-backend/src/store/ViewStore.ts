import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isPostgres } from './sql/dialect';
import { type DbInstant, toDate } from './sql/instants';

/** A saved view, whatever of it the desk still knows. */
export interface StoredView {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** Reference of a user, or of a team. */
  readonly owner: string;
  readonly filter: unknown;
  readonly sort: string;
  readonly order: string;
  /** Null: the usual ones. */
  readonly columns: unknown;
  readonly position: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** What tells one view of an owner from another. */
export type NamedView = Pick<StoredView, 'id' | 'name'>;

interface ViewRow {
  id: string;
  version: number;
  name: string;
  owner: string;
  /** JSON, like the columns. */
  filter: string;
  sort: string;
  order: string;
  columns: string | null;
  position: number;
  created_at: DbInstant;
  updated_at: DbInstant;
  updated_by: string;
}

/** Saved views, private and of teams. */
export class ViewStore {
  constructor(private readonly knex: Knex) {}

  /** Those of these people and teams, in no order. */
  async list(owners: readonly string[]): Promise<StoredView[]> {
    const rows = await this.#rows().whereIn('owner', owners);
    return rows.map(fromRow);
  }

  async find(id: string): Promise<StoredView | undefined> {
    const row = await this.#rows().where({ id }).first();
    return row && fromRow(row);
  }

  /**
   * Keeps others from changing a view and those of these owners, and from
   * adding to them, until the transaction ends.
   */
  async hold(id: string, owners: readonly string[]): Promise<void> {
    if (isPostgres(this.knex)) {
      // who has no view yet has no row that could be held
      for (const owner of [...owners].sort()) {
        await this.knex.raw(
          'select pg_advisory_xact_lock(hashtextextended(?, 0))',
          [`ticket_views ${owner}`],
        );
      }
    }
    // all at once in one order, so that no two wait for each other
    await this.#rows()
      .where({ id })
      .orWhereIn('owner', owners)
      .orderBy('id')
      .forUpdate()
      .select('id');
  }

  /** The names of all views of an owner. */
  async names(owner: string): Promise<NamedView[]> {
    return this.#rows().where({ owner }).select('id', 'name');
  }

  /** @returns false when the owner has another view of that name */
  async insert(view: StoredView): Promise<boolean> {
    const inserted = await this.#rows()
      .insert(toRow(view), ['id'])
      .onConflict(['owner', 'name'])
      .ignore();
    return inserted.length > 0;
  }

  /**
   * @returns false when the owner has another view of that name; then the
   *   transaction cannot go on
   */
  async update(view: StoredView): Promise<boolean> {
    try {
      await this.#rows().where({ id: view.id }).update(toRow(view));
      return true;
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        return false;
      }
      throw error;
    }
  }

  async delete(id: string): Promise<void> {
    await this.#rows().where({ id }).delete();
  }

  #rows() {
    return this.knex<ViewRow>('ticket_views');
  }
}

function toRow(view: StoredView): ViewRow {
  return {
    id: view.id,
    version: view.version,
    name: view.name,
    owner: view.owner,
    filter: JSON.stringify(view.filter),
    sort: view.sort,
    order: view.order,
    columns: view.columns === null ? null : JSON.stringify(view.columns),
    position: view.position,
    created_at: view.createdAt,
    updated_at: view.updatedAt,
    updated_by: view.updatedBy,
  };
}

function fromRow(row: ViewRow): StoredView {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    owner: row.owner,
    filter: JSON.parse(row.filter),
    sort: row.sort,
    order: row.order,
    columns: row.columns === null ? null : JSON.parse(row.columns),
    position: row.position,
    createdAt: toDate(row.created_at),
    updatedAt: toDate(row.updated_at),
    updatedBy: row.updated_by,
  };
}

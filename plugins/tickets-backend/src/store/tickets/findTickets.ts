import type { Knex } from 'knex';
import type { StoredTicket } from './StoredTicket';
import { MergedMeanwhileError } from '../database/MergedMeanwhileError';
import { isPostgres } from '../sql/dialect';
import { hasNumber } from './numbers';
import type { AssetRow, TicketRow } from './TicketRow';
import { fromRow } from './rows';
import type { Narrow } from '../sql/sql';

/** The assets of a ticket in a column, which saves a statement. */
export interface AssetsColumn {
  /** JSON; PostgreSQL has null for none. */
  assets: string | null;
}

/** A ticket with its assets. */
export type RowWithAssets = TicketRow & AssetsColumn;

/** How the desk makes ids; others can be there all the same. */
export const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What ids and numbers are made of; nothing else is worth a query. */
export const POSSIBLE_KEY = /^[A-Za-z0-9._-]{1,255}$/;

/** Finds a ticket; the key of one that was merged leads to where it went. */
export async function findTicket(
  knex: Knex,
  key: string,
): Promise<StoredTicket | undefined> {
  const row = await byKey(key, where =>
    rowsWithAssets(knex).where(where).first(),
  );
  return row && row.merged_into !== null
    ? findTicket(knex, row.merged_into)
    : row && fromRowWithAssets(row);
}

/**
 * Finds a ticket and locks it until the end of the transaction. Of merged tickets
 * only the one they went into is locked: its deletion removes them too, and would
 * end in a deadlock with a transaction that holds one of them and waits for it.
 *
 * @throws MergedMeanwhileError when it was merged while this waited for it.
 *   PostgreSQL keeps the lock that was waited for, so nothing else may be waited
 *   for in the same transaction.
 */
export async function lockTicket(
  knex: Knex,
  key: string,
): Promise<StoredTicket | undefined> {
  const locked = await byKey(key, async where => {
    const row = await knex<TicketRow>('tickets')
      .where('tickets.id', endOfMerges(knex, where))
      .whereNull('merged_into')
      .first()
      .forUpdate();
    if (!row && (await knex('tickets').where(where).first('id'))) {
      throw new MergedMeanwhileError();
    }
    return row;
  });
  // read once it is locked, when nobody can change them
  return locked && (await withAssets(knex, [locked]))[0];
}

/** Finds a ticket by its id and holds it, unless it is merged. */
export async function lockUnmergedTicket(
  knex: Knex,
  id: string,
): Promise<StoredTicket | undefined> {
  const locked = await knex<TicketRow>('tickets')
    .where({ id })
    .whereNull('merged_into')
    .first()
    .forUpdate();
  return locked && (await withAssets(knex, [locked]))[0];
}

/** The id of the ticket that merges lead to from where this narrows to. */
function endOfMerges(knex: Knex, where: Narrow): Knex.QueryBuilder {
  return knex
    .withRecursive('way', ['id', 'merged_into'], way =>
      way
        .from('tickets')
        .select('tickets.id', 'tickets.merged_into')
        .where(where)
        .unionAll(next =>
          next
            .from('tickets')
            .select('tickets.id', 'tickets.merged_into')
            .join('way', 'way.merged_into', 'tickets.id'),
        ),
    )
    .from('way')
    .select('id')
    .whereNull('merged_into');
}

/**
 * What has this id, else what has this number: each is looked up in its own
 * index, the likelier one first. Then what has this number in another case or
 * with other leading zeros, where that is one ticket alone.
 */
async function byKey<Row>(
  key: string,
  find: (where: Narrow) => Promise<Row | undefined>,
): Promise<Row | undefined> {
  if (!POSSIBLE_KEY.test(key)) {
    return undefined;
  }
  const id: Narrow = query => query.where('tickets.id', key);
  const number: Narrow = query => query.where('tickets.number', key);
  return ID.test(key)
    ? ((await find(id)) ?? find(number))
    : ((await find(number)) ??
        (await find(id)) ??
        find(query => whereOnlyNumber(query, key)));
}

function whereOnlyNumber(query: Knex.QueryBuilder, typed: string): void {
  const { sql, bindings } = hasNumber(typed);
  query.whereRaw(
    `tickets.id = (
      select case count(*) when 1 then min(id) end
      from (select id from tickets where ${sql} limit 2) as meant
    )`,
    [...bindings],
  );
}

export async function findTickets(
  knex: Knex,
  ids: readonly string[],
): Promise<StoredTicket[]> {
  const rows = await rowsWithAssets(knex).whereIn('id', ids);
  return rows.map(fromRowWithAssets);
}

function rowsWithAssets(
  knex: Knex,
): Knex.QueryBuilder<TicketRow, RowWithAssets[]> {
  return knex<TicketRow>('tickets').select('tickets.*', assetsColumn(knex));
}

/** JSON of references of assets with their owners. */
export function assetsColumn(knex: Knex): Knex.Raw {
  const asJson = isPostgres(knex)
    ? 'json_agg(json_build_array(entity_ref, owner) order by position)::text'
    : 'json_group_array(json_array(entity_ref, owner) order by position)';
  return knex.raw(
    `(select ${asJson} from ticket_assets where ticket_id = tickets.id) as assets`,
  );
}

export function fromRowWithAssets(row: RowWithAssets): StoredTicket {
  return fromRow(row, assetsOf(row));
}

export function assetsOf(row: AssetsColumn): AssetRow[] {
  const assets: [string, string | null][] = JSON.parse(row.assets ?? '[]');
  return assets.map(([entityRef, owner]) => ({ entity_ref: entityRef, owner }));
}

/** Completes ticket rows by their assets, which takes one statement. */
export async function withAssets(
  knex: Knex,
  rows: readonly TicketRow[],
): Promise<StoredTicket[]> {
  const assets = new Map<string, AssetRow[]>(rows.map(row => [row.id, []]));
  const assetRows = await knex<
    AssetRow & { ticket_id: string; position: number }
  >('ticket_assets')
    .whereIn('ticket_id', [...assets.keys()])
    .orderBy(['ticket_id', 'position']);
  for (const row of assetRows) {
    assets.get(row.ticket_id)?.push(row);
  }
  return rows.map(row => fromRow(row, assets.get(row.id) ?? []));
}

import { foldText, sortKeyOf } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { StoredTicket } from './StoredTicket';
import { whereOneOfIds } from '../sql/dialect';
import {
  ID,
  POSSIBLE_KEY,
  type RowWithAssets,
  assetsColumn,
  fromRowWithAssets,
} from './findTickets';
import { fromMergeChains } from './mergeChains';

/**
 * Finds for each key what `find` finds for it, by a few statements for
 * however many keys.
 */
export async function findTicketsByKeys(
  knex: Knex,
  keys: readonly string[],
): Promise<Map<string, StoredTicket>> {
  const possible = keys.filter(key => POSSIBLE_KEY.test(key));
  const ids = await idsOfExact(knex, possible);
  const others = possible.filter(key => !ids.has(key) && !ID.test(key));
  for (const [key, id] of await idsOfSpelled(knex, others)) {
    ids.set(key, id);
  }
  const tickets = await ticketsOfIds(knex, [...new Set(ids.values())]);
  const found = new Map<string, StoredTicket>();
  for (const [key, id] of ids) {
    const ticket = tickets.get(id);
    if (ticket) {
      found.set(key, ticket);
    }
  }
  return found;
}

/** What has this id or just this number; the likelier of them comes first. */
async function idsOfExact(
  knex: Knex,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (keys.length === 0) {
    return found;
  }
  const query = knex('tickets').select('id', 'number');
  query.where(any => whereOneOfIds(any, 'tickets.id', keys));
  query.orWhere(any => whereOneOfIds(any, 'tickets.number', keys));
  const rows: { id: string; number: string }[] = await query;
  const ids = new Set(rows.map(({ id }) => id));
  const numbers = new Map(rows.map(({ id, number }) => [number, id]));
  for (const key of keys) {
    const byId = ids.has(key) ? key : undefined;
    const byNumber = numbers.get(key);
    const id = ID.test(key) ? (byId ?? byNumber) : (byNumber ?? byId);
    if (id !== undefined) {
      found.set(key, id);
    }
  }
  return found;
}

/** A spelling of numbers without regard to case and zeros, and who has it. */
interface Spelling {
  /** Null for tickets that have no sort key yet. */
  readonly sort: string | null;
  readonly lower: string | null;
  readonly many: number | string;
  readonly id: string;
}

/** What has this number in another spelling, where that is one ticket alone. */
async function idsOfSpelled(
  knex: Knex,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (keys.length === 0) {
    return found;
  }
  const lower = 'case when number_sort is null then lower(number) end';
  const query: Knex.QueryBuilder = knex('tickets')
    .select({ sort: 'number_sort', lower: knex.raw(lower) })
    .count({ many: '*' })
    .min({ id: 'id' })
    .groupBy('number_sort', knex.raw(lower));
  whereOneOfIds(query, 'coalesce(tickets.number_sort, lower(tickets.number))', [
    ...keys.map(sortKeyOf),
    ...keys.map(foldText),
  ]);
  const spellings: Spelling[] = await query;
  for (const key of keys) {
    const [sort, folded] = [sortKeyOf(key), foldText(key)];
    const meant = spellings.filter(spelling =>
      spelling.sort === null
        ? spelling.lower === folded
        : spelling.sort === sort,
    );
    const [one] = meant;
    if (meant.length === 1 && Number(one.many) === 1) {
      found.set(key, one.id);
    }
  }
  return found;
}

/** By the ids that are asked for, also where these were merged. */
async function ticketsOfIds(
  knex: Knex,
  ids: readonly string[],
): Promise<Map<string, StoredTicket>> {
  if (ids.length === 0) {
    return new Map();
  }
  const query = knex.queryBuilder();
  fromMergeChains(query, [start => whereOneOfIds(start, 'tickets.id', ids)]);
  const rows: (RowWithAssets & { start: string })[] = await query
    .join('tickets', 'tickets.id', 'chains.id')
    .select('chains.start', 'tickets.*', assetsColumn(knex));
  return new Map(rows.map(row => [row.start, fromRowWithAssets(row)]));
}

import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { TicketConditions } from '../where/TicketConditions';
import {
  whereOneOrNone,
  whereOverdue,
  whereWithin,
} from '../where/whereMatchesFilter';
import { hasNarrowVisibility } from '../where/branches';
import type { SortKey } from './sorting';

/** So many tickets are sorted as quickly as a page of them is found in an index. */
const MAX_SORTED = 2000;

/**
 * Of what there is so little that it is best to look at all of it, and not at
 * the whole list from its beginning until enough of it was found.
 */
export interface Selectivity {
  /** The tickets that are meant. */
  readonly selectiveFilter: boolean;
  /** Those of the person who is asked for, or who asks. */
  readonly fewOfPerson: boolean;
}

/**
 * Finds that out, in one statement that counts a little in indexes. Databases
 * guess it from averages: they are wrong about an asset that hardly anybody
 * asks about, and about a person who never filed a ticket.
 */
export async function estimateSelectivity(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
  { by }: SortKey,
): Promise<Selectivity> {
  const inTime = by === 'updatedAt' || by === 'createdAt' || by === 'number';
  const { state, requester, text } = where;
  const fewTexts = text !== undefined && !text.frequent;
  if (fewTexts || (state === 'open' && !inTime)) {
    return { selectiveFilter: true, fewOfPerson: true };
  }
  const narrow = hasNarrowVisibility(scope, where);
  const refs = requester ?? (narrow ? [scope.person.ref] : []);
  const [meant, ofPerson, owned] = await countsUpToMaxSorted(knex, [
    foundBy(knex, where, by),
    by === 'updatedAt' ? [] : ofPersons(knex, refs),
    narrow ? ownedOf(knex, scope, where) : [],
  ]);
  const isFew = (count: number) => count < MAX_SORTED;
  const narrowed = meant.length > 0;
  const seen = owned.length > 0 && !owned.some(isFew);
  return {
    // one would look for long for what one sees little of
    selectiveFilter: meant.some(isFew) || (narrow && narrowed && !seen),
    fewOfPerson: by !== 'updatedAt' && ofPerson.every(isFew),
  };
}

/** Counts each, in one statement. */
async function countsUpToMaxSorted(
  knex: Knex,
  groups: readonly (readonly Knex.QueryBuilder[])[],
): Promise<number[][]> {
  const queries = groups.flat();
  const row =
    queries.length === 0
      ? {}
      : await knex.first<Record<string, number | string>>(
          queries.map((query, index) =>
            knex
              .from(query.limit(MAX_SORTED).as('some'))
              .count('*')
              .as(`count_${index}`),
          ),
        );
  const counts = queries.map((_, index) => Number(row[`count_${index}`]));
  return groups.map(({ length }) => counts.splice(0, length));
}

/** Where the assets that are asked for belong to the person, or to a group of theirs. */
function ownedOf(
  knex: Knex,
  { person }: Scope,
  { asset }: TicketConditions,
): Knex.QueryBuilder[] {
  return asset
    ? [
        knex('ticket_assets')
          .select('ticket_id')
          .whereIn('entity_ref', asset)
          .whereIn('owner', [...person.belongsTo]),
      ]
    : [];
}

function ofPersons(knex: Knex, refs: readonly string[]): Knex.QueryBuilder[] {
  const columns = ['tickets.requester', 'tickets.created_by'];
  return refs.length === 0
    ? []
    : columns.map(column =>
        tickets(knex, query => query.whereIn(column, refs)),
      );
}

/**
 * By what belongs to them, by their deadlines, and by their assignee, of whose
 * tickets there is an index by their last update.
 */
function foundBy(
  knex: Knex,
  where: TicketConditions,
  by: SortKey['by'],
): Knex.QueryBuilder[] {
  const { asset, entity, tag, fields = [], due, overdue, assignee } = where;
  const having = (
    table: string,
    column: string,
    values: readonly string[] | undefined,
  ) =>
    values ? [knex(table).select('ticket_id').whereIn(column, values)] : [];
  return [
    ...having('ticket_assets', 'entity_ref', asset),
    ...having('ticket_entities', 'entity_ref', entity),
    ...having('ticket_tags', 'tag', tag),
    ...fields.flatMap(({ name, values }) =>
      having('ticket_fields', 'value', values).map(query =>
        query.where({ name }),
      ),
    ),
    ...(assignee && by !== 'updatedAt'
      ? [
          tickets(knex, query =>
            whereOneOrNone(query, 'tickets.assignee', assignee),
          ),
        ]
      : []),
    ...(due
      ? [tickets(knex, query => whereWithin(query, 'tickets.next_due_at', due))]
      : []),
    ...(overdue?.is
      ? [tickets(knex, query => whereOverdue(query, overdue))]
      : []),
  ];
}

function tickets(
  knex: Knex,
  narrow: (query: Knex.QueryBuilder) => void,
): Knex.QueryBuilder {
  const query = knex.from('tickets').select('tickets.id');
  narrow(query);
  return query;
}

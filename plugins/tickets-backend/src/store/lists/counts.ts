import type { Knex } from 'knex';
import { seesWholeTeams } from '../../domain/access/wholeTeams';
import type { Scope } from '../../domain/access/access';
import type { TicketConditions } from '../where/TicketConditions';
import { withTextsInMemory } from '../where/textsInMemory';
import { whereMatchesFilter } from '../where/whereMatchesFilter';
import { idsFromBranches } from '../where/matchingTickets';
import { whereVisible } from '../where/branches';
import { withTextPlans } from '../where/textPlan';

/** Conditions, and where their count stands in the answer. */
interface Counted {
  readonly where: TicketConditions;
  readonly index: number;
}

interface CountRow {
  position: number;
  count: number | string;
}

/** A query for counts, as it stands beside others in a statement. */
type Counting = Knex.QueryBuilder | Knex.Raw;

/** Most values in a statement with several counts; SQLite takes 32,766. */
const MOST_VALUES = 16_000;

/**
 * Most counts in a statement: to put one together takes as long as to answer a
 * small request, and others have their turn between two statements.
 */
const MOST_COUNTS = 10;

/**
 * Counts up to `cap` tickets for each of these conditions, in one statement
 * unless they are many, or have very many values. Conditions that differ in their team alone
 * are counted by one query, since to plan many takes longer than to count.
 */
export async function countEach(
  knex: Knex,
  scope: Scope,
  asked: readonly TicketConditions[],
  cap: number,
): Promise<number[]> {
  const wheres = await withTextPlans(knex, scope, asked);
  const found = new Map<number, number>();
  await withTextsInMemory(knex, wheres, async reader => {
    for (const counts of inStatements(
      reader,
      countings(reader, scope, wheres, cap),
    )) {
      const rows: CountRow[] = await reader.unionAll(counts);
      for (const { position, count } of rows) {
        found.set(Number(position), Number(count));
      }
    }
  });
  return wheres.map((_, index) => Math.min(found.get(index) ?? 0, cap));
}

function* countings(
  knex: Knex,
  scope: Scope,
  wheres: readonly TicketConditions[],
  cap: number,
): Generator<Counting> {
  for (const group of alike(scope, wheres)) {
    yield group.length > 1
      ? countByTeam(knex, scope, group, cap)
      : countOne(knex, scope, group[0], cap);
  }
}

/** As many as a statement takes, each made when it is asked for. */
function* inStatements(
  knex: Knex,
  counts: Iterable<Counting>,
): Generator<Knex.Raw[]> {
  let together: Knex.Raw[] = [];
  let values = 0;
  for (const count of counts) {
    // compiled once, for the number of its values and for the statement
    const { sql, bindings } = count.toSQL();
    const isFull =
      together.length === MOST_COUNTS || values + bindings.length > MOST_VALUES;
    if (together.length > 0 && isFull) {
      yield together;
      together = [];
      values = 0;
    }
    together.push(knex.raw(sql, [...bindings]));
    values += bindings.length;
  }
  yield together;
}

/** Conditions in groups in which they differ in their one team alone. */
function alike(scope: Scope, wheres: readonly TicketConditions[]): Counted[][] {
  const groups = new Map<string, Counted[]>();
  wheres.forEach((where, index) => {
    const { team, ...rest } = where;
    const isQueue = team?.length === 1 && team[0] !== 'none';
    const key = isQueue
      ? JSON.stringify([seesWholeTeams(scope, team), rest])
      : String(index);
    groups.set(key, [...(groups.get(key) ?? []), { where, index }]);
  });
  return [...groups.values()];
}

function countOne(
  knex: Knex,
  scope: Scope,
  { where, index }: Counted,
  cap: number,
): Knex.QueryBuilder {
  return knex.select(
    { position: knex.raw(String(index)) },
    countUpTo(knex, scope, where, cap).as('count'),
  );
}

/** A query for the `count` of the tickets that match and that may be seen. */
export function countUpTo(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
  cap: number,
): Knex.QueryBuilder {
  const some = idsFromBranches(knex, scope, where, query => {
    query.limit(cap);
  });
  return knex.from(some.as('some')).count({ count: '*' });
}

function countByTeam(
  knex: Knex,
  scope: Scope,
  group: readonly Counted[],
  cap: number,
): Knex.Raw {
  const [{ where }] = group;
  const some = knex.from('tickets').select('tickets.id').limit(cap);
  whereMatchesFilter(some, scope, { ...where, team: undefined });
  some.whereRaw('tickets.team = queues.team');
  whereVisible(some, scope, where);
  const queues = group.map(({ where: { team = [] }, index }) =>
    knex.select({
      position: knex.raw(String(index)),
      team: knex.raw('?', team[0]),
    }),
  );
  // as it is written, since Knex would bind the values of `from` first
  return knex.raw('select queues.position, (?) as count from (?) as queues', [
    knex.from(some.as('some')).count('*'),
    knex.unionAll(queues),
  ]);
}

import type { Knex } from 'knex';
import type { SearchQuery } from '../../domain/search/searchQuery';
import {
  isRare,
  isSlowToFind,
  tsqueryOf,
  unindexedConditions,
  whetherIndexed,
} from './matches';

/** What is wanted of texts. */
export interface WindowQuery {
  readonly query: SearchQuery;
  readonly limit: number;
  readonly columns: readonly string[];
  /** Only numbers and subjects. */
  readonly ofTickets?: boolean;
}

/**
 * Sizes of the spans of numbers that the index marks, as bits: see the
 * migration. Each is eight times as wide as the one before.
 */
const levels = { near: 14, far: 17, farthest: 20 };

/** More than there are. */
const ALL = 62;

/**
 * When so few texts seem to have it at all, they are taken at once: to look for
 * the mark of one text as well takes twenty times as long as to sort it. How
 * many these are is guessed from the newest texts, unless all words are known to
 * be in very many.
 */
const FEW_TEXTS = 3000;

/** SQL of the smallest number of the span that has `before`, and the one below. */
const beginOf = (bits: number | string) =>
  `greatest((((before - 1) >> ${bits}) - 1) << ${bits}, 0)`;

/** SQL of the marks that the texts of both have. */
const marksOf = (mark: string, bits: number) =>
  `format('''${mark}%s'' | ''${mark}%s''',
    (before - 1) >> ${bits}, ((before - 1) >> ${bits}) - 1)::tsquery`;

/** The newest texts, which show how frequent it is. */
const nearWindow = `
  select before, ${marksOf('/a', levels.near)} as marks,
    ${beginOf(levels.near)} as "from"
  from start`;

/**
 * As many texts below them as it takes. Where there are enough it is as wide as
 * the near span, of which nothing is left below it. Without marks, whatever
 * matches has what is sought.
 */
const olderWindow = `
  select below as before, ${beginOf('bits')} as "from",
    case bits
      when ${levels.far} then ${marksOf('/b', levels.far)}
      when ${levels.farthest} then ${marksOf('/c', levels.farthest)}
      else sought
    end as marks
  from (
    select before, "from" as below, sought, case
        when hits >= most then ${levels.near}
        when rare and greatest(hits, 1) * before <= ${FEW_TEXTS * 2 ** levels.near}
          then ${ALL}
        when hits * 4 >= most then ${levels.far}
        else ${levels.farthest}
      end as bits
    from near, wanted, (select count(*) as hits from near_texts) as counted
  ) as width`;

/**
 * Gives a query that knows `start`, with the number `before` which all texts
 * come, the newest texts that match as `matched`, and as `seen` the number
 * `from` down to which it looked. GIN gives all that matches and knows no
 * order. Hence the newest texts are looked at first, and where few of them match,
 * as many more as it takes when it is as frequent in these: what is sorted is
 * never much more than what is wanted, unless it seems to be little.
 */
export function withMatchesInWindows(
  knex: Knex,
  query: Knex.QueryBuilder,
  wanted: WindowQuery,
): Knex.QueryBuilder {
  return query
    .withMaterialized(
      'wanted',
      knex.raw(
        'select ?::tsquery as sought, ?::integer as most, ?::boolean as rare',
        [tsqueryOf(wanted.query), wanted.limit, isRare(wanted.query)],
      ),
    )
    .withMaterialized('near', knex.raw(nearWindow))
    .withMaterialized(
      'near_texts',
      isSlowToFind(wanted.query)
        ? textsInOrder(knex, wanted)
        : textsInWindow(knex, 'near', wanted),
    )
    .withMaterialized('seen', knex.raw(olderWindow))
    .withMaterialized('more_texts', textsInWindow(knex, 'seen', wanted))
    .withMaterialized(
      'matched',
      knex.raw(`
        select * from near_texts union all select * from more_texts
        order by seq desc limit (select most from wanted)`),
    );
}

/** The newest texts of a span that match. */
function textsInWindow(
  knex: Knex,
  searchWindow: 'near' | 'seen',
  { query, columns, ofTickets }: WindowQuery,
): Knex.Raw {
  const { sql, bindings } = unindexedConditions(query);
  // no index on numbers could help, but would be tried
  return knex.raw(
    `select ${columns} from ticket_texts
    where ${whetherIndexed('(select sought from wanted)')}
      and ${whetherIndexed(`(select marks from ${searchWindow})`)}
      ${ofTickets ? `and ${whetherIndexed(`'''/ticket'''`)}` : ''}
      and (select "from" < before from ${searchWindow})
      and seq + 0 >= (select "from" from ${searchWindow})
      and seq + 0 < (select before from ${searchWindow})
      ${sql}
    order by seq + 0 desc limit (select most from wanted)`,
    [...bindings],
  );
}

/** The newest texts that match, looked through one by one until there are enough. */
function textsInOrder(
  knex: Knex,
  { query, columns, ofTickets }: WindowQuery,
): Knex.Raw {
  const { sql, bindings } = unindexedConditions(query);
  return knex.raw(
    `select ${columns} from ticket_texts
    where seq >= (select "from" from near)
      and seq < (select before from near)
      ${ofTickets ? `and source = 'ticket'` : ''}
      ${sql}
    order by seq desc limit (select most from wanted)`,
    [...bindings],
  );
}

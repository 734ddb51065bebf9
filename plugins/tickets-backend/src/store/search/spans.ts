import type { Knex } from 'knex';
import type { SearchQuery } from '../../domain/search/searchQuery';
import { tsqueryOf, whereIndexed, whereMatches } from './matches';

/** What is wanted of texts. */
export interface WantedTexts {
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
 * When about so few texts have it at all, they are taken at once: to look for
 * marks as well takes longer than to sort them.
 */
const FEW_TEXTS = 3000;

/** SQL of the smallest number of the span that has `before`, and the one below. */
const beginOf = (bits: number | string) =>
  `greatest((((before - 1) >> ${bits}) - 1) << ${bits}, 0)`;

/** SQL of the marks that the texts of both have. */
const marksOf = (mark: string, bits: number) =>
  `format('''${mark}%s'' | ''${mark}%s''',
    (before - 1) >> ${bits}, ((before - 1) >> ${bits}) - 1)::tsquery`;

/**
 * Gives a query that knows `start`, with the number `before` which all texts
 * come, the newest texts that match as `matched`, and as `seen` the number
 * `from` which it looked. GIN gives all that matches and knows no order. Hence
 * the newest texts are looked at first, and where few of them match, as many
 * more as it takes when it is as frequent in these: what is sorted is never much
 * more than what is wanted.
 */
export function withMatchesOfSpans(
  knex: Knex,
  query: Knex.QueryBuilder,
  wanted: WantedTexts,
): Knex.QueryBuilder {
  const found = ['near_texts', 'more_texts'].map(name => knex(name));
  return query
    .withMaterialized('near', nearSpan(knex))
    .withMaterialized('near_texts', textsOf(knex, 'near', wanted))
    .withMaterialized('seen', moreSpan(knex, wanted))
    .withMaterialized('more_texts', textsOf(knex, 'seen', wanted))
    .withMaterialized(
      'matched',
      knex
        .from(knex.unionAll(found).as('found'))
        .orderBy('seq', 'desc')
        .limit(wanted.limit),
    );
}

/** The newest texts, which show how frequent it is. */
function nearSpan(knex: Knex): Knex.QueryBuilder {
  return knex.from('start').select('before', {
    marks: knex.raw(marksOf('/a', levels.near)),
    from: knex.raw(beginOf(levels.near)),
  });
}

/** As many texts below them as it takes; none where there are enough. */
function moreSpan(
  knex: Knex,
  { query, limit }: WantedTexts,
): Knex.QueryBuilder {
  const bits = knex.raw(
    `case
      when hits >= ? then ${levels.near}
      when hits * before between 1 and ${FEW_TEXTS * 2 ** levels.near} then ${ALL}
      when hits * 4 >= ? then ${levels.far}
      else ${levels.farthest}
    end`,
    [limit, limit],
  );
  const hits = knex('near_texts').count({ hits: '*' });
  const width = knex
    .from('near')
    .join(hits.as('counted'), knex.raw('true'))
    .select('before', { below: 'from', bits });
  // whatever matches has what is sought
  const marks = knex.raw(
    `case bits
      when ${levels.far} then ${marksOf('/b', levels.far)}
      when ${levels.farthest} then ${marksOf('/c', levels.farthest)}
      else ?::tsquery
    end`,
    [tsqueryOf(query)],
  );
  return knex.from(width.as('width')).select({
    before: 'below',
    marks,
    from: knex.raw(beginOf('bits')),
  });
}

/** The newest texts of a span that match. */
function textsOf(
  knex: Knex,
  span: string,
  { query, limit, columns, ofTickets }: WantedTexts,
): Knex.QueryBuilder {
  const its = (column: string) => `(select ${column} from ${span})`;
  const texts = knex('ticket_texts').where(found => whereMatches(found, query));
  whereIndexed(texts, its('marks'));
  if (ofTickets) {
    whereIndexed(texts, `'''/ticket'''`);
  }
  // no index on numbers could help, but would be tried
  return texts
    .whereRaw(its('"from" < before'))
    .whereRaw(`seq + 0 >= ${its('"from"')}`)
    .whereRaw(`seq + 0 < ${its('before')}`)
    .orderByRaw('seq + 0 desc')
    .limit(limit)
    .select(columns);
}

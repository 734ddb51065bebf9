import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { TextConditions } from './TicketConditions';
import { isPostgres, whereOneOfIds } from '../sql/dialect';
import { selectIdsOfNumber } from '../tickets/numbers';
import { whereHolds } from '../sql/sql';
import { whereItselfMatches, whereMatches } from '../texts/matches';
import { isReadableText } from '../access/readableTexts';

/**
 * Narrows a query over `tickets` that the person may read to those with a matching
 * text that they may read too, or with the number that is looked for.
 */
export function whereMatchesText(
  query: Knex.QueryBuilder,
  scope: Scope,
  {
    query: search,
    number,
    shownFields,
    found: known,
    frequent,
  }: TextConditions,
): void {
  if (known) {
    whereOneOfIds(query, 'tickets.id', known);
    return;
  }
  if (frequent) {
    query.where(any => {
      any.whereExists(texts => {
        texts
          .from('ticket_texts')
          .select('ticket_texts.seq')
          .whereRaw('ticket_texts.ticket_id = tickets.id')
          .where(matching => whereItselfMatches(matching, search));
        whereHolds(texts, isReadableText(scope, shownFields));
        if (isPostgres(query)) {
          // asked ticket by ticket: else all that match might be taken first
          texts.offset(texts.client.raw('0'));
        }
      });
      if (number) {
        any.orWhereIn('tickets.id', ids => selectIdsOfNumber(ids, number));
      }
    });
    return;
  }
  query.whereIn('tickets.id', found => {
    // these tickets are the same once more, not those of the outer query
    found
      .from('ticket_texts')
      .join('tickets', 'tickets.id', 'ticket_texts.ticket_id')
      .select('ticket_texts.ticket_id')
      .where(matching => whereMatches(matching, search));
    whereHolds(found, isReadableText(scope, shownFields));
    if (number) {
      found.union(ids => selectIdsOfNumber(ids, number));
    }
  });
}

import type { SearchHit } from '@portaldesk/plugin-tickets-common';
import type { Scope } from '../../domain/access/access';
import { shownFields } from '../../domain/forms/forms';
import type { FoundTicket } from '../../store/search/FoundTickets';
import { isNumberSought } from '../../domain/ticketNumbers';
import type { TextConditions } from '../../store/where/TicketConditions';
import type { DeskContext } from '../context';
import { ticketAccess } from '../present';
import { highlightsOf } from './highlights';
import { withNumber } from './hits';

/**
 * For hits without a match in the ticket itself: the match in a ticket that was
 * merged into it. Its fields are shown by the form of its own category.
 *
 * @param found - the tickets of the hits, in the same order
 */
export async function withMergedHighlights(
  { config, store }: Pick<DeskContext, 'config' | 'store'>,
  scope: Scope,
  { query, number: typed }: Pick<TextConditions, 'query' | 'number'>,
  found: readonly Pick<FoundTicket, 'ticket'>[],
  hits: readonly SearchHit[],
): Promise<SearchHit[]> {
  const unexplained = hits.filter(({ highlights }) => highlights.length === 0);
  if (unexplained.length === 0) {
    return [...hits];
  }
  const merged = await store.search.mergedTickets(
    unexplained.map(({ ticket }) => ticket.id),
  );
  return hits.map((hit, index) => {
    if (!unexplained.includes(hit)) {
      return hit;
    }
    const { inside } = ticketAccess(scope, found[index].ticket);
    const highlights = merged
      .filter(({ into }) => into === hit.ticket.id)
      .flatMap(({ number, count, subject, category, fields }) => {
        const form = config.categories.find(({ id }) => id === category)?.form;
        const texts = {
          number,
          subject,
          fields: shownFields(form, inside, fields) as Record<string, never>,
        };
        const marked = highlightsOf(query, texts, []);
        return (
          typed && isNumberSought(typed, number, count)
            ? withNumber(number, marked)
            : marked
        ).map(highlight => ({ ...highlight, origin: number }));
      });
    return { ...hit, highlights };
  });
}

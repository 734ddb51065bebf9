import type { Highlight, Ticket } from '@portaldesk/plugin-tickets-common';
import { fieldTexts } from '../../domain/search/fieldWords';
import { highlight } from '../../domain/search/highlight';
import { matchesQuery, mayMatch } from '../../domain/search/matching';
import type { SearchQuery } from '../../domain/search/searchQuery';
import { type ReadText, readText } from '../../domain/search/readText';
import type { FoundMessage } from '../../store/search/FoundTickets';

/**
 * Why a ticket was found: in which of its texts there is all that was looked
 * for.
 *
 * @param ticket - as the caller may see it
 * @param messages - that were found, and that the caller may read
 */
export function highlightsOf(
  query: SearchQuery,
  { number, subject, fields }: Pick<Ticket, 'number' | 'subject' | 'fields'>,
  messages: readonly FoundMessage[],
): Highlight[] {
  const mark = (
    place: Omit<Highlight, 'parts'>,
    text: ReadText,
  ): Highlight[] => {
    const parts = highlight(query, text);
    return parts ? [{ ...place, parts }] : [];
  };
  const markTitle = () => {
    // they are one text
    if (!mayMatch(query, `${number} ${subject}`)) {
      return [];
    }
    const [first, second] = [readText(number), readText(subject)];
    return matchesQuery(query, [...first.words, ...second.words])
      ? [
          ...mark({ where: 'number' }, first),
          ...mark({ where: 'subject' }, second),
        ]
      : [];
  };
  const markAlone = (place: Omit<Highlight, 'parts'>, text: string) => {
    if (!mayMatch(query, text)) {
      return [];
    }
    const read = readText(text);
    return matchesQuery(query, read.words) ? mark(place, read) : [];
  };
  return [
    ...markTitle(),
    ...Object.entries(fields).flatMap(([field, value]) =>
      markAlone({ where: 'field', field }, fieldTexts(value).join(' ')),
    ),
    ...messages.flatMap(({ id, kind, body }) =>
      markAlone({ where: 'message', message: id, kind }, body),
    ),
  ];
}

import type { Highlight, Ticket } from '@portaldesk/plugin-tickets-common';
import { fieldTexts } from '../../domain/search/fieldWords';
import { highlight } from '../../domain/search/highlight';
import { matchesQuery } from '../../domain/search/matching';
import type { SearchQuery } from '../../domain/search/searchQuery';
import { type FoundWord, findWords } from '../../domain/search/words';
import type { FoundMessage } from '../../store/search/SearchStore';

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
  const wordsHave = (found: readonly FoundWord[]) =>
    matchesQuery(
      query,
      found.map(({ word }) => word),
    );
  const mark = (
    place: Omit<Highlight, 'parts'>,
    text: string,
    found: readonly FoundWord[],
  ): Highlight[] => {
    const parts = highlight(query, text, found);
    return parts ? [{ ...place, parts }] : [];
  };
  const markAlone = (place: Omit<Highlight, 'parts'>, text: string) => {
    const found = findWords(text);
    return wordsHave(found) ? mark(place, text, found) : [];
  };
  // they are one text
  const title = wordsHave(findWords(`${number} ${subject}`))
    ? [
        ...mark({ where: 'number' }, number, findWords(number)),
        ...mark({ where: 'subject' }, subject, findWords(subject)),
      ]
    : [];
  return [
    ...title,
    ...Object.entries(fields).flatMap(([field, value]) =>
      markAlone({ where: 'field', field }, fieldTexts(value).join(' ')),
    ),
    ...messages.flatMap(({ id, kind, body }) =>
      markAlone({ where: 'message', message: id, kind }, body),
    ),
  ];
}

import {
  type SearchPage,
  type SimilarTickets,
  searchPageSchema,
  similarTicketsSchema,
} from '../../model';
import {
  type SearchQuery,
  type SimilarQuery,
  searchQuerySchema,
  similarQuerySchema,
} from '../../requests';
import { query } from '../input';
import { operation } from '../operation';
import { found, page } from '../response';

/** Full-text search. @public */
export const searchOperations = {
  /**
   * Search tickets by text, with the matches.
   *
   * Searches the number and the subject, messages and fields that the caller
   * may read; one of these must contain all words. Each result has what
   * identifies the ticket, and its state; `status` only for agents. A ticket
   * whose number is the text comes first, then the newest matches. The last
   * word may be incomplete, "words in this order" are put in quotation marks,
   * and a minus excludes a word. A page may have fewer items than the limit, or
   * none, if the search had to look at very many texts: the last page is the
   * one without `nextCursor`.
   */
  searchTickets: operation({
    method: 'GET',
    path: '/search',
    input: query<Pick<SearchQuery, 'text'> & Partial<SearchQuery>, SearchQuery>(
      searchQuerySchema,
    ),
    response: page<SearchPage>(searchPageSchema),
  }),

  /**
   * Tickets of which one with this subject may be a duplicate.
   *
   * Compares the words of subjects: the rarer a word, the more it counts.
   */
  similarTickets: operation({
    method: 'GET',
    path: '/similar',
    input: query<
      Pick<SimilarQuery, 'subject'> & Partial<SimilarQuery>,
      SimilarQuery
    >(similarQuerySchema),
    response: found<SimilarTickets>(similarTicketsSchema),
  }),
};

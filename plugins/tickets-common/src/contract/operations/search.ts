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

/** Tickets by their words. @public */
export const searchOperations = {
  /**
   * Tickets by their words, with what was found of them.
   *
   * Looks through number and subject, messages and fields, as far as the caller
   * may read them; all words have to be in one of these. Gives of each ticket
   * what tells which one it is and how it stands; `status` is there only for who
   * sees it from inside. First comes the ticket whose number was typed, then the
   * one where the words were written last. The last word may be typed in part,
   * "words in this order" stand between quotation marks, and a minus before a
   * word leaves out what has it. A page may have fewer items than asked for, or
   * none, where very much had to be looked at: only without `nextCursor` there
   * are no more.
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
   * Tickets that one with this subject may be a repetition of.
   *
   * By the words of their subjects: the rarer a word, the more it counts.
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

import {
  searchPageSchema,
  searchQuerySchema,
  similarQuerySchema,
  similarTicketsSchema,
} from '@portaldesk/plugin-tickets-common';
import { found, page } from './answers';
import { endpoint } from './endpoint';

/** Tickets by their words. */
export const searchRoutes = [
  endpoint({
    method: 'get',
    path: '/search',
    operationId: 'searchTickets',
    summary: 'Tickets by their words, with what was found of them',
    description:
      'Looks through number and subject, messages and fields, as far as the caller may read them; all words have to be in one of these. Gives of each ticket what tells which one it is and how it stands; `status` is there only for who sees it from inside. First comes the ticket whose number was typed, then the one where the words were written last. The last word may be typed in part, "words in this order" stand between quotation marks, and a minus before a word leaves out what has it. A page may have fewer items than asked for, or none, where very much had to be looked at: only without `nextCursor` there are no more.',
    tag: 'Search',
    query: searchQuerySchema,
    dear: { lane: 'reading' },
    answer: page(searchPageSchema, 'One page of what was found.'),
    handle: ({ desk, caller, query }) => desk.search(caller, query),
  }),

  endpoint({
    method: 'get',
    path: '/similar',
    operationId: 'similarTickets',
    summary: 'Tickets that one with this subject may be a repetition of',
    description:
      'By the words of their subjects: the rarer a word, the more it counts.',
    tag: 'Search',
    query: similarQuerySchema,
    dear: { lane: 'reading' },
    answer: found(similarTicketsSchema, 'The most similar tickets.'),
    handle: ({ desk, caller, query }) => desk.similar(caller, query),
  }),
];

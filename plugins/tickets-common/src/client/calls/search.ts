import {
  type SearchPage,
  type SimilarTickets,
  searchPageSchema,
  similarTicketsSchema,
} from '../../model';
import type { SearchQuery, SimilarQuery } from '../../requests';
import { type Call, json } from '../Call';
import type { TicketsRequestOptions } from '../TicketsApi';

export const searchTickets = (
  query: Pick<SearchQuery, 'text'> & Partial<SearchQuery>,
  options?: TicketsRequestOptions,
): Call<SearchPage> => ({
  method: 'GET',
  path: 'search',
  query,
  options,
  read: json(searchPageSchema),
});

export const similarTickets = (
  query: Pick<SimilarQuery, 'subject'> & Partial<SimilarQuery>,
  options?: TicketsRequestOptions,
): Call<SimilarTickets> => ({
  method: 'GET',
  path: 'similar',
  query,
  options,
  read: json(similarTicketsSchema),
});

import {
  type TicketView,
  type TicketViews,
  ticketViewSchema,
  ticketViewsSchema,
} from '../../model';
import type {
  CreateViewRequest,
  EditViewRequest,
  ListViewsQuery,
} from '../../requests';
import { type Call, json, nothing } from '../Call';
import type {
  TicketsChangeOptions,
  TicketsCreateOptions,
  TicketsRequestOptions,
} from '../TicketsApi';

const pathOf = (id: string) => `views/${encodeURIComponent(id)}`;

export const listViews = (
  query?: ListViewsQuery,
  options?: TicketsRequestOptions,
): Call<TicketViews> => ({
  method: 'GET',
  path: 'views',
  query,
  options,
  read: json(ticketViewsSchema),
});

export const createView = (
  body: Pick<CreateViewRequest, 'name'> & Partial<CreateViewRequest>,
  options?: TicketsCreateOptions,
): Call<TicketView> => ({
  method: 'POST',
  path: 'views',
  body,
  options,
  read: json(ticketViewSchema),
});

export const getView = (
  id: string,
  options?: TicketsRequestOptions,
): Call<TicketView> => ({
  method: 'GET',
  path: pathOf(id),
  options,
  read: json(ticketViewSchema),
});

export const editView = (
  id: string,
  body: EditViewRequest,
  options?: TicketsChangeOptions,
): Call<TicketView> => ({
  method: 'PATCH',
  path: pathOf(id),
  body,
  options,
  read: json(ticketViewSchema),
});

export const deleteView = (
  id: string,
  options?: TicketsChangeOptions,
): Call<void> => ({
  method: 'DELETE',
  path: pathOf(id),
  options,
  read: nothing,
});

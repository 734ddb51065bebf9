import {
  type TicketView,
  type TicketViews,
  ticketViewSchema,
  ticketViewsSchema,
} from '../../model';
import {
  type CreateViewRequest,
  type EditViewRequest,
  type ListViewsQuery,
  createViewRequestSchema,
  editViewRequestSchema,
  listViewsQuerySchema,
} from '../../requests';
import { body, query } from '../input';
import { operation } from '../operation';
import { changed, created, found, nothing } from '../response';

/** Saved views: lists that a person or a team comes back to. @public */
export const viewOperations = {
  /**
   * The saved views of the caller, then those of their teams.
   *
   * For admins, those of any team that they name. A view gives no access:
   * everybody finds in it what they may read.
   */
  listViews: operation({
    method: 'GET',
    path: '/views',
    input: query<ListViewsQuery>(listViewsQuerySchema),
    response: found<TicketViews>(ticketViewsSchema),
  }),

  /** Save a view, for oneself or for a team. */
  createView: operation({
    method: 'POST',
    path: '/views',
    headers: ['Idempotency-Key'],
    input: body<
      Pick<CreateViewRequest, 'name'> & Partial<CreateViewRequest>,
      CreateViewRequest
    >(createViewRequestSchema),
    response: created<TicketView>(ticketViewSchema, {
      location: '/views/{id}',
      versioned: true,
    }),
  }),

  /** One saved view. */
  getView: operation({
    method: 'GET',
    path: '/views/{view}',
    response: found<TicketView>(ticketViewSchema, { versioned: true }),
  }),

  /**
   * Change a saved view, or give it to a team or to oneself.
   *
   * What is named is changed; what is absent stays as it is.
   */
  editView: operation({
    method: 'PATCH',
    path: '/views/{view}',
    headers: ['If-Match'],
    input: body<EditViewRequest>(editViewRequestSchema),
    response: changed<TicketView>(ticketViewSchema, { versioned: true }),
  }),

  /** Remove a saved view. */
  deleteView: operation({
    method: 'DELETE',
    path: '/views/{view}',
    headers: ['If-Match'],
    response: nothing,
  }),
};

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

/** Saved views: filtered lists of a person or a team. @public */
export const viewOperations = {
  /**
   * The saved views of the caller, then those of their teams.
   *
   * For admins, those of any team in the query. A view gives no access:
   * everyone finds in it what they may read.
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
   * Change a saved view, or its owner.
   *
   * Given fields are changed, others stay as they are.
   */
  editView: operation({
    method: 'PATCH',
    path: '/views/{view}',
    headers: ['If-Match'],
    input: body<EditViewRequest>(editViewRequestSchema),
    response: changed<TicketView>(ticketViewSchema, { versioned: true }),
  }),

  /** Delete a saved view. */
  deleteView: operation({
    method: 'DELETE',
    path: '/views/{view}',
    headers: ['If-Match'],
    response: nothing,
  }),
};

import {
  type TicketView,
  createViewRequestSchema,
  editViewRequestSchema,
  listViewsQuerySchema,
  ticketViewSchema,
  ticketViewsSchema,
} from '@portaldesk/plugin-tickets-common';
import { type Answer, changed, created, found, nothing } from './answers';
import { endpoint } from './endpoint';

const viewVersion = ({ version }: TicketView) => version;

const foundView: Answer<TicketView> = {
  ...found(ticketViewSchema, 'The view.'),
  headers: ['ETag'],
  version: viewVersion,
};

const createdView: Answer<TicketView> = {
  ...created(
    ticketViewSchema,
    'The view that was saved.',
    ({ id }) => `/views/${encodeURIComponent(id)}`,
  ),
  headers: ['Location', 'ETag', 'Preference-Applied'],
  version: viewVersion,
};

const changedView: Answer<TicketView> = {
  ...changed(ticketViewSchema, 'The view after the change.'),
  headers: ['ETag', 'Preference-Applied'],
  version: viewVersion,
};

/** Saved views, private and of teams. */
export const viewRoutes = [
  endpoint({
    method: 'get',
    path: '/views',
    operationId: 'listViews',
    summary: 'The saved views of the caller, then those of their teams',
    description:
      'For admins, those of any team that they name. A view gives no access: everybody finds in it what they may read.',
    tag: 'Views',
    query: listViewsQuerySchema,
    answer: found(ticketViewsSchema, 'The views, in their order.'),
    handle: ({ desk, caller, query }) => desk.views(caller, query),
  }),

  endpoint({
    method: 'post',
    path: '/views',
    operationId: 'createView',
    summary: 'Save a view, for oneself or for a team',
    tag: 'Views',
    headers: ['Idempotency-Key'],
    body: createViewRequestSchema,
    answer: createdView,
    handle: ({ desk, caller, body, delivery }) =>
      desk.createView(caller, body, delivery),
  }),

  endpoint({
    method: 'get',
    path: '/views/{view}',
    operationId: 'getView',
    summary: 'One saved view',
    tag: 'Views',
    answer: foundView,
    handle: ({ desk, caller, path }) => desk.view(caller, path.view),
  }),

  endpoint({
    method: 'patch',
    path: '/views/{view}',
    operationId: 'editView',
    summary: 'Change a saved view, or give it to a team or to oneself',
    description: 'What is named is changed; what is absent stays as it is.',
    tag: 'Views',
    headers: ['If-Match'],
    body: editViewRequestSchema,
    answer: changedView,
    handle: ({ desk, caller, path, version, body }) =>
      desk.editView(caller, { view: path.view, version }, body),
  }),

  endpoint({
    method: 'delete',
    path: '/views/{view}',
    operationId: 'deleteView',
    summary: 'Remove a saved view',
    tag: 'Views',
    headers: ['If-Match'],
    answer: nothing,
    handle: ({ desk, caller, path, version }) =>
      desk.deleteView(caller, { view: path.view, version }),
  }),
];

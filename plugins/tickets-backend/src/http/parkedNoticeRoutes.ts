import {
  pageQuerySchema,
  parkedNoticePageSchema,
} from '@portaldesk/plugin-tickets-common';
import { nothing, page } from './answers';
import { endpoint } from './endpoint';

/** What could not be told through a channel, for admins. */
export const parkedNoticeRoutes = [
  endpoint({
    method: 'get',
    path: '/parked-notices',
    operationId: 'listParkedNotices',
    summary: 'What could not be told through a channel, oldest first',
    tag: 'Parked notices',
    query: pageQuerySchema,
    answer: page(parkedNoticePageSchema, 'One page of parked notices.'),
    handle: ({ parkedNotices, caller, query }) =>
      parkedNotices.list(caller, query),
  }),

  endpoint({
    method: 'post',
    path: '/parked-notices/{notice}/retry',
    operationId: 'retryParkedNotice',
    summary: 'Try a parked notice again',
    tag: 'Parked notices',
    answer: nothing,
    handle: ({ parkedNotices, caller, path }) =>
      parkedNotices.retry(caller, path.notice),
  }),

  endpoint({
    method: 'delete',
    path: '/parked-notices/{notice}',
    operationId: 'discardParkedNotice',
    summary: 'Give a parked notice up',
    tag: 'Parked notices',
    answer: nothing,
    handle: ({ parkedNotices, caller, path }) =>
      parkedNotices.discard(caller, path.notice),
  }),
];

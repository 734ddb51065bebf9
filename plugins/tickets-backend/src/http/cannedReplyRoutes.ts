import { cannedRepliesSchema } from '@portaldesk/plugin-tickets-common';
import { createdMessage, found } from './answers';
import { endpoint } from './endpoint';

/** Prepared messages. */
export const cannedReplyRoutes = [
  endpoint({
    method: 'get',
    path: '/tickets/{ticket}/canned-replies',
    operationId: 'listCannedReplies',
    summary: 'The canned replies that fit, their placeholders filled in',
    tag: 'Canned replies',
    answer: found(cannedRepliesSchema, 'The canned replies.'),
    handle: ({ desk, caller, path }) => desk.cannedReplies(caller, path.ticket),
  }),

  endpoint({
    method: 'post',
    path: '/tickets/{ticket}/canned-replies/{cannedReply}',
    operationId: 'applyCannedReply',
    summary: 'Send a canned reply and change what it says, in one step',
    tag: 'Canned replies',
    headers: ['If-Match'],
    dear: { lane: 'writing' },
    answer: createdMessage,
    handle: ({ desk, caller, target, path }) =>
      desk.applyCannedReply(caller, target, path.cannedReply),
  }),
];

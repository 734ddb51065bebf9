import { type CannedReplies, cannedRepliesSchema } from '../../model';
import { operation } from '../operation';
import { found } from '../response';
import { createdMessage } from './conversation';

/** Prepared messages with placeholders. @public */
export const cannedReplyOperations = {
  /**
   * The canned replies that fit the ticket, with their placeholders filled in.
   */
  listCannedReplies: operation({
    method: 'GET',
    path: '/tickets/{ticket}/canned-replies',
    response: found<CannedReplies>(cannedRepliesSchema),
  }),

  /**
   * Send a canned reply and make its changes, in one step.
   *
   * @returns The message. Its ticket is another one if it started a follow-up.
   */
  applyCannedReply: operation({
    method: 'POST',
    path: '/tickets/{ticket}/canned-replies/{cannedReply}',
    headers: ['If-Match'],
    response: createdMessage,
  }),
};

import { deskDescriptionSchema } from '@portaldesk/plugin-tickets-common';
import { found } from './answers';
import { endpoint } from './endpoint';

/** The desk itself. */
export const deskRoutes = [
  endpoint({
    method: 'get',
    path: '/desk',
    operationId: 'describeDesk',
    summary: 'The desk as it is configured, and what the caller is to it',
    tag: 'Desk',
    answer: found(deskDescriptionSchema, 'The desk.'),
    handle: ({ desk, caller }) => desk.describe(caller),
  }),
];

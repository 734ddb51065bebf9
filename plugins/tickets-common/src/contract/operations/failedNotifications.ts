import {
  type FailedNotificationPage,
  failedNotificationPageSchema,
} from '../../model';
import { deskAdministerPermission } from '../../permissions';
import { type PageQuery, pageQuerySchema } from '../../requests';
import { query } from '../input';
import { operation } from '../operation';
import { nothing, page } from '../response';

/** Notifications that a channel could not deliver; for admins. @public */
export const failedNotificationOperations = {
  /** The notifications that a channel could not deliver, oldest first. */
  listFailedNotifications: operation({
    method: 'GET',
    path: '/failed-notifications',
    permission: deskAdministerPermission,
    input: query<Partial<PageQuery>, PageQuery>(pageQuerySchema),
    response: page<FailedNotificationPage>(failedNotificationPageSchema),
  }),

  /** Try to deliver a failed notification again. */
  retryFailedNotification: operation({
    method: 'POST',
    path: '/failed-notifications/{notification}/retry',
    permission: deskAdministerPermission,
    response: nothing,
  }),

  /** Discard a failed notification. */
  discardFailedNotification: operation({
    method: 'DELETE',
    path: '/failed-notifications/{notification}',
    permission: deskAdministerPermission,
    response: nothing,
  }),
};

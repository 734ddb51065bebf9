import { absenceOperations } from './absences';
import { cannedReplyOperations } from './cannedReplies';
import { conversationOperations } from './conversation';
import { deskOperations } from './desk';
import { failedNotificationOperations } from './failedNotifications';
import { fileOperations } from './files';
import { lifecycleOperations } from './lifecycle';
import { peopleOperations } from './people';
import { relationOperations } from './relations';
import { reportOperations } from './reports';
import { searchOperations } from './search';
import { settingsOperations } from './settings';
import { ticketOperations } from './tickets';
import { viewOperations } from './views';

export {
  absenceOperations,
  cannedReplyOperations,
  conversationOperations,
  deskOperations,
  failedNotificationOperations,
  fileOperations,
  lifecycleOperations,
  peopleOperations,
  relationOperations,
  reportOperations,
  searchOperations,
  settingsOperations,
  ticketOperations,
  viewOperations,
};

/**
 * All operations of the HTTP API, by their names.
 * @public
 */
export type Operations = typeof deskOperations &
  typeof ticketOperations &
  typeof viewOperations &
  typeof conversationOperations &
  typeof fileOperations &
  typeof lifecycleOperations &
  typeof peopleOperations &
  typeof relationOperations &
  typeof cannedReplyOperations &
  typeof absenceOperations &
  typeof searchOperations &
  typeof reportOperations &
  typeof failedNotificationOperations &
  typeof settingsOperations;

/**
 * {@inheritDoc Operations}
 * @public
 */
export const operations: Operations = {
  ...deskOperations,
  ...ticketOperations,
  ...viewOperations,
  ...conversationOperations,
  ...fileOperations,
  ...lifecycleOperations,
  ...peopleOperations,
  ...relationOperations,
  ...cannedReplyOperations,
  ...absenceOperations,
  ...searchOperations,
  ...reportOperations,
  ...failedNotificationOperations,
  ...settingsOperations,
};

/**
 * The name of an operation.
 * @public
 */
export type OperationName = keyof Operations;

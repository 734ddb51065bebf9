import { absenceRoutes } from './absenceRoutes';
import { bulkRoutes } from './bulkRoutes';
import { cannedReplyRoutes } from './cannedReplyRoutes';
import { conversationRoutes } from './conversationRoutes';
import { deskRoutes } from './deskRoutes';
import type { Endpoint } from './endpoint';
import { exportRoutes } from './exportRoutes';
import { fileRoutes } from './fileRoutes';
import { lifeRoutes } from './lifeRoutes';
import { openApiRoutes } from './openApiRoutes';
import { parkedNoticeRoutes } from './parkedNoticeRoutes';
import { peopleRoutes } from './peopleRoutes';
import { relationRoutes } from './relationRoutes';
import { reportRoutes } from './reportRoutes';
import { searchRoutes } from './searchRoutes';
import { ticketRoutes } from './ticketRoutes';
import { viewRoutes } from './viewRoutes';

/** All that the HTTP API can be asked, in the order of its documentation. */
export const endpoints: readonly Endpoint[] = [
  ...deskRoutes,
  ...ticketRoutes,
  ...exportRoutes,
  ...viewRoutes,
  ...bulkRoutes,
  ...conversationRoutes,
  ...fileRoutes,
  ...lifeRoutes,
  ...peopleRoutes,
  ...relationRoutes,
  ...cannedReplyRoutes,
  ...absenceRoutes,
  ...searchRoutes,
  ...reportRoutes,
  ...parkedNoticeRoutes,
  ...openApiRoutes,
];

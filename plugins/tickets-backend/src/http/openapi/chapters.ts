import {
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
  ticketOperations,
  viewOperations,
} from '@portaldesk/plugin-tickets-common';

/**
 * The chapters of the API's documentation, each with the part of the table of
 * operations that it is about, and whose comment says what that is.
 */
export const chapters = {
  Desk: { deskOperations },
  Tickets: { ticketOperations },
  Views: { viewOperations },
  Conversation: { conversationOperations },
  Files: { fileOperations },
  Lifecycle: { lifecycleOperations },
  People: { peopleOperations },
  Relations: { relationOperations },
  'Canned replies': { cannedReplyOperations },
  Absences: { absenceOperations },
  Search: { searchOperations },
  Reports: { reportOperations },
  'Failed notifications': { failedNotificationOperations },
};

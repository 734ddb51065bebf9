import * as contract from '@portaldesk/plugin-tickets-common';
import type { Operation } from '@portaldesk/plugin-tickets-common';

/** The parts of the table of operations, by the titles of their chapters. */
const parts = {
  Desk: 'deskOperations',
  Tickets: 'ticketOperations',
  Views: 'viewOperations',
  Conversation: 'conversationOperations',
  Files: 'fileOperations',
  Lifecycle: 'lifecycleOperations',
  People: 'peopleOperations',
  Relations: 'relationOperations',
  'Canned replies': 'cannedReplyOperations',
  Absences: 'absenceOperations',
  Search: 'searchOperations',
  Reports: 'reportOperations',
  'Failed notifications': 'failedNotificationOperations',
  Settings: 'settingsOperations',
} as const;

/** A chapter of the API's documentation. */
interface Chapter {
  title: string;
  /** The name of its part of the table, whose comment says what it is about. */
  constant: string;
  operations: Record<string, Operation>;
}

/** The chapters of the API's documentation, in their order. */
export const chapters: Chapter[] = Object.entries(parts).map(
  ([title, constant]) => ({ title, constant, operations: contract[constant] }),
);

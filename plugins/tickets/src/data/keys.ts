import type {
  ListTicketsQuery,
  ReportGroupsQuery,
  ReportQuery,
  ReportTrendQuery,
  TicketFilter,
} from '@portaldesk/plugin-tickets-common';

/** A view whose tickets are counted. */
export interface CountedView {
  id: string;
  filter: TicketFilter;
}

/**
 * Where answers are kept in the cache. All that belongs to one ticket begins
 * with the ticket's key, so that it can be reloaded at once.
 */
export const keys = {
  desk: ['desk'] as const,
  absences: ['absences'] as const,
  lists: ['list'] as const,
  list: (query: Partial<ListTicketsQuery>) => ['list', query] as const,
  counts: ['counts'] as const,
  count: (filter: TicketFilter) => ['counts', filter] as const,
  viewCounts: (views: readonly CountedView[]) =>
    ['counts', 'views', views] as const,
  views: ['views'] as const,
  settings: ['settings'] as const,
  failedNotifications: ['failed-notifications'] as const,
  reportSummary: (query: ReportQuery) => ['report', 'summary', query] as const,
  reportTrend: (query: ReportTrendQuery) => ['report', 'trend', query] as const,
  reportGroups: (query: ReportGroupsQuery) =>
    ['report', 'groups', query] as const,
  tickets: ['ticket'] as const,
  ticket: (number: string) => ['ticket', number] as const,
  messages: (number: string) => ['ticket', number, 'messages'] as const,
  events: (number: string) => ['ticket', number, 'events'] as const,
  links: (number: string) => ['ticket', number, 'links'] as const,
  cannedReplies: (number: string) =>
    ['ticket', number, 'canned-replies'] as const,
  similar: (subject: string, asset: string | undefined) =>
    ['similar', subject, asset] as const,
  ticketSearch: (text: string) => ['ticket-search', text] as const,
  /** Changes of a ticket, which are no answers. */
  changes: (number: string) => ['change', number] as const,
  entities: (refs: string[]) => ['entities', refs] as const,
  entityNames: (refs: readonly string[]) => ['entity-names', refs] as const,
  catalogSearch: (what: string, term: string) =>
    ['catalog-search', what, term] as const,
  picture: (file: string) => ['picture', file] as const,
  textFile: (file: string) => ['text-file', file] as const,
  /** All that is known of mails. */
  mails: ['mails'] as const,
  quarantine: ['mails', 'quarantine'] as const,
  quarantined: (id: number) => ['mails', 'quarantine', id] as const,
  troubledMails: ['mails', 'troubled'] as const,
  failedMails: ['mails', 'failed'] as const,
  deadAddresses: ['mails', 'dead-addresses'] as const,
  mailMode: ['mails', 'mode'] as const,
  ticketMails: (number: string) => ['ticket', number, 'mails'] as const,
  members: (team: string) => ['members', team] as const,
};

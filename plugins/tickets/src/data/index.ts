export type { BulkOutcome, BulkProgress } from './bulk/bulkOutcome';
export { useAllTickets } from './bulk/useAllTickets';
export { useBulkChange } from './bulk/useBulkChange';
export { type NotUndoable, undoOf, useBulkUndo } from './bulk/useBulkUndo';
export * from './errors';
export * from './mails';
export { refusedAnswersOf } from './refusedAnswers';
export { TicketsProvider } from './TicketsProvider';
export { ticketsApiRef } from './ticketsApiRef';
export { canRetry, type Upload } from './uploads/upload';
export { type DraftUploads, useUploads } from './uploads/useUploads';
export { useAbsences } from './useAbsences';
export { useAssets } from './useAssets';
export { useCannedReplies } from './useCannedReplies';
export { useDesk } from './useDesk';
export { useEntityNames } from './useEntityNames';
export { type Choosable, useEntitySearch } from './useEntitySearch';
export {
  TEXT_PREVIEW_SIZE,
  usePicture,
  useTextFile,
} from './useFileContent';
export { useFileTicket } from './useFileTicket';
export { useFindTicket } from './useFindTicket';
export { useMarkRead } from './useMarkRead';
export { useReloadTickets } from './useReloadTickets';
export {
  useReportGroups,
  useReportSummary,
  useReportTrend,
} from './useReports';
export {
  useFailedNotificationChange,
  useFailedNotifications,
  useRoutingTest,
  useSettings,
  useSlaTest,
} from './useSettings';
export {
  useFollow,
  useOpenTrouble,
  useSimilarTickets,
} from './useSimilarTickets';
export { useTeamMembers } from './useTeamMembers';
export { useTicket } from './useTicket';
export { useTicketChange } from './useTicketChange';
export { useTicketCounts, useTicketList } from './useTicketList';
export { useEvents, useMessages } from './useTicketLogs';
export type { CountedView } from './keys';
export { useSavedViews, useViewChange, useViewCounts } from './useViews';
export { useTicketLinks } from './useTicketLinks';
export { useTicketExport } from './useTicketExport';
export { useTicketSearch } from './useTicketSearch';

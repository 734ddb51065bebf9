import type { Desk } from './Desk';
import { handOver, takeOver } from './lifecycle/assign';
import { endAbsence, listAbsences, setAbsence } from './people/absences';
import { archiveTicket, unarchiveTicket } from './lifecycle/archiveTicket';
import { changeMany } from './lifecycle/bulk';
import {
  applyCannedReply,
  listCannedReplies,
} from './conversation/cannedReplies';
import { changeStatus } from './lifecycle/changeStatus';
import type { DeskContext } from './context';
import { discardFile, downloadFile } from './attachments/downloadFile';
import { uploadFile } from './attachments/uploadFile';
import { addMessage } from './conversation/converse';
import { deleteTicket } from './lifecycle/deleteTicket';
import { describeDesk } from './describeDesk';
import { editTicket } from './lifecycle/editTicket';
import { closeTicket, reopenTicket, solveTicket } from './lifecycle/endTicket';
import { exportTickets } from './lists/exportTickets';
import { fileTicket } from './filing/fileTicket';
import { linkTickets, listLinks, unlinkTickets } from './relations/links';
import { markRead } from './lifecycle/markRead';
import { mergeTicket } from './relations/merge';
import { setOrganisationAccess } from './people/organisationAccess';
import { addPerson, removePerson } from './people/people';
import { postponeTicket } from './lifecycle/postponeTicket';
import { rateTicket } from './lifecycle/rateTicket';
import {
  getTicket,
  listEvents,
  listMessages,
} from './conversation/readConversation';
import { redactMessage } from './conversation/redactMessage';
import { getSettings } from './settings/getSettings';
import { testRouting } from './settings/testRouting';
import { testSla } from './settings/testSla';
import { splitTicket } from './relations/split';
import { listStatusHistory } from './reports/listStatusHistory';
import {
  getReportGroups,
  getReportSummary,
  getReportTrend,
} from './reports/reports';
import { createWorkOrder } from './relations/workOrder';
import { searchTickets } from './search/searchTickets';
import { similarTickets } from './search/similarTickets';
import { createView, deleteView, editView } from './views/changeViews';
import { getView, listViews } from './views/readViews';
import { countTickets, countViews } from './lists/countTickets';
import { listTickets } from './lists/listTickets';
import {
  discardFailedNotification,
  listFailedNotifications,
  retryFailedNotification,
} from './notifications/failedNotifications';

type UseCases = Record<
  string,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of any shape
  (context: DeskContext, ...args: any[]) => unknown
>;

type Bound<Of extends UseCases> = {
  [Name in keyof Of]: Of[Name] extends (
    context: DeskContext,
    ...args: infer Args
  ) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};

/** The same use cases, at this desk. */
function bind<Of extends UseCases>(
  context: DeskContext,
  useCases: Of,
): Bound<Of> {
  return Object.fromEntries(
    Object.entries(useCases).map(([name, useCase]) => [
      name,
      async (...args: unknown[]) => useCase(context, ...args),
    ]),
  ) as Bound<Of>;
}

/** The desk, which checks the rights of every caller to a ticket. */
export function createDesk(context: DeskContext): Desk {
  const desk: Desk = {
    ...bind(context, {
      describeDesk,

      fileTicket,
      listTickets,
      countTickets,
      countViews,
      exportTickets,
      getTicket,
      editTicket,
      deleteTicket,
      markRead,

      listMessages,
      listEvents,
      listStatusHistory,
      addMessage,
      redactMessage,
      listCannedReplies,
      applyCannedReply,

      uploadFile,
      downloadFile,
      discardFile,

      takeOver,
      handOver,
      changeStatus,
      postponeTicket,
      solveTicket,
      closeTicket,
      reopenTicket,
      archiveTicket,
      unarchiveTicket,
      rateTicket,

      addPerson,
      removePerson,
      setOrganisationAccess,

      listLinks,
      linkTickets,
      unlinkTickets,
      mergeTicket,
      splitTicket,
      createWorkOrder,

      listAbsences,
      setAbsence,
      endAbsence,

      listViews,
      getView,
      createView,
      editView,
      deleteView,

      searchTickets,
      similarTickets,

      getReportSummary,
      getReportGroups,
      getReportTrend,

      listFailedNotifications,
      retryFailedNotification,
      discardFailedNotification,

      getSettings,
      testRouting,
      testSla,
    }),
    // each change is made, and recorded, as it would be alone
    changeTickets: (caller, request) =>
      changeMany({ desk, context }, caller, request),
  };
  return desk;
}

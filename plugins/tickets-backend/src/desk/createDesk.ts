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
import { mergeTickets } from './relations/merge';
import { setOrganisationAccess } from './people/organisationAccess';
import { addPerson, removePerson } from './people/people';
import { postponeTicket } from './lifecycle/postponeTicket';
import { rateTicket } from './lifecycle/rateTicket';
import {
  getTicketWithMessages,
  listEvents,
  listMessages,
} from './conversation/readConversation';
import { splitTicket } from './relations/split';
import { listStages } from './reports/listStages';
import { reportGroups, reportSummary, reportTrend } from './reports/reports';
import { createWorkOrder } from './relations/workOrder';
import { searchTickets } from './search/searchTickets';
import { similarTickets } from './search/similarTickets';
import { createView, deleteView, editView } from './views/changeViews';
import { getView, listViews } from './views/readViews';
import { countTickets, countViews } from './lists/countTickets';
import { listTickets } from './lists/listTickets';
import { getTicket } from './readTickets';

/** The desk, which holds every caller to their relation to a ticket. */
export function createDesk(context: DeskContext): Desk {
  /** A use case at this desk. */
  const withContext =
    <Rest extends unknown[], Result>(
      useCase: (context: DeskContext, ...rest: Rest) => Promise<Result>,
    ) =>
    (...rest: Rest): Promise<Result> =>
      useCase(context, ...rest);

  const desk: Desk = {
    describe: async caller => describeDesk(context, caller),
    file: withContext(fileTicket),
    list: withContext(listTickets),
    count: withContext(countTickets),
    countViews: withContext(countViews),
    exportTickets: withContext(exportTickets),
    get: withContext(getTicket),
    getWithMessages: withContext(getTicketWithMessages),
    edit: withContext(editTicket),
    delete: withContext(deleteTicket),
    markRead: withContext(markRead),

    messages: withContext(listMessages),
    events: withContext(listEvents),
    stages: withContext(listStages),
    addMessage: withContext(addMessage),

    uploadFile: withContext(uploadFile),
    downloadFile: withContext(downloadFile),
    discardFile: withContext(discardFile),

    takeOver: withContext(takeOver),
    handOver: withContext(handOver),
    changeStatus: withContext(changeStatus),
    postpone: withContext(postponeTicket),
    solve: withContext(solveTicket),
    close: withContext(closeTicket),
    reopen: withContext(reopenTicket),
    archive: withContext(archiveTicket),
    reactivate: withContext(unarchiveTicket),
    rate: withContext(rateTicket),

    addPerson: withContext(addPerson),
    removePerson: withContext(removePerson),
    setOrganisationAccess: withContext(setOrganisationAccess),

    links: withContext(listLinks),
    link: withContext(linkTickets),
    unlink: withContext(unlinkTickets),
    merge: withContext(mergeTickets),
    split: withContext(splitTicket),
    createWorkOrder: withContext(createWorkOrder),

    cannedReplies: withContext(listCannedReplies),
    applyCannedReply: withContext(applyCannedReply),
    bulk: (caller, request) => changeMany({ desk, context }, caller, request),

    absences: withContext(listAbsences),
    setAbsence: withContext(setAbsence),
    endAbsence: withContext(endAbsence),

    views: withContext(listViews),
    view: withContext(getView),
    createView: withContext(createView),
    editView: withContext(editView),
    deleteView: withContext(deleteView),

    search: withContext(searchTickets),
    similar: withContext(similarTickets),

    reportSummary: withContext(reportSummary),
    reportGroups: withContext(reportGroups),
    reportTrend: withContext(reportTrend),
  };
  return desk;
}

import type { Desk } from './Desk';
import { handOver, takeOver } from './life/assign';
import { endAbsence, listAbsences, setAbsence } from './people/absences';
import { archiveTicket, reactivateTicket } from './life/archiveTicket';
import { changeMany } from './life/bulk';
import {
  applyCannedReply,
  listCannedReplies,
} from './conversation/cannedReplies';
import { changeStatus } from './life/changeStatus';
import type { DeskContext } from './context';
import { discardFile, downloadFile } from './attachments/downloadFile';
import { uploadFile } from './attachments/uploadFile';
import { addMessage } from './conversation/converse';
import { deleteTicket } from './life/deleteTicket';
import { describeDesk } from './describeDesk';
import { editTicket } from './life/editTicket';
import { closeTicket, reopenTicket, solveTicket } from './life/endTicket';
import { exportTickets } from './lists/exportTickets';
import { fileTicket } from './filing/fileTicket';
import { linkTickets, listLinks, unlinkTickets } from './relations/links';
import { markRead } from './life/markRead';
import { mergeTickets } from './relations/merge';
import { setOrganisationAccess } from './people/organisationAccess';
import { addPerson, removePerson } from './people/people';
import { postponeTicket } from './life/postponeTicket';
import { rateTicket } from './life/rateTicket';
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
  const here =
    <Rest extends unknown[], Result>(
      useCase: (context: DeskContext, ...rest: Rest) => Promise<Result>,
    ) =>
    (...rest: Rest): Promise<Result> =>
      useCase(context, ...rest);

  const desk: Desk = {
    describe: async caller => describeDesk(context, caller),
    file: here(fileTicket),
    list: here(listTickets),
    count: here(countTickets),
    countViews: here(countViews),
    exportTickets: here(exportTickets),
    get: here(getTicket),
    getWithMessages: here(getTicketWithMessages),
    edit: here(editTicket),
    delete: here(deleteTicket),
    markRead: here(markRead),

    messages: here(listMessages),
    events: here(listEvents),
    stages: here(listStages),
    addMessage: here(addMessage),

    uploadFile: here(uploadFile),
    downloadFile: here(downloadFile),
    discardFile: here(discardFile),

    takeOver: here(takeOver),
    handOver: here(handOver),
    changeStatus: here(changeStatus),
    postpone: here(postponeTicket),
    solve: here(solveTicket),
    close: here(closeTicket),
    reopen: here(reopenTicket),
    archive: here(archiveTicket),
    reactivate: here(reactivateTicket),
    rate: here(rateTicket),

    addPerson: here(addPerson),
    removePerson: here(removePerson),
    setOrganisationAccess: here(setOrganisationAccess),

    links: here(listLinks),
    link: here(linkTickets),
    unlink: here(unlinkTickets),
    merge: here(mergeTickets),
    split: here(splitTicket),
    createWorkOrder: here(createWorkOrder),

    cannedReplies: here(listCannedReplies),
    applyCannedReply: here(applyCannedReply),
    bulk: (caller, request) => changeMany({ desk, context }, caller, request),

    absences: here(listAbsences),
    setAbsence: here(setAbsence),
    endAbsence: here(endAbsence),

    views: here(listViews),
    view: here(getView),
    createView: here(createView),
    editView: here(editView),
    deleteView: here(deleteView),

    search: here(searchTickets),
    similar: here(similarTickets),

    reportSummary: here(reportSummary),
    reportGroups: here(reportGroups),
    reportTrend: here(reportTrend),
  };
  return desk;
}

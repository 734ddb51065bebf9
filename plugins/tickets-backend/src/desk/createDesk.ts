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
import { fileTicket } from './filing/fileTicket';
import { linkTickets, listLinks, unlinkTickets } from './relations/links';
import { markRead } from './life/markRead';
import { mergeTickets } from './relations/merge';
import { setOrganisationAccess } from './people/organisationAccess';
import { addPerson, removePerson } from './people/people';
import { postponeTicket } from './life/postponeTicket';
import { rateTicket } from './life/rateTicket';
import { listEvents, listMessages } from './conversation/readConversation';
import { splitTicket } from './relations/split';
import { createWorkOrder } from './relations/workOrder';
import { countTickets, getTicket, listTickets } from './readTickets';

/** The desk, which holds every caller to their relation to a ticket. */
export function createDesk(context: DeskContext): Desk {
  const desk: Desk = {
    describe: async caller => describeDesk(context, caller),
    file: (caller, request, delivery) =>
      fileTicket(context, caller, request, delivery),
    list: (caller, query) => listTickets(context, caller, query),
    count: (caller, filter) => countTickets(context, caller, filter),
    get: (caller, ticket) => getTicket(context, caller, ticket),
    messages: (caller, ticket, page) =>
      listMessages(context, caller, ticket, page),
    events: (caller, ticket, page) => listEvents(context, caller, ticket, page),
    addMessage: (caller, target, request, delivery) =>
      addMessage(context, caller, target, request, delivery),
    uploadFile: (caller, upload) => uploadFile(context, caller, upload),
    downloadFile: (caller, file) => downloadFile(context, caller, file),
    discardFile: (caller, file) => discardFile(context, caller, file),
    edit: (caller, target, request) =>
      editTicket(context, caller, target, request),
    markRead: (caller, target) => markRead(context, caller, target),
    changeStatus: (caller, target, request) =>
      changeStatus(context, caller, target, request),
    postpone: (caller, target, request) =>
      postponeTicket(context, caller, target, request),
    solve: (caller, target, request) =>
      solveTicket(context, caller, target, request),
    archive: (caller, target) => archiveTicket(context, caller, target),
    reactivate: (caller, target) => reactivateTicket(context, caller, target),
    takeOver: (caller, target) => takeOver(context, caller, target),
    handOver: (caller, target, request) =>
      handOver(context, caller, target, request),
    close: (caller, target, request) =>
      closeTicket(context, caller, target, request),
    reopen: (caller, target, request) =>
      reopenTicket(context, caller, target, request),
    delete: (caller, target) => deleteTicket(context, caller, target),
    rate: (caller, target, request) =>
      rateTicket(context, caller, target, request),
    addPerson: (caller, target, request) =>
      addPerson(context, caller, target, request),
    removePerson: (caller, target, request) =>
      removePerson(context, caller, target, request),
    setOrganisationAccess: (caller, target, request) =>
      setOrganisationAccess(context, caller, target, request),
    links: (caller, ticket) => listLinks(context, caller, ticket),
    link: (caller, target, request) =>
      linkTickets(context, caller, target, request),
    unlink: (caller, target, request) =>
      unlinkTickets(context, caller, target, request),
    merge: (caller, target, request) =>
      mergeTickets(context, caller, target, request),
    split: (caller, target, request) =>
      splitTicket(context, caller, target, request),
    createWorkOrder: (caller, target, request) =>
      createWorkOrder(context, caller, target, request),
    absences: caller => listAbsences(context, caller),
    setAbsence: (caller, request) => setAbsence(context, caller, request),
    endAbsence: (caller, person) => endAbsence(context, caller, person),
    cannedReplies: (caller, ticket) =>
      listCannedReplies(context, caller, ticket),
    applyCannedReply: (caller, target, cannedReply) =>
      applyCannedReply(context, caller, target, cannedReply),
    bulk: (caller, request) =>
      changeMany({ desk, logger: context.logger }, caller, request),
  };
  return desk;
}

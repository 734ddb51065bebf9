import type { Desk } from './Desk';
import { handOver, takeOver } from './assign';
import { changeStatus, closeTicket, reopenTicket } from './changeStatus';
import type { DeskContext } from './context';
import { addMessage } from './converse';
import { describeDesk } from './describeDesk';
import { editTicket } from './editTicket';
import { fileTicket } from './fileTicket';
import { listEvents, listMessages } from './readConversation';
import { countTickets, getTicket, listTickets } from './readTickets';

/** The desk, which holds every caller to their relation to a ticket. */
export function createDesk(context: DeskContext): Desk {
  return {
    describe: async caller => describeDesk(context, caller),
    file: (caller, request) => fileTicket(context, caller, request),
    list: (caller, query) => listTickets(context, caller, query),
    count: (caller, filter) => countTickets(context, caller, filter),
    get: (caller, ticket) => getTicket(context, caller, ticket),
    messages: (caller, ticket, page) =>
      listMessages(context, caller, ticket, page),
    events: (caller, ticket, page) => listEvents(context, caller, ticket, page),
    addMessage: (caller, target, request) =>
      addMessage(context, caller, target, request),
    edit: (caller, target, request) =>
      editTicket(context, caller, target, request),
    changeStatus: (caller, target, status) =>
      changeStatus(context, caller, target, status),
    takeOver: (caller, target) => takeOver(context, caller, target),
    handOver: (caller, target, request) =>
      handOver(context, caller, target, request),
    close: (caller, target) => closeTicket(context, caller, target),
    reopen: (caller, target) => reopenTicket(context, caller, target),
  };
}

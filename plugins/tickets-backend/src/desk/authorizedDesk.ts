import { NotAllowedError } from '@backstage/errors';
import { ticketCreatePermission } from '@portaldesk/plugin-tickets-common';
import { isPermitted } from '../domain/access/decisions';
import type { Caller } from './Caller';
import type { Desk } from './Desk';
import type { Authorize } from './authorize';

/**
 * A desk that also asks the permission framework, once in every call. What it
 * decides goes with the caller, and narrows what their relation to a ticket
 * allows, never widens it.
 */
export function authorizedDesk(desk: Desk, authorize: Authorize): Desk {
  function asPermitted<Rest extends unknown[], Result>(
    useCase: (caller: Caller, ...rest: Rest) => Promise<Result>,
  ) {
    return async (caller: Caller, ...rest: Rest): Promise<Result> => {
      const decisions = await authorize(caller);
      return useCase({ ...caller, ...decisions }, ...rest);
    };
  }

  return {
    describe: asPermitted(desk.describe),
    file: asPermitted((caller, request, delivery) => {
      requirePermissionToFile(caller);
      return desk.file(caller, request, delivery);
    }),
    list: asPermitted(desk.list),
    count: asPermitted(desk.count),
    countViews: asPermitted(desk.countViews),
    exportTickets: asPermitted(desk.exportTickets),
    get: asPermitted(desk.get),
    getWithMessages: asPermitted(desk.getWithMessages),
    edit: asPermitted(desk.edit),
    delete: asPermitted(desk.delete),
    markRead: asPermitted(desk.markRead),

    messages: asPermitted(desk.messages),
    events: asPermitted(desk.events),
    stages: asPermitted(desk.stages),
    addMessage: asPermitted(desk.addMessage),

    uploadFile: asPermitted(desk.uploadFile),
    downloadFile: asPermitted(desk.downloadFile),
    discardFile: asPermitted(desk.discardFile),

    takeOver: asPermitted(desk.takeOver),
    handOver: asPermitted(desk.handOver),
    changeStatus: asPermitted(desk.changeStatus),
    postpone: asPermitted(desk.postpone),
    solve: asPermitted(desk.solve),
    close: asPermitted(desk.close),
    reopen: asPermitted(desk.reopen),
    archive: asPermitted(desk.archive),
    reactivate: asPermitted(desk.reactivate),
    rate: asPermitted(desk.rate),

    addPerson: asPermitted(desk.addPerson),
    removePerson: asPermitted(desk.removePerson),
    setOrganisationAccess: asPermitted(desk.setOrganisationAccess),

    links: asPermitted(desk.links),
    link: asPermitted(desk.link),
    unlink: asPermitted(desk.unlink),
    merge: asPermitted(desk.merge),
    split: asPermitted(desk.split),
    createWorkOrder: asPermitted(desk.createWorkOrder),

    cannedReplies: asPermitted(desk.cannedReplies),
    applyCannedReply: asPermitted(desk.applyCannedReply),
    bulk: asPermitted(desk.bulk),

    absences: asPermitted(desk.absences),
    setAbsence: asPermitted(desk.setAbsence),
    endAbsence: asPermitted(desk.endAbsence),

    views: asPermitted(desk.views),
    view: asPermitted(desk.view),
    createView: asPermitted(desk.createView),
    editView: asPermitted(desk.editView),
    deleteView: asPermitted(desk.deleteView),

    search: asPermitted(desk.search),
    similar: asPermitted(desk.similar),

    reportSummary: asPermitted(desk.reportSummary),
    reportGroups: asPermitted(desk.reportGroups),
    reportTrend: asPermitted(desk.reportTrend),
  };
}

/** @throws NotAllowedError unless the caller may file tickets */
function requirePermissionToFile({ decisions }: Caller): void {
  if (!isPermitted(decisions, ticketCreatePermission)) {
    throw new NotAllowedError('You may not file tickets');
  }
}

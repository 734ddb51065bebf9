import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  BulkResults,
  PersonRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from './Caller';
import type { Desk } from './Desk';
import type { DeskContext } from './context';
import { errorForLog } from './errorForLog';
import { changeMany } from './lifecycle/bulk';

/** What was done, without any content of tickets. */
type Act = Pick<
  AuditorServiceCreateEventOptions,
  'eventId' | 'severityLevel'
> & { readonly meta: JsonObject };

/**
 * A desk that leaves audit events of what removes tickets, changes who may see
 * them, or touches many at once; also of attempts that were refused or failed.
 */
export function auditedDesk(
  desk: Desk,
  services: {
    readonly auditor: AuditorService;
    readonly context: DeskContext;
  },
): Desk {
  const { auditor, context } = services;

  /**
   * @param done - does it, and says what it was done to
   */
  async function audit<T>(
    caller: Caller,
    { eventId, severityLevel = 'medium', meta }: Act,
    done: () => Promise<[result: T, outcome: JsonObject]>,
  ): Promise<T> {
    const event = await auditor.createEvent({
      eventId,
      severityLevel,
      meta: { actor: caller.ref, ...meta },
    });
    const [result, outcome] = await done().catch(async (reason: unknown) => {
      await event.fail({ error: errorForLog(reason) });
      throw reason;
    });
    await event.success({ meta: outcome });
    return result;
  }

  function auditTicket(
    caller: Caller,
    act: Act,
    done: () => Promise<Ticket>,
  ): Promise<Ticket> {
    return audit(caller, act, async () => {
      const ticket = await done();
      return [ticket, identityOf(ticket)];
    });
  }

  const audited: Desk = {
    ...desk,
    deleteTicket: (caller, target) =>
      audit(
        caller,
        {
          eventId: 'delete',
          severityLevel: 'high',
          meta: { ticket: target.ticket },
        },
        async () => {
          const ticket = await desk.getTicket(caller, target.ticket);
          return [await desk.deleteTicket(caller, target), identityOf(ticket)];
        },
      ),
    editTicket: (caller, target, edit) =>
      edit.visibility === undefined
        ? desk.editTicket(caller, target, edit)
        : auditTicket(
            caller,
            {
              eventId: 'visibility-change',
              meta: { ticket: target.ticket, visibility: edit.visibility },
            },
            () => desk.editTicket(caller, target, edit),
          ),
    setOrganisationAccess: (caller, target, request) =>
      auditTicket(
        caller,
        {
          eventId: 'organisation-access-change',
          meta: { ticket: target.ticket, granted: request.granted },
        },
        () => desk.setOrganisationAccess(caller, target, request),
      ),
    addPerson: (caller, target, request) =>
      isWatching(caller, request)
        ? desk.addPerson(caller, target, request)
        : auditTicket(
            caller,
            {
              eventId: 'person-add',
              meta: { ticket: target.ticket, ...request },
            },
            () => desk.addPerson(caller, target, request),
          ),
    removePerson: (caller, target, request) =>
      isWatching(caller, request)
        ? desk.removePerson(caller, target, request)
        : auditTicket(
            caller,
            {
              eventId: 'person-remove',
              meta: { ticket: target.ticket, ...request },
            },
            () => desk.removePerson(caller, target, request),
          ),
    mergeTicket: (caller, target, request) =>
      auditTicket(
        caller,
        {
          eventId: 'merge',
          meta: { ticket: target.ticket, into: request.into },
        },
        () => desk.mergeTicket(caller, target, request),
      ),
    setAbsence: (caller, request) =>
      request.person === caller.ref
        ? desk.setAbsence(caller, request)
        : audit(
            caller,
            { eventId: 'absence-set', meta: { person: request.person } },
            async () => [await desk.setAbsence(caller, request), {}],
          ),
    endAbsence: (caller, query) =>
      query.person === caller.ref
        ? desk.endAbsence(caller, query)
        : audit(
            caller,
            { eventId: 'absence-end', meta: { person: query.person } },
            async () => [await desk.endAbsence(caller, query), {}],
          ),
    changeTickets: (caller, request) =>
      audit(
        caller,
        {
          eventId: 'bulk-change',
          meta: { change: request.change.type, tickets: request.tickets },
        },
        async () => {
          // each change on its own leaves the events it would leave alone
          const results = await changeMany(
            { desk: audited, context },
            caller,
            request,
          );
          return [results, { byStatus: countByStatus(results) }];
        },
      ),
  };
  return audited;
}

function identityOf({ id, number }: Ticket): JsonObject {
  return { id, number };
}

/** Watching a ticket oneself changes no access. */
function isWatching(caller: Caller, { ref, role }: PersonRequest): boolean {
  return role === 'watcher' && ref === caller.ref;
}

/** How many tickets were answered with each status. */
function countByStatus({ items }: BulkResults): JsonObject {
  const counts: Record<string, number> = {};
  for (const { status } of items) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

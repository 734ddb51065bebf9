import type {
  Message,
  Ticket,
  TicketAction,
  TicketPerson,
  TicketSummary,
} from '@portaldesk/plugin-tickets-common';
import {
  lightOfPortalStatus,
  ticketCreatePermission,
} from '@portaldesk/plugin-tickets-common';
import type { DeskConfig } from '../config/DeskConfig';
import { type Access, type Scope, accessTo } from '../domain/access/access';
import type { Deadlines } from '../domain/sla/deadlines';
import { shownFields } from '../domain/forms/forms';
import { isPermitted } from '../domain/access/decisions';
import { versionFor } from '../domain/versions';
import { needsFollowUp } from '../domain/reopening';
import { allowedActions } from '../domain/access/preconditions';
import {
  closingStatus,
  postponedStatus,
  reactionTo,
  solvingStatus,
} from '../domain/workflow';
import type { StoredMessage } from '../store/messages/StoredMessage';
import type {
  StoredSummary,
  StoredTicket,
} from '../store/tickets/StoredTicket';
import type { OpaqueIds } from './opaque/OpaqueIds';
import { presentAttachment } from './attachments/files';

/** What a caller may do to a stored ticket. */
export function ticketAccess(scope: Scope, ticket: StoredSummary): Access {
  return accessTo(scope, { ...ticket, assetOwners: assetOwnersOf(ticket) });
}

/** The groups and users that own the assets of a ticket. */
export function assetOwnersOf({
  assets,
  assetOwners,
}: StoredSummary): string[] {
  return assets.flatMap(ref => assetOwners[ref] ?? []);
}

/** What a caller may do to a ticket in its present state. */
export function availableActions(
  config: DeskConfig,
  scope: Scope,
  access: Access,
  ticket: StoredTicket,
): TicketAction[] {
  const { statuses, reactions } = config;
  const { status, assignee, archivedAt } = ticket;
  return allowedActions(access, scope.person, {
    type: statuses.get(status).type,
    assignee,
    archived: archivedAt !== null,
    canChangeStatus: statuses.after(status).length > 0,
    canPostpone: postponedStatus(statuses, status) !== undefined,
    canSolve: solvingStatus(statuses, status) !== undefined,
    canClose: closingStatus(statuses, status) !== undefined,
    canReopen: reactionTo(reactions, 'reopen', status) !== undefined,
    needsFollowUp:
      scope.now !== undefined && needsFollowUp(config, ticket, scope.now),
    mayFile: isPermitted(scope.decisions, ticketCreatePermission),
  });
}

/** The ticket as a caller may see it. */
export function presentTicket(
  config: DeskConfig,
  scope: Scope,
  ticket: StoredTicket,
): Ticket {
  const access = ticketAccess(scope, ticket);
  return {
    ...presentSummary(config, access, ticket),
    version: versionFor(access, ticket),
    ...(access.inside && {
      tags: [...ticket.tags],
      slaPolicy: ticket.slaPolicy,
      notifyRequester: ticket.notifyRequester,
      deadlines: presentDeadlines(ticket.deadlines),
    }),
    visibility: ticket.visibility,
    channel: ticket.channel,
    fields: visibleFields(config, access, ticket),
    system: ticket.system,
    createdBy: ticket.createdBy,
    organisation: ticket.organisation,
    organisationAccess: ticket.organisationAccess,
    entities: [...ticket.entities],
    people: visiblePeople(scope, access, ticket),
    endedAt: ticket.endedAt?.toISOString() ?? null,
    postponedUntil: ticket.postponedUntil?.toISOString() ?? null,
    archivedAt: ticket.archivedAt?.toISOString() ?? null,
    rating: ticket.rating,
    allowedActions: availableActions(config, scope, access, ticket),
  };
}

/** What a caller sees of a ticket in lists. */
export function presentSummary(
  config: DeskConfig,
  { inside }: Access,
  ticket: StoredSummary,
): TicketSummary {
  const { portalStatus } = config.statuses.get(ticket.status);
  return {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    ...(inside && { status: ticket.status }),
    portalStatus,
    light: lightOfPortalStatus[portalStatus],
    category: ticket.category,
    priority: ticket.priority,
    assets: ticket.assets.map((entityRef, position) => ({
      entityRef,
      primary: position === 0,
    })),
    requester: ticket.requester,
    team: ticket.team,
    assignee: ticket.assignee,
    createdAt: ticket.createdAt.toISOString(),
    updatedAt: ticket.updatedAt.toISOString(),
  };
}

function presentDeadlines(
  deadlines: Deadlines,
): NonNullable<Ticket['deadlines']> {
  const asText = (at: Date | null) => at?.toISOString() ?? null;
  return {
    firstResponseAt: asText(deadlines.firstResponseAt),
    responseDueAt: asText(deadlines.responseDueAt),
    resolutionDueAt: asText(deadlines.resolutionDueAt),
    inactivityDueAt: asText(deadlines.inactivityDueAt),
    nextDueAt: asText(deadlines.nextDueAt),
    responseMet: deadlines.responseMet,
    resolutionMet: deadlines.resolutionMet,
  };
}

/**
 * Outside, only the fields that the form of the category shows there, and none
 * of a form that is no longer configured.
 */
export function visibleFields(
  config: DeskConfig,
  { inside }: Access,
  { category, fields }: StoredSummary,
): Ticket['fields'] {
  const form = config.categories.find(({ id }) => id === category)?.form;
  return shownFields(form, inside, fields) as Ticket['fields'];
}

/** Outside, one sees of the watchers only oneself. */
function visiblePeople(
  scope: Scope,
  access: Access,
  { people }: StoredTicket,
): TicketPerson[] {
  return people.filter(
    ({ ref, role }) =>
      access.inside || role !== 'watcher' || ref === scope.person.ref,
  );
}

export function presentMessage(
  ids: OpaqueIds,
  message: StoredMessage,
): Message {
  return {
    id: ids.idOf('message', message.id),
    ticket: message.ticketId,
    kind: message.kind,
    side: message.side,
    author: message.author,
    body: message.body,
    attachments: message.files.map(presentAttachment),
    // others do not see the message
    ...(message.kind === 'private' && { recipients: [...message.recipients] }),
    ...(message.origin !== null && { origin: message.origin }),
    createdAt: message.createdAt.toISOString(),
    ...(message.redacted && {
      redacted: {
        by: message.redacted.by,
        at: message.redacted.at.toISOString(),
      },
    }),
  };
}

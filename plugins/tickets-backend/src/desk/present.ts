import type {
  Message,
  Ticket,
  TicketAction,
  TicketEvent,
} from '@portaldesk/plugin-tickets-common';
import { lightOfPortalStatus } from '@portaldesk/plugin-tickets-common';
import type { DeskConfig } from '../config/DeskConfig';
import {
  type Access,
  type Scope,
  accessTo,
  allowedActions,
} from '../domain/access';
import { seenFromOutside } from '../domain/history';
import { closingStatus, reactionTo } from '../domain/workflow';
import type {
  StoredEvent,
  StoredMessage,
  StoredTicket,
} from '../store/TicketStore';

/** What somebody may do to a stored ticket. */
export function ticketAccess(scope: Scope, ticket: StoredTicket): Access {
  return accessTo(scope, {
    ...ticket,
    assetOwners: ticket.assets.flatMap(({ owner }) => owner ?? []),
  });
}

/** What somebody may do to a ticket as it stands now. */
export function usableActions(
  config: DeskConfig,
  scope: Scope,
  access: Access,
  ticket: StoredTicket,
): TicketAction[] {
  const { statuses, reactions } = config;
  return allowedActions(access, scope.person, {
    type: statuses.get(ticket.status).type,
    assignee: ticket.assignee,
    canChangeStatus: statuses.after(ticket.status).length > 0,
    canClose: closingStatus(statuses, ticket.status) !== undefined,
    canReopen: reactionTo(reactions, 'reopen', ticket.status) !== undefined,
  });
}

/** The ticket as somebody may see it. */
export function presentTicket(
  config: DeskConfig,
  scope: Scope,
  ticket: StoredTicket,
): Ticket {
  const access = ticketAccess(scope, ticket);
  const { portalStatus } = config.statuses.get(ticket.status);
  return {
    id: ticket.id,
    number: ticket.number,
    version: ticket.version,
    subject: ticket.subject,
    ...(access.inside && { status: ticket.status }),
    portalStatus,
    light: lightOfPortalStatus[portalStatus],
    category: ticket.category,
    priority: ticket.priority,
    visibility: ticket.visibility,
    requester: ticket.requester,
    createdBy: ticket.createdBy,
    organisation: ticket.organisation,
    assets: ticket.assets.map(({ entityRef }, position) => ({
      entityRef,
      primary: position === 0,
    })),
    team: ticket.team,
    assignee: ticket.assignee,
    createdAt: ticket.createdAt.toISOString(),
    updatedAt: ticket.updatedAt.toISOString(),
    endedAt: ticket.endedAt?.toISOString() ?? null,
    allowedActions: usableActions(config, scope, access, ticket),
  };
}

export function presentMessage(message: StoredMessage): Message {
  return { ...message, createdAt: message.createdAt.toISOString() };
}

/** The event as somebody may see it; undefined when it tells them nothing. */
export function presentEvent(
  config: DeskConfig,
  access: Access,
  event: StoredEvent,
): TicketEvent | undefined {
  const detail = access.inside
    ? event.detail
    : seenFromOutside(config.statuses, event.detail);
  return (
    detail && {
      id: event.id,
      actor: event.actor,
      at: event.at.toISOString(),
      version: event.version,
      detail,
    }
  );
}

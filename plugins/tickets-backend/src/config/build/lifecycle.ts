import { portalStatusOfType } from '@portaldesk/plugin-tickets-common';
import type { AutoClose } from '../../domain/autoClosing';
import { Statuses } from '../../domain/statuses';
import {
  type ReactionTrigger,
  type Reactions,
  defaultReactions,
  reactsFrom,
} from '../../domain/workflow';
import type { DeskConfig } from '../DeskConfig';
import {
  DEFAULT_PRIORITIES,
  DEFAULT_PRIORITY,
  DEFAULT_STATUSES,
} from '../defaults';
import type { TicketsConfig } from '../schema/ticketsConfig';

type Workflow = TicketsConfig['workflow'];

/** Statuses and priorities, and what moves a ticket from one to another. */
export function buildLifecycle(tickets: TicketsConfig) {
  const { workflow, closing } = tickets;
  const statuses = buildStatuses(tickets);
  const priorities = tickets.priorities ?? DEFAULT_PRIORITIES;
  return {
    statuses,
    reactions: buildReactions(workflow, statuses),
    markOwnTicketsRead: workflow.markOwnTicketsRead,
    autoClose: buildAutoClose(workflow, statuses),
    merging: workflow.merge,
    releaseUnavailable: workflow.releaseUnavailable,
    whenAssigneeAway: tickets.absences.whenAssigneeAway,
    reopenWithin: workflow.reopenWithin?.milliseconds,
    priorities,
    defaultPriority: defaultPriority(tickets, priorities),
    allowReclassify: closing.allowReclassify,
    notifyOnClose: closing.notifyParticipants,
  } satisfies Partial<DeskConfig>;
}

function buildStatuses(tickets: TicketsConfig): Statuses {
  return new Statuses(
    tickets.statuses?.map(status => ({
      ...status,
      portalStatus: status.portalStatus ?? portalStatusOfType[status.type],
    })) ?? DEFAULT_STATUSES,
  );
}

/** The named one, else `normal` if there is one, else the first. */
function defaultPriority(
  tickets: TicketsConfig,
  priorities: DeskConfig['priorities'],
): string {
  const fallback =
    priorities.find(priority => priority.id === DEFAULT_PRIORITY) ??
    priorities[0];
  return tickets.defaultPriority ?? fallback.id;
}

function buildReactions(workflow: Workflow, statuses: Statuses): Reactions {
  const configured: Record<ReactionTrigger, Workflow['onRead']> = {
    read: workflow.onRead,
    assignment: workflow.onAssign,
    'agent-reply': workflow.onAgentReply,
    'requester-reply': workflow.onRequesterReply,
    return: workflow.onReturn,
    reopen: workflow.onReopen,
  };
  const own = (event: ReactionTrigger) => {
    const reaction = configured[event];
    return (
      reaction && {
        from: reaction.from ?? reactsFrom(statuses, event),
        to: reaction.to,
      }
    );
  };
  const defaults = defaultReactions(statuses);
  return {
    read: own('read'),
    assignment: own('assignment') ?? defaults.assignment,
    'agent-reply': own('agent-reply'),
    'requester-reply': own('requester-reply') ?? defaults['requester-reply'],
    return: own('return') ?? defaults.return,
    reopen: own('reopen') ?? defaults.reopen,
  };
}

/** From the solved statuses to the first closed one, unless configured otherwise. */
function buildAutoClose(
  { autoClose }: Workflow,
  statuses: Statuses,
): AutoClose | undefined {
  const to = autoClose?.to ?? statuses.first('closed')?.id;
  return autoClose && to !== undefined
    ? {
        from: autoClose.from ?? statuses.ofType('solved').map(({ id }) => id),
        to,
        after: autoClose.after.milliseconds,
      }
    : undefined;
}

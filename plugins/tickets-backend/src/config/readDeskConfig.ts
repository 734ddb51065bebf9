import type { Config } from '@backstage/config';
import { portalStatusOfType } from '@portaldesk/plugin-tickets-common';
import { parseMask } from '../domain/numbering';
import { Statuses } from '../domain/statuses';
import {
  type Occasion,
  type Reactions,
  defaultReactions,
  reactsFrom,
} from '../domain/workflow';
import { ConfigMistakes } from './ConfigMistakes';
import type { DeskConfig } from './DeskConfig';
import {
  DEFAULT_MASK,
  DEFAULT_PRIORITIES,
  DEFAULT_PRIORITY,
  DEFAULT_STATUSES,
} from './defaults';
import { findMistakes } from './findMistakes';
import { type TicketsConfig, ticketsConfigSchema } from './schema';

/**
 * Reads and checks `tickets` of app-config. Without such a section the desk
 * has its defaults.
 *
 * @throws Error that names the path, the value and the remedy of every mistake
 */
export function readDeskConfig(rootConfig: Config): DeskConfig {
  const raw = rootConfig.getOptional('tickets') ?? {};
  const mistakes = new ConfigMistakes(raw);
  const parsed = ticketsConfigSchema.safeParse(raw);
  parsed.error?.issues.forEach(issue => mistakes.addIssue(issue));
  mistakes.throwIfAny();
  if (!parsed.success) {
    throw parsed.error;
  }
  findMistakes(parsed.data, mistakes);
  mistakes.throwIfAny();
  return deskConfig(parsed.data);
}

function deskConfig(tickets: TicketsConfig): DeskConfig {
  const statuses = new Statuses(
    tickets.statuses?.map(status => ({
      ...status,
      portalStatus: status.portalStatus ?? portalStatusOfType[status.type],
    })) ?? DEFAULT_STATUSES,
  );
  const priorities = tickets.priorities ?? DEFAULT_PRIORITIES;
  return {
    access: {
      admins: tickets.admins,
      teams: tickets.teams?.map(team => team.group) ?? [],
      agentsSee: tickets.access.agentsSee,
    },
    defaultTeam: tickets.defaultTeam,
    numbering: parseMask(
      tickets.numbering?.mask ?? DEFAULT_MASK,
      tickets.numbering?.timeZone,
    ),
    statuses,
    reactions: reactions(tickets.workflow, statuses),
    priorities,
    defaultPriority: defaultPriority(tickets, priorities),
    categories: tickets.categories,
  };
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

function reactions(
  workflow: TicketsConfig['workflow'],
  statuses: Statuses,
): Reactions {
  const read = (
    occasion: Occasion,
    configured: { from?: string[]; to: string } | undefined,
  ) =>
    configured && {
      from: configured.from ?? reactsFrom(statuses, occasion),
      to: configured.to,
    };
  const defaults = defaultReactions(statuses);
  return {
    assignment: read('assignment', workflow.onAssign) ?? defaults.assignment,
    'agent-reply': read('agent-reply', workflow.onAgentReply),
    'requester-reply':
      read('requester-reply', workflow.onRequesterReply) ??
      defaults['requester-reply'],
    reopen: read('reopen', workflow.onReopen) ?? defaults.reopen,
  };
}

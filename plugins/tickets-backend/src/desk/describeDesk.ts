import {
  type DeskDescription,
  ticketCreatePermission,
} from '@portaldesk/plugin-tickets-common';
import type { DeskConfig } from '../config/DeskConfig';
import { teamsOf } from '../domain/access/access';
import { shownForm } from '../domain/forms/forms';
import { isPermitted } from '../domain/access/decisions';
import type { Caller } from './Caller';
import { type DeskContext, callersScope } from './context';
import { categoriesFor } from './requireConfigured';

type CategorySummary = DeskDescription['categories'][number];

/** The desk as it is configured, as far as it concerns the caller. */
export function describeDesk(
  context: DeskContext,
  caller: Caller,
): DeskDescription {
  const { config } = context;
  const scope = callersScope(context, caller);
  const isAgent = scope.agent || scope.admin;
  const { maxFileSize, maxTicketSize, maxFilesPerMessage, allowedTypes } =
    config.attachments;
  return {
    caller: {
      ref: caller.ref,
      agent: scope.agent,
      admin: scope.admin,
      teams: teamsOf(config.access, caller),
      mayFile: isPermitted(caller.decisions, ticketCreatePermission),
    },
    teams: [...config.access.teams],
    categories: categoriesFor(config, isAgent).map(category =>
      describeCategory(category, isAgent),
    ),
    priorities: config.priorities.map(({ id, title }) => ({ id, title })),
    defaultPriority: config.defaultPriority,
    statuses: isAgent ? describeStatuses(config) : [],
    slaPolicies: isAgent
      ? config.slaPolicies.map(({ id, title }) => ({ id, title }))
      : [],
    attachments: {
      maxFileSize,
      maxTicketSize,
      maxFilesPerMessage,
      allowedTypes: [...allowedTypes],
    },
    ...(isAgent && { cannedReplies: config.cannedReplies.length > 0 }),
  };
}

/** Without what a category decides internally, such as its team. */
function describeCategory(
  category: DeskConfig['categories'][number],
  isAgent: boolean,
): CategorySummary {
  const { id, title, description, icon, priority, agentsOnly } = category;
  const { fits, form } = category;
  return {
    id,
    title,
    description,
    icon,
    priority,
    agentsOnly,
    fits: fits && {
      kinds: fits.kinds && [...fits.kinds],
      types: fits.types && [...fits.types],
      tags: fits.tags && [...fits.tags],
    },
    form: form && (shownForm(form, isAgent) as CategorySummary['form']),
  };
}

function describeStatuses({
  statuses,
}: DeskConfig): DeskDescription['statuses'] {
  return statuses.all.map(({ id, title, type, color }) => ({
    id,
    title,
    type,
    color,
    next: statuses.after(id).map(next => next.id),
  }));
}

import type { Config } from '@backstage/config';
import { ConfigMistakes } from './ConfigMistakes';
import type { DeskConfig } from './DeskConfig';
import { buildAttachments } from './build/attachments';
import { buildCategories, buildNumbering } from './build/categories';
import { buildLife } from './build/life';
import { buildSla } from './build/sla';
import { findMistakes } from './mistakes/findMistakes';
import { pagePath } from './pagePath';
import {
  type TicketsConfig,
  ticketsConfigSchema,
} from './schema/ticketsConfig';

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
  return {
    ...buildDeskConfig(parsed.data),
    page: { path: pagePath(rootConfig, parsed.data.page.path) },
  };
}

function buildDeskConfig(tickets: TicketsConfig): Omit<DeskConfig, 'page'> {
  const { access, teams = [] } = tickets;
  const life = buildLife(tickets);
  return {
    access: {
      admins: tickets.admins,
      teams: teams.map(({ group }) => group),
      agentsSee: access.agentsSee,
    },
    organisationAccess: access.organisation === 'granted',
    teams,
    defaultTeam: tickets.defaultTeam,
    routing: tickets.routing.map(({ name, when, then }, index) => ({
      name: name ?? `#${index + 1}`,
      when,
      then,
    })),
    numbering: buildNumbering(tickets),
    ...life,
    categories: buildCategories(tickets),
    ...buildSla(tickets, life.statuses),
    defaultSlaPolicy: tickets.defaultSlaPolicy,
    cannedReplies: tickets.cannedReplies,
    attachments: buildAttachments(tickets),
    cache: tickets.cache,
  };
}

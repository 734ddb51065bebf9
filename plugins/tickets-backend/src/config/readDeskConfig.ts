import type { Config } from '@backstage/config';
import { ConfigIssues } from './ConfigIssues';
import type { DeskConfig } from './DeskConfig';
import { buildAttachments } from './build/attachments';
import { buildCategories, buildNumbering } from './build/categories';
import { buildLifecycle } from './build/lifecycle';
import { buildPublicPages } from './build/publicPages';
import { buildSla } from './build/sla';
import type { Section } from './validation/References';
import { configuredEntities } from './entities';
import { validateConfig } from './validation/validateConfig';
import { pagePath } from './pagePath';
import {
  type TicketsConfig,
  ticketsConfigSchema,
} from './schema/ticketsConfig';

/**
 * Reads and checks `tickets` of app-config. Without such a section the desk
 * has its defaults.
 *
 * @throws Error that names the path, the value and the hint of every mistake
 */
export function readDeskConfig(rootConfig: Config): DeskConfig {
  const raw = rootConfig.getOptional('tickets') ?? {};
  const issues = new ConfigIssues(raw);
  const { tickets, unreadable } = readSections(raw, issues);
  if (tickets) {
    validateConfig(tickets, unreadable, issues);
  }
  issues.throwIfAny();
  if (!tickets) {
    throw new Error('The configuration of the desk cannot be read');
  }
  return {
    ...buildDeskConfig(tickets),
    page: { path: pagePath(rootConfig, tickets.page.path) },
  };
}

/**
 * Reads what is well formed, so that mistakes between sections are said
 * together with those within one.
 */
function readSections(raw: unknown, issues: ConfigIssues) {
  const parsed = ticketsConfigSchema.safeParse(raw);
  parsed.error?.issues.forEach(issue => issues.addIssue(issue));
  const unreadable = new Set(
    parsed.error?.issues.map(({ path }) => path[0] as Section),
  );
  const tickets =
    parsed.data ?? ticketsConfigSchema.safeParse(without(raw, unreadable)).data;
  return { tickets, unreadable };
}

/** The sections that are not in a set, and that there are. */
function without(raw: unknown, left: ReadonlySet<string>): unknown {
  const known = Object.keys(ticketsConfigSchema.shape);
  return typeof raw === 'object' && raw !== null
    ? Object.fromEntries(
        Object.entries(raw).filter(
          ([key]) => known.includes(key) && !left.has(key),
        ),
      )
    : raw;
}

function buildDeskConfig(tickets: TicketsConfig): Omit<DeskConfig, 'page'> {
  const { access, teams = [] } = tickets;
  const life = buildLifecycle(tickets);
  return {
    access: {
      admins: tickets.admins,
      teams: teams.map(({ group }) => group),
      agentsSee: access.agentsSee,
    },
    organisationAccess: access.organisation === 'granted',
    language: tickets.language,
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
    publicPages: buildPublicPages(tickets),
    entities: configuredEntities(tickets),
  };
}

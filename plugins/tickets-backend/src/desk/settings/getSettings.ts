import type { DeskSettings } from '@portaldesk/plugin-tickets-common';
import type { DeskConfig } from '../../config/DeskConfig';
import { DEFAULT_STATUSES } from '../../config/defaults';
import { type Path, pathText } from '../../config/paths';
import type { SlaPolicy, SlaTargets } from '../../domain/sla/policy';
import type { Caller } from '../Caller';
import type { DeskContext } from '../context';
import { requireAdmin } from './requireAdmin';

type CategorySettings = DeskSettings['categories'][number];
type RuleSettings = DeskSettings['rules'][number];

/**
 * How the desk is configured, with the place of each value.
 *
 * @throws NotAllowedError for everybody but admins
 */
export async function getSettings(
  context: DeskContext,
  caller: Caller,
): Promise<DeskSettings> {
  requireAdmin(context, caller);
  const { config } = context;
  return {
    statuses: describeStatuses(config),
    categories: config.categories.map(describeCategory),
    teams: await describeTeams(context),
    defaultTeam: config.defaultTeam ?? null,
    rules: config.routing.map(({ name, when, then }, index) => ({
      path: at('routing', index),
      name,
      // both were read from JSON
      when: when as RuleSettings['when'],
      then: then as RuleSettings['then'],
    })),
    slaPolicies: config.slaPolicies.map(describePolicy),
    defaultSlaPolicy: config.defaultSlaPolicy ?? null,
  };
}

function describeStatuses({ statuses }: DeskConfig): DeskSettings['statuses'] {
  const isDefault = statuses.all === DEFAULT_STATUSES;
  return statuses.all.map(({ id, title, type, portalStatus }, index) => ({
    path: isDefault ? null : at('statuses', index),
    id,
    title,
    type,
    portalStatus,
    next: statuses.after(id).map(next => next.id),
  }));
}

function describeCategory(
  category: DeskConfig['categories'][number],
  index: number,
): CategorySettings {
  const { id, title, description, agentsOnly, tags, form } = category;
  return {
    path: at('categories', index),
    id,
    title,
    description,
    agentsOnly,
    team: category.team ?? null,
    priority: category.priority ?? null,
    visibility: category.visibility ?? null,
    slaPolicy: category.slaPolicy ?? null,
    tags: [...tags],
    form: form && (form.schema as CategorySettings['form']),
  };
}

async function describeTeams({
  config,
  catalog,
}: DeskContext): Promise<DeskSettings['teams']> {
  const directory = await catalog.directory(
    config.teams.map(({ group }) => group),
  );
  return config.teams.map(({ group, assign }, index) => ({
    path: at('teams', index),
    group,
    assign,
    members: directory.membersOf(group),
  }));
}

function describePolicy(
  policy: SlaPolicy,
  index: number,
): DeskSettings['slaPolicies'][number] {
  const { id, title, calendar, targets, defaultTargets, warnBefore } = policy;
  return {
    path: at('slaPolicies', index),
    id,
    title,
    calendar: calendar ?? null,
    targets: [
      ...Object.entries(targets).map(([priority, own]) =>
        describeTargets(priority, own),
      ),
      describeTargets(null, defaultTargets),
    ].filter(
      ({ response, resolution, inactivity }) =>
        response !== null || resolution !== null || inactivity !== null,
    ),
    warnBefore: warnBefore ?? null,
  };
}

function describeTargets(priority: string | null, targets: SlaTargets) {
  const { response = null, resolution = null, inactivity = null } = targets;
  return { priority, response, resolution, inactivity };
}

function at(...path: Path): string {
  return pathText(path);
}

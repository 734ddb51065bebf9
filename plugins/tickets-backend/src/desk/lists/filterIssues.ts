import type {
  TicketFilter,
  TicketViewIssue,
} from '@portaldesk/plugin-tickets-common';
import type { Category, DeskConfig } from '../../config/DeskConfig';
import type { Scope } from '../../domain/access/access';
import { fieldNames } from '../../domain/forms/formLevels';
import { shownForm } from '../../domain/forms/forms';
import { issueAt } from '../../domain/issueAt';
import { categoriesFor } from '../requireConfigured';

/** The filters that refer to the configuration. */
export type ConfiguredFilter = Pick<
  TicketFilter,
  'status' | 'category' | 'priority' | 'team' | 'field'
>;

const isNotConfigured = (id: string) => `${id} is not configured`;

const messages: Readonly<
  Record<keyof ConfiguredFilter, (id: string) => string>
> = {
  status: isNotConfigured,
  category: isNotConfigured,
  priority: isNotConfigured,
  team: id => `${id} is not a team of this desk`,
  field: name => `no form has a field ${name}`,
};

/** Most issues of a filter that one response lists. */
const MAX_ISSUES = 20;

/**
 * What a filter contains that is not configured today: it finds nothing, or
 * only tickets that still have it. The first are listed, and how many more
 * there are. Statuses, hidden fields and categories for agents only are known
 * to agents only.
 *
 * @param at - where the filter is: `filter`, `query`
 */
export function filterIssues(
  config: DeskConfig,
  scope: Pick<Scope, 'agent' | 'admin'>,
  filter: ConfiguredFilter,
  at: string,
): TicketViewIssue[] {
  const inside = scope.agent || scope.admin;
  const idsOf = (items: readonly { readonly id: string }[]) =>
    items.map(({ id }) => id);
  const { teams } = config.access;
  const categories = categoriesFor(config, inside);
  const known: Partial<Record<keyof ConfiguredFilter, Iterable<string>>> = {
    ...(inside && { status: idsOf(config.statuses.all) }),
    category: idsOf(categories),
    priority: idsOf(config.priorities),
    ...(teams.length > 0 && { team: [...teams, 'none'] }),
    ...(filter.field && { field: namesOfFields(categories, inside) }),
  };
  const issues = (
    ['status', 'category', 'priority', 'team', 'field'] as const
  ).flatMap(name => {
    const ids = known[name] && new Set(known[name]);
    return (filter[name] ?? []).flatMap((value, index) => {
      const id = name === 'field' ? value.split(':', 1)[0] : value;
      return !ids || ids.has(id)
        ? []
        : [
            issueAt(
              `${at}.${name}[${index}]`,
              messages[name](id),
              'not-configured',
            ),
          ];
    });
  });
  const more = issues.length - MAX_ISSUES;
  return more > 0
    ? [
        ...issues.slice(0, MAX_ISSUES),
        issueAt(
          at,
          `${more} more values are not configured`,
          'more-not-configured',
          { count: more },
        ),
      ]
    : issues;
}

function namesOfFields(
  categories: readonly Category[],
  inside: boolean,
): Set<string> {
  return new Set(
    categories.flatMap(({ form }) =>
      form ? [...fieldNames(shownForm(form, inside))] : [],
    ),
  );
}

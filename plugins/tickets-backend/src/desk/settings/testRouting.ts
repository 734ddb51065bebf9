import type {
  RoutingTest,
  RoutingTestQuery,
} from '@portaldesk/plugin-tickets-common';
import { pathText } from '../../config/paths';
import type { Caller } from '../Caller';
import type { DeskContext } from '../context';
import { readFilingCatalog } from '../filing/filingCatalog';
import { filingCategory, filingTags } from '../filing/filingCategory';
import { findTeam, teamStrategy } from '../filing/findTeam';
import { requirePriority } from '../requireConfigured';
import { requireAdmin } from './requireAdmin';

/**
 * Where a ticket would go. It is decided as for a ticket that is filed, by the
 * same functions.
 *
 * @throws InvalidRequestError at what is not in the catalog or the configuration
 */
export async function testRouting(
  context: DeskContext,
  caller: Caller,
  query: RoutingTestQuery,
): Promise<RoutingTest> {
  requireAdmin(context, caller);
  const { config } = context;
  const { assets, requesterGroups } = await readFilingCatalog(context, caller, {
    subject: '',
    assets: query.asset === undefined ? [] : [query.asset],
    onBehalfOf: query.requester,
  });
  const [primary] = assets;
  const category = filingCategory(config, query.category, true, primary);
  const asked = requirePriority(
    config,
    query.priority ?? category?.priority ?? config.defaultPriority,
  ).id;
  const { routing } = await findTeam(
    context,
    {
      category: category?.id ?? null,
      tags: filingTags(category, query.tag),
      fields: {},
      channel: query.channel ?? 'portal',
      priority: asked,
      requesterGroups,
      asset: primary,
      categoryTeam: category?.team,
      defaultTeam: config.defaultTeam,
    },
    {},
  );
  const { team, rule, ruleName, reason, outcome } = routing;
  return {
    team,
    rule,
    ...(ruleName !== undefined && {
      ruleName,
      path: pathText([
        'routing',
        config.routing.findIndex(({ name }) => name === ruleName),
      ]),
    }),
    reason,
    assign:
      team === null ? 'none' : (outcome.assign ?? teamStrategy(config, team)),
    priority: outcome.priority ?? asked,
    visibility: outcome.visibility ?? category?.visibility ?? 'public',
    slaPolicy:
      outcome.slaPolicy ??
      category?.slaPolicy ??
      config.defaultSlaPolicy ??
      null,
  };
}

import type {
  Channel,
  FileTicketRequest,
  TicketPerson,
  Visibility,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../Caller';
import { newFields } from './checkFields';
import { type DeskContext, callersScope } from '../context';
import { readFilingCatalog } from './filingCatalog';
import { filingCategory, filingTags } from './filingCategory';
import { findTeam } from './findTeam';
import type { Filing } from './openTicket';
import { requirePriority } from '../requireConfigured';

/**
 * Decides everything about a new ticket that needs no transaction. The choice
 * of an agent comes first, then the routing rule, the request, the category,
 * and the defaults of the desk.
 *
 * @throws InvalidRequestError at what is wrong in the request
 */
export async function prepareFiling(
  context: DeskContext,
  caller: Caller,
  request: FileTicketRequest,
  channel: Channel,
): Promise<Filing> {
  const { config } = context;
  const scope = callersScope(context, caller);
  const isAgent = scope.agent || scope.admin;
  const message = firstMessage(request);
  const { assets, requesterGroups } = await readFilingCatalog(
    context,
    caller,
    request,
  );
  const [primary] = assets;
  const category = filingCategory(config, request.category, isAgent, primary);
  const asked = requirePriority(
    config,
    request.priority ?? category?.priority ?? config.defaultPriority,
  ).id;
  const content = {
    category: category?.id ?? null,
    tags: filingTags(category, request.tags),
    fields: newFields(category, request.fields ?? {}, isAgent),
    channel,
  };
  const { routing, assignee, watchers } = await findTeam(
    context,
    {
      ...content,
      priority: asked,
      requesterGroups,
      asset: primary,
      chosenTeam: request.team,
      categoryTeam: category?.team,
      defaultTeam: config.defaultTeam,
    },
    request,
  );
  const { outcome, ...routed } = routing;
  return {
    filed: {
      subject: request.subject,
      ...content,
      priority:
        isAgent && request.priority ? asked : (outcome.priority ?? asked),
      visibility:
        request.visibility ??
        seenByFiler(isAgent, outcome.visibility ?? category?.visibility),
      requester: request.onBehalfOf ?? caller.ref,
      organisation: requesterGroups[0] ?? null,
      assets: assets.map(({ entityRef }) => entityRef),
      system: primary?.system ?? null,
      slaPolicy:
        outcome.slaPolicy ??
        category?.slaPolicy ??
        config.defaultSlaPolicy ??
        null,
      people: peopleOf(request, watchers),
      entities: request.entities ?? [],
      notifyRequester: request.notifyRequester ?? true,
      organisationAccess: config.organisationAccess,
    },
    assetOwners: Object.fromEntries(
      assets.map(({ entityRef, owner }) => [entityRef, owner ?? null]),
    ),
    routing: routed,
    assignee,
    message,
  };
}

/** Files without words are a message, too. */
function firstMessage({
  message: body = '',
  attachments = [],
}: FileTicketRequest): Filing['message'] {
  return body || attachments.length > 0 ? { body, attachments } : undefined;
}

/**
 * Requesters must not lose sight of their own ticket: what would be internal
 * becomes confidential when the requester is not an agent.
 */
function seenByFiler(
  isAgent: boolean,
  visibility: Visibility = 'public',
): Visibility {
  return visibility === 'internal' && !isAgent ? 'confidential' : visibility;
}

/** A person in both To and Cc is in To. */
function peopleOf(
  { to = [], cc = [], watchers = [] }: FileTicketRequest,
  moreWatchers: readonly string[],
): TicketPerson[] {
  const as = (role: TicketPerson['role']) => (ref: string) => ({ ref, role });
  return [
    ...to.map(as('to')),
    ...cc.filter(ref => !to.includes(ref)).map(as('cc')),
    ...[...new Set([...watchers, ...moreWatchers])].map(as('watcher')),
  ];
}

import { randomUUID } from 'node:crypto';
import type {
  FileTicketRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import {
  type NumberMask,
  counterScope,
  formatNumber,
} from '../domain/numbering';
import { type RoutingDecision, route } from '../domain/routing';
import {
  type NewEvent,
  type TicketState,
  applyEvent,
} from '../domain/ticketState';
import { firstStatus } from '../domain/workflow';
import type { StoredTicket, TicketStore } from '../store/TicketStore';
import type { Caller } from './Caller';
import type { Asset } from './DeskCatalog';
import { type DeskContext, callersScope } from './context';
import { InvalidRequestError } from './errors';
import { presentTicket } from './present';
import { requireCategory, requirePriority } from './requireConfigured';

/** Files a ticket for the caller and routes it to its team. */
export async function fileTicket(
  context: DeskContext,
  caller: Caller,
  request: FileTicketRequest,
): Promise<Ticket> {
  const classification = classify(context, request);
  const assets = await readAssets(context, caller, request.assets ?? []);
  const [primary] = assets;
  const [routing, groups] = await Promise.all([
    findTeam(context, primary),
    context.catalog.groupsOf(caller.ref),
  ]);
  const at = context.clock();
  const by = { actor: caller.ref, at };
  const events: NewEvent[] = [
    {
      ...by,
      detail: {
        type: 'filed',
        subject: request.subject,
        ...classification,
        visibility: 'public',
        requester: caller.ref,
        organisation: groups?.[0] ?? null,
        assets: assets.map(({ entityRef }) => entityRef),
        status: firstStatus(context.config.statuses).id,
      },
    },
    { ...by, detail: { type: 'routed', ...routing } },
  ];
  const ticket = await context.store.transaction(async store => {
    const filed = await insertTicket(context, store, { events, assets });
    await insertFirstMessage(store, filed, request.message);
    return filed;
  });
  return presentTicket(context.config, callersScope(context, caller), ticket);
}

async function insertTicket(
  context: DeskContext,
  store: TicketStore,
  filing: { events: NewEvent[]; assets: Asset[] },
): Promise<StoredTicket> {
  const { numbering, statuses } = context.config;
  const [filed, ...others] = filing.events;
  const state = others.reduce(
    (before, event) => applyEvent(statuses, before, event),
    applyEvent(statuses, undefined, filed),
  );
  const ticket: StoredTicket = {
    ...state,
    id: randomUUID(),
    number: await nextNumber(store, numbering, state),
    version: 1,
    assets: filing.assets.map(({ entityRef, owner }) => ({
      entityRef,
      owner: owner ?? null,
    })),
  };
  await store.insertTicket(ticket);
  await store.insertEvents(ticket.id, ticket.version, filing.events);
  return ticket;
}

/**
 * Takes the next number. Numbers that tickets got by another mask are passed
 * over, so that a mask can be changed at any time.
 */
async function nextNumber(
  store: TicketStore,
  mask: NumberMask,
  { createdAt: at, category }: TicketState,
): Promise<string> {
  for (;;) {
    const count = await store.nextCount(counterScope(mask, at));
    const number = formatNumber(mask, { at, count, category });
    if (!(await store.isNumberTaken(number))) {
      return number;
    }
  }
}

/** The first message belongs to the filing: it makes no event of its own. */
async function insertFirstMessage(
  store: TicketStore,
  ticket: StoredTicket,
  body: string | undefined,
): Promise<void> {
  if (body !== undefined) {
    await store.insertMessage(ticket.id, {
      kind: 'reply',
      side: 'requester',
      author: ticket.createdBy,
      body,
      createdAt: ticket.createdAt,
    });
  }
}

function classify(context: DeskContext, request: FileTicketRequest) {
  const { config } = context;
  const category = requireCategory(config, request.category ?? null);
  const priority = requirePriority(
    config,
    request.priority ?? category?.priority ?? config.defaultPriority,
  );
  return { category: category?.id ?? null, priority: priority.id };
}

async function readAssets(
  context: DeskContext,
  caller: Caller,
  refs: readonly string[],
): Promise<Asset[]> {
  const assets = await context.catalog.assets(refs, caller.credentials);
  const issues = refs.flatMap((ref, index) =>
    assets[index]
      ? []
      : [{ path: `assets[${index}]`, message: `${ref} is not in the catalog` }],
  );
  if (issues.length > 0) {
    throw new InvalidRequestError(issues);
  }
  return assets.filter(asset => asset !== undefined);
}

async function findTeam(
  context: DeskContext,
  asset: Asset | undefined,
): Promise<RoutingDecision> {
  const { access, defaultTeam } = context.config;
  const groups = await context.catalog.existingGroups(
    [asset?.supportTeam, asset?.owner, defaultTeam].filter(isGroupRef),
  );
  return route({
    annotated: asset?.supportTeam,
    owner: asset?.owner,
    defaultTeam,
    canOwnTickets: group =>
      groups.has(group) &&
      (access.teams.length === 0 || access.teams.includes(group)),
  });
}

function isGroupRef(ref: string | undefined): ref is string {
  return ref !== undefined && ref.startsWith('group:');
}

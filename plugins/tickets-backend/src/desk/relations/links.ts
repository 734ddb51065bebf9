import {
  type LinkRequest,
  type TicketLink,
  type TicketLinks,
  lightOfPortalStatus,
} from '@portaldesk/plugin-tickets-common';
import type { DeskConfig } from '../../config/DeskConfig';
import type { Scope } from '../../domain/access/access';
import type { StoredLink } from '../../store/links/LinkStore';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import {
  type PairInProgress,
  changeTwoTickets,
  readablePair,
} from './changeTwoTickets';
import type { DeskContext } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import { readableOthers } from './readableOthers';
import { readableTicket } from '../readableTicket';
import { refusal } from '../refusal';

/** The links to those tickets that the caller may read. */
export async function listLinks(
  context: DeskContext,
  caller: Caller,
  key: string,
): Promise<TicketLinks> {
  const { ticket, scope } = await readableTicket(context, caller, key);
  return linksSeenBy(context, scope, ticket.id);
}

/**
 * Links two tickets; an existing link stays as it is. The link appears in both
 * histories, so the caller has to be an agent of the other ticket too. A
 * duplicate changes neither ticket: an agent closes or merges it.
 */
export async function linkTickets(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: LinkRequest,
): Promise<TicketLinks> {
  return changeLinks(context, caller, target, request, async (pair, link) => {
    if (await findLink(pair, link)) {
      return;
    }
    if (
      link.type === 'parent' &&
      (await pair.store.links.isAncestor(link.to, link.from))
    ) {
      throw refusal(
        'parent-of-parent',
        'A ticket cannot be the parent of its own parent',
      );
    }
    await pair.store.links.insert(link, context.clock());
    recordLink(pair, 'linked', link);
  });
}

/** Ends a link; that there is none is as good. */
export async function unlinkTickets(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: LinkRequest,
): Promise<TicketLinks> {
  return changeLinks(context, caller, target, request, async (pair, link) => {
    const existing = await findLink(pair, link);
    if (existing) {
      await pair.store.links.remove(existing);
      recordLink(pair, 'unlinked', existing);
    }
  });
}

async function changeLinks(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  { type, ticket, outward = true }: LinkRequest,
  work: (pair: PairInProgress, link: StoredLink) => Promise<void>,
): Promise<TicketLinks> {
  const other = { ticket, path: 'ticket' };
  const found = await readablePair(context, caller, { target, other }, 'link');
  const ids = [found.one.ticket.id, found.other.ticket.id];
  if (ids[0] === ids[1]) {
    throw new InvalidRequestError([
      issueAt(
        'ticket',
        'a ticket cannot be linked to itself',
        'linked-to-itself',
      ),
    ]);
  }
  const [from, to] = outward ? ids : ids.reverse();
  await changeTwoTickets(
    context,
    caller,
    found,
    target.version,
    { one: ['link'], other: [] },
    async pair => {
      if (!pair.other.access.inside) {
        throw refusal(
          'other-ticket-not-allowed',
          'You may not link that ticket to others',
        );
      }
      await work(pair, { from, to, type });
    },
  );
  return linksSeenBy(context, found.one.scope, found.one.ticket.id);
}

/** That tickets relate to each other has no direction. */
async function findLink(
  { store }: PairInProgress,
  { from, to, type }: StoredLink,
): Promise<StoredLink | undefined> {
  const links = await store.links.of(from);
  return links.find(
    link =>
      link.type === type &&
      ((link.from === from && link.to === to) ||
        (type === 'relates' && link.from === to && link.to === from)),
  );
}

function recordLink(
  { one, other }: PairInProgress,
  type: 'linked' | 'unlinked',
  link: StoredLink,
): void {
  for (const [here, there] of [
    [one, other.ticket],
    [other, one.ticket],
  ] as const) {
    here.change.record({
      type,
      link: link.type,
      outward: link.from === here.ticket.id,
      ticket: there.id,
      number: there.number,
    });
  }
}

async function linksSeenBy(
  { config, store }: DeskContext,
  scope: Scope,
  ticketId: string,
): Promise<TicketLinks> {
  const links = await store.links.of(ticketId);
  const otherEnd = ({ from, to }: StoredLink) =>
    from === ticketId ? to : from;
  const readable = await readableOthers(store, scope, links.map(otherEnd));
  return {
    items: links.flatMap(link => {
      const other = readable.get(otherEnd(link));
      return other
        ? [presentLink(config, link, link.from === ticketId, other)]
        : [];
    }),
  };
}

function presentLink(
  config: DeskConfig,
  { type }: StoredLink,
  outward: boolean,
  { id, number, subject, status }: StoredTicket,
): TicketLink {
  const { portalStatus } = config.statuses.get(status);
  const light = lightOfPortalStatus[portalStatus];
  return {
    type,
    outward,
    ticket: { id, number, subject, portalStatus, light },
  };
}

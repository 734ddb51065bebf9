import type { LinkType } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { StoredLink } from './TicketStore';
import type { DbInstant } from './instants';

interface LinkRow {
  from_ticket: string;
  to_ticket: string;
  type: LinkType;
  created_at: DbInstant;
}

/** @returns false when there was this link before */
export async function insertLink(
  knex: Knex,
  { from, to, type }: StoredLink,
  at: Date,
): Promise<boolean> {
  const rows = await knex<LinkRow>('ticket_links')
    .insert({ from_ticket: from, to_ticket: to, type, created_at: at }, [
      'type',
    ])
    .onConflict(['from_ticket', 'to_ticket', 'type'])
    .ignore();
  return rows.length > 0;
}

/** @returns false when there was no such link */
export async function removeLink(
  knex: Knex,
  { from, to, type }: StoredLink,
): Promise<boolean> {
  const removed = await knex<LinkRow>('ticket_links')
    .where({ from_ticket: from, to_ticket: to, type })
    .delete();
  return removed > 0;
}

/** Links from and to a ticket, oldest first. */
export async function linksOf(
  knex: Knex,
  ticketId: string,
): Promise<StoredLink[]> {
  const rows = await knex<LinkRow>('ticket_links')
    .where({ from_ticket: ticketId })
    .orWhere({ to_ticket: ticketId })
    .orderBy(['created_at', 'from_ticket', 'to_ticket', 'type']);
  return rows.map(row => ({
    from: row.from_ticket,
    to: row.to_ticket,
    type: row.type,
  }));
}

/** More follow-ups of one ticket are not looked at. */
const MOST_FOLLOW_UPS = 20;

/**
 * Ids of the open tickets that follow a ticket up, or follow up one that does,
 * newest first.
 */
export async function openFollowUpIds(
  knex: Knex,
  ticketId: string,
): Promise<string[]> {
  const followUps = (links: Knex.QueryBuilder) =>
    links
      .from('ticket_links')
      .select('ticket_links.from_ticket as id')
      .where('ticket_links.type', 'follow-up');
  // not `union all`: it ends even where links go round in a circle
  return knex
    .withRecursive('follow_ups', ['id'], query =>
      followUps(query)
        .where('ticket_links.to_ticket', ticketId)
        .union(next =>
          followUps(next).join(
            'follow_ups',
            'follow_ups.id',
            'ticket_links.to_ticket',
          ),
        ),
    )
    .from('follow_ups')
    .join('tickets', 'tickets.id', 'follow_ups.id')
    .whereNull('tickets.ended_at')
    .whereNull('tickets.merged_into')
    .orderBy([
      { column: 'tickets.created_at', order: 'desc' },
      { column: 'tickets.id' },
    ])
    .limit(MOST_FOLLOW_UPS)
    .pluck('tickets.id');
}

/**
 * Makes the links of one ticket links of another one. Links between the two
 * end, and so do those that the other one has already. Rows are changed, not
 * written anew: that would wait for the tickets at their other ends, and miss
 * what is moved at those ends at the same time.
 */
export async function moveLinks(
  knex: Knex,
  fromTicket: string,
  toTicket: string,
): Promise<void> {
  const links = () => knex<LinkRow>('ticket_links');
  const rows = await links()
    .where({ from_ticket: fromTicket })
    .orWhere({ to_ticket: fromTicket })
    .orderBy(['from_ticket', 'to_ticket', 'type'])
    .forUpdate();
  const follow = (id: string) => (id === fromTicket ? toTicket : id);
  for (const row of rows) {
    const key = keyOf(row);
    const moved = {
      ...key,
      from_ticket: follow(row.from_ticket),
      to_ticket: follow(row.to_ticket),
    };
    const ends =
      moved.from_ticket === moved.to_ticket ||
      (await links().where(moved).first()) !== undefined;
    await (ends
      ? links().where(key).delete()
      : links().where(key).update(moved));
  }
}

function keyOf({ from_ticket, to_ticket, type }: LinkRow) {
  return { from_ticket, to_ticket, type };
}

/** Whether one ticket is a parent of another one, or a parent of its parents. */
export async function isAncestor(
  knex: Knex,
  ancestor: string,
  ticketId: string,
): Promise<boolean> {
  const parents = (children: Knex.QueryBuilder) =>
    children
      .select('ticket_links.from_ticket as id')
      .where('ticket_links.type', 'parent');
  // not `union all`: it ends even where links go round in a circle
  const found = await knex
    .withRecursive('ancestors', ['id'], query =>
      parents(
        query.from('ticket_links').where('ticket_links.to_ticket', ticketId),
      ).union(next =>
        parents(
          next
            .from('ticket_links')
            .join('ancestors', 'ancestors.id', 'ticket_links.to_ticket'),
        ),
      ),
    )
    .from('ancestors')
    .where('id', ancestor)
    .first('id');
  return found !== undefined;
}

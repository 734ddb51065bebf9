import type { Knex } from 'knex';
import type { LinkType } from '@portaldesk/plugin-tickets-common';
import { findTickets } from '../tickets/findTickets';
import type { StoredTicket } from '../tickets/StoredTicket';
import type { DbInstant } from '../sql/instants';

/** How one ticket belongs to another; both by their ids. */
export interface StoredLink {
  readonly from: string;
  readonly to: string;
  readonly type: LinkType;
}

interface LinkRow {
  from_ticket: string;
  to_ticket: string;
  type: LinkType;
  created_at: DbInstant;
}

/** More follow-ups of one ticket are not looked at. */
const MOST_FOLLOW_UPS = 20;

/** How tickets belong together. */
export class LinkStore {
  constructor(private readonly knex: Knex) {}

  /** @returns false when there was this link before */
  async insert({ from, to, type }: StoredLink, at: Date): Promise<boolean> {
    const rows = await this.knex<LinkRow>('ticket_links')
      .insert({ from_ticket: from, to_ticket: to, type, created_at: at }, [
        'type',
      ])
      .onConflict(['from_ticket', 'to_ticket', 'type'])
      .ignore();
    return rows.length > 0;
  }

  /** @returns false when there was no such link */
  async remove({ from, to, type }: StoredLink): Promise<boolean> {
    const removed = await this.knex<LinkRow>('ticket_links')
      .where({ from_ticket: from, to_ticket: to, type })
      .delete();
    return removed > 0;
  }

  /**
   * The newest open tickets that follow a ticket up, or follow up one that does.
   */
  async openFollowUps(ticketId: string): Promise<StoredTicket[]> {
    const ids = await this.#openFollowUpIds(ticketId);
    const followUps = await findTickets(this.knex, ids);
    return followUps.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }

  /** Links from and to a ticket, oldest first. */
  async of(ticketId: string): Promise<StoredLink[]> {
    const rows = await this.knex<LinkRow>('ticket_links')
      .where({ from_ticket: ticketId })
      .orWhere({ to_ticket: ticketId })
      .orderBy(['created_at', 'from_ticket', 'to_ticket', 'type']);
    return rows.map(row => ({
      from: row.from_ticket,
      to: row.to_ticket,
      type: row.type,
    }));
  }

  /** Whether one ticket is a parent of another one, or a parent of its parents. */
  async isAncestor(ancestor: string, ticketId: string): Promise<boolean> {
    const parents = (children: Knex.QueryBuilder) =>
      children
        .select('ticket_links.from_ticket as id')
        .where('ticket_links.type', 'parent');
    // not `union all`: it ends even where links go round in a circle
    const found = await this.knex
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

  /**
   * Makes the links of one ticket links of another one. Links between the two
   * end, and so do those that the other one has already. Rows are updated:
   * inserting them again would wait for the tickets at their other ends, and miss
   * what is moved at those ends at the same time.
   */
  async moveAll(fromTicket: string, toTicket: string): Promise<void> {
    const links = () => this.knex<LinkRow>('ticket_links');
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

  /**
   * Ids of the open tickets that follow a ticket up, or follow up one that does,
   * newest first.
   */
  async #openFollowUpIds(ticketId: string): Promise<string[]> {
    const followUps = (links: Knex.QueryBuilder) =>
      links
        .from('ticket_links')
        .select('ticket_links.from_ticket as id')
        .where('ticket_links.type', 'follow-up');
    // not `union all`: it ends even where links go round in a circle
    return this.knex
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
}

function keyOf({ from_ticket, to_ticket, type }: LinkRow) {
  return { from_ticket, to_ticket, type };
}

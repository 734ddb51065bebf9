import type { Knex } from 'knex';
import {
  DESK_ACTOR,
  type EventDetail,
} from '@portaldesk/plugin-tickets-common';
import type { NewEvent } from '../../domain/ticketState';
import type { Deadlines } from '../../domain/sla/deadlines';
import type { SlaEffect } from '../../domain/sla/slaEffect';
import { type DbInstant, toDate } from '../sql/instants';
import { readDetail } from '../storedWords';
import { deadlineColumns } from '../tickets/rows';
import type { TicketRow } from '../tickets/TicketRow';

interface SlaEventRow {
  seq: number | string;
  actor: string;
  at: DbInstant;
  detail: string;
  sla: SlaEffect;
}

/** A ticket whose deadlines were computed by other rules than the present ones. */
export interface OutdatedTicket {
  readonly id: string;
  /** Fingerprint of those rules. */
  readonly rules: string;
}

export interface OutdatedPage {
  readonly limit: number;
  /** The last one of the part before. */
  readonly after?: OutdatedTicket;
}

/** Deadlines of tickets, and what decides about them. */
export class DeadlineStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Open tickets with a policy whose deadlines were computed by rules with a
   * fingerprint that sorts on one side of the present one. Each side is a part
   * of an index; to ask for both at once would read all that lies between.
   */
  async outdated(
    side: '<' | '>',
    rules: string,
    { limit, after }: OutdatedPage,
  ): Promise<OutdatedTicket[]> {
    const query = this.knex('tickets')
      .select<OutdatedTicket[]>('id', { rules: 'sla_rules' })
      .whereNotNull('sla_policy')
      .whereNull('ended_at')
      .where('sla_rules', side, rules)
      .orderBy(['sla_rules', 'id'])
      .limit(limit);
    if (after) {
      query.whereRaw('(sla_rules, id) > (?, ?)', [after.rules, after.id]);
    }
    return query;
  }

  /**
   * The events of a ticket that decide about its deadlines, oldest first: few,
   * however much was said.
   */
  async events(ticketId: string): Promise<NewEvent[]> {
    const all = (effect: SlaEffect) =>
      this.knex('ticket_events')
        .select('seq', 'actor', 'at', 'detail', 'sla')
        .where({ ticket_id: ticketId, sla: effect });
    const one = (effect: SlaEffect, order: 'asc' | 'desc') =>
      this.knex.select('*').from(
        all(effect)
          // older releases stored automatic changes as activity of a person
          .whereNot({ actor: DESK_ACTOR })
          .orderBy('seq', order)
          .limit(1)
          .as('one'),
      );
    const rows: SlaEventRow[] = await all('clock').unionAll([
      one('reply', 'asc'),
      one('reply', 'desc'),
      one('act', 'desc'),
    ]);
    // the only reply is the first one and the last one
    const distinct = new Map(rows.map(row => [Number(row.seq), row]));
    return [...distinct]
      .sort(([seq], [other]) => seq - other)
      .map(([, row]) => ({
        actor: row.actor,
        at: toDate(row.at),
        detail: detailOf(row),
      }));
  }

  /** Writes nothing but the deadlines, of which only the team knows. */
  async update(id: string, deadlines: Deadlines): Promise<void> {
    await this.knex<TicketRow>('tickets')
      .where({ id })
      .update(deadlineColumns(deadlines));
  }
}

/** Events of older releases do not say that it was the team that replied. */
function detailOf({ detail, sla }: SlaEventRow): EventDetail {
  const said = readDetail(detail);
  return sla === 'reply' && said.type === 'replied'
    ? { ...said, side: 'team' }
    : said;
}

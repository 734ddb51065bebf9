import {
  DESK_ACTOR,
  type EventDetail,
} from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { SlaEffect } from '../domain/sla/slaEffect';
import type { NewEvent } from '../domain/ticketState';
import { type DbInstant, toDate } from './instants';
import { readDetail } from './storedWords';

interface SlaEventRow {
  seq: number | string;
  actor: string;
  at: DbInstant;
  detail: string;
  sla: SlaEffect;
}

/**
 * The events of a ticket that decide about its deadlines, oldest first: few,
 * however much was said.
 */
export async function slaEvents(
  knex: Knex,
  ticketId: string,
): Promise<NewEvent[]> {
  const all = (effect: SlaEffect) =>
    knex('ticket_events')
      .select('seq', 'actor', 'at', 'detail', 'sla')
      .where({ ticket_id: ticketId, sla: effect });
  const one = (effect: SlaEffect, order: 'asc' | 'desc') =>
    knex.select('*').from(
      all(effect)
        // older releases kept what the desk did by itself as an act
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

/** Events of older releases do not say that it was the team that replied. */
function detailOf({ detail, sla }: SlaEventRow): EventDetail {
  const said = readDetail(detail);
  return sla === 'reply' && said.type === 'replied'
    ? { ...said, side: 'team' }
    : said;
}

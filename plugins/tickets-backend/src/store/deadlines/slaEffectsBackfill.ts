import type { EventDetail, Side } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { type SlaEffect, slaEffectOf } from '../../domain/sla/slaEffect';
import { type Placed, walkThrough } from '../backfill/walk';
import { isPostgres, whereOneOfIds } from '../sql/dialect';
import { type DbInstant, toDate } from '../sql/instants';
import { readDetail } from '../storedWords';

interface EventRow {
  readonly seq: number | string;
  readonly ticket_id: string;
  readonly actor: string;
  readonly at: DbInstant;
  readonly detail: string;
  readonly sla: SlaEffect | null;
}

interface EventPlace extends Placed<number> {
  readonly ticket: string;
  readonly actor: string;
  readonly detail: EventDetail;
  readonly sla: SlaEffect | null;
}

/**
 * The effect of events on the SLA of their tickets, where an older version wrote
 * events without it. Deadlines are recomputed after that: the ticket is marked as
 * one whose rules are not known, so nobody is notified of what has passed.
 */
export const slaEffectsBackfill = walkThrough<number, EventPlace>({
  id: 'sla-meanings',
  what: 'events that decide about deadlines',
  // 2: automatic changes end no inactivity
  format: 2,
  atEachStart: false,

  async count(knex, after = 0) {
    const rows = await knex('ticket_events')
      .where('seq', '>', after)
      .count({ count: '*' });
    return Number(rows[0].count);
  },

  async next(tx, { after = 0, until, limit }) {
    const rows: EventRow[] = await tx('ticket_events')
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .select('seq', 'ticket_id', 'actor', 'at', 'detail', 'sla');
    const young = rows.findIndex(row => toDate(row.at) > until);
    return (young < 0 ? rows : rows.slice(0, young)).map(row => ({
      position: Number(row.seq),
      ticket: row.ticket_id,
      actor: row.actor,
      detail: readDetail(row.detail),
      sla: row.sla,
    }));
  },

  isBehind: (position, other) => position > other,

  async mend(tx, { rows }) {
    const meanings = await meaningsOf(tx, rows);
    const wrong = rows.filter(row => meanings.get(row) !== row.sla);
    if (wrong.length === 0) {
      return new Set();
    }
    const free = await lockTickets(
      tx,
      wrong.map(({ ticket }) => ticket),
    );
    const mended = wrong.filter(({ ticket }) => free.has(ticket));
    for (const row of mended) {
      await tx('ticket_events')
        .where({ seq: row.position })
        .update({ sla: meanings.get(row) });
    }
    await forgetDeadlines(
      tx,
      mended.map(({ ticket }) => ticket),
    );
    return new Set(wrong.filter(({ ticket }) => !free.has(ticket)));
  },
});

async function meaningsOf(
  knex: Knex,
  rows: readonly EventPlace[],
): Promise<Map<EventPlace, SlaEffect | null>> {
  const sides = await sidesOf(knex, rows);
  return new Map(
    rows.map(row => {
      const { actor, detail } = row;
      const side =
        detail.type === 'replied'
          ? (detail.side ?? sides.get(Number(detail.messageId)))
          : undefined;
      return [
        row,
        slaEffectOf({
          actor,
          detail:
            detail.type === 'replied' && side ? { ...detail, side } : detail,
        }),
      ];
    }),
  );
}

/** Events of the oldest versions do not say which side replied; messages do. */
async function sidesOf(
  knex: Knex,
  rows: readonly EventPlace[],
): Promise<Map<number, Side>> {
  const unknown = rows.flatMap(({ detail }) =>
    detail.type === 'replied' && !detail.side ? [Number(detail.messageId)] : [],
  );
  if (unknown.length === 0) {
    return new Map();
  }
  const messages: { seq: number | string; side: Side }[] = await knex(
    'ticket_messages',
  )
    .whereIn('seq', unknown)
    .select('seq', 'side');
  return new Map(messages.map(({ seq, side }) => [Number(seq), side]));
}

/** Those of the tickets that nobody else holds, held until the end. */
async function lockTickets(
  tx: Knex,
  ids: readonly string[],
): Promise<Set<string>> {
  const query = tx('tickets').select('id');
  whereOneOfIds(query, 'id', ids);
  if (isPostgres(tx)) {
    query.forUpdate().skipLocked();
  }
  const rows: { id: string }[] = await query;
  return new Set(rows.map(({ id }) => id));
}

async function forgetDeadlines(
  tx: Knex,
  ids: readonly string[],
): Promise<void> {
  const query = tx('tickets');
  whereOneOfIds(query, 'id', ids);
  await query.update({
    sla_rules: '',
    first_response_at: tx('ticket_events')
      .min('at')
      .whereRaw('ticket_events.ticket_id = tickets.id')
      .where('sla', 'reply'),
  });
}

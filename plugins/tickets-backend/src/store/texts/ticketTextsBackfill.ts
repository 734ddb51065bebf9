import type { Knex } from 'knex';
import { isPostgres, whereOneOfIds } from '../sql/dialect';
import { type Placed, walkThrough } from '../backfill/walk';
import { type TextRow, mendTexts, textDifferences } from './mendTexts';
import { TEXT_FORMAT } from './NewText';
import { type TextualTicket, textsOfTicket } from './ticketTexts';

/** By the time of the last change, as the database writes it. */
interface Position {
  readonly at: number | string;
  readonly id: string;
}

interface TicketRow extends Placed<Position> {
  readonly id: string;
}

/**
 * The words of numbers, subjects and fields. Each change of one of these moves
 * `updated_at` on, so those that an older version changed come again.
 */
export const ticketTextsBackfill = walkThrough<Position, TicketRow>({
  id: 'ticket-texts',
  what: 'search texts of tickets',
  format: TEXT_FORMAT,

  async count(knex, after) {
    const rows = await whereAfter(knex('tickets'), after).count({ count: '*' });
    return Number(rows[0].count);
  },

  async next(tx, { after, until, limit }) {
    // PostgreSQL knows more digits of a time than JavaScript
    const at = isPostgres(tx) ? 'updated_at::text' : 'updated_at';
    const rows: { id: string; at: number | string }[] = await whereAfter(
      tx('tickets').where('updated_at', '<=', until),
      after,
    )
      .orderBy(['updated_at', 'id'])
      .limit(limit)
      .select('id', tx.raw(`${at} as at`));
    return rows.map(position => ({ id: position.id, position }));
  },

  isBehind: (position, other) => {
    const [mine, others] = [position, other].map(({ at }) => +new Date(at));
    // of the same moment are those that this knows no better: they come again
    return mine >= others;
  },

  async mend(tx, { rows }) {
    const ids = rows.map(({ id }) => id);
    const doubtful = await idsToMend(tx, ids);
    if (doubtful.length === 0) {
      return new Set();
    }
    const tickets = await ticketsOf(tx, doubtful, { locked: true });
    const lockedIds = tickets.map(({ id }) => id);
    await mendTexts(
      tx,
      textDifferences(
        tickets.flatMap(textsOfTicket),
        await textsOf(tx, lockedIds),
      ),
    );
    const left = new Set(doubtful.filter(id => !lockedIds.includes(id)));
    return new Set(rows.filter(({ id }) => left.has(id)));
  },
});

/** Those of the tickets whose texts are not what they have to be. */
async function idsToMend(
  knex: Knex,
  ids: readonly string[],
): Promise<string[]> {
  const tickets = await ticketsOf(knex, ids);
  const { missing, wrong, superfluous } = textDifferences(
    tickets.flatMap(textsOfTicket),
    await textsOf(knex, ids),
  );
  const texts = [...missing, ...wrong, ...superfluous];
  return [...new Set(texts.map(text => text.ticket_id))];
}

/** Locked are those that nobody else holds: these are left out. */
async function ticketsOf(
  knex: Knex,
  ids: readonly string[],
  { locked = false } = {},
): Promise<TextualTicket[]> {
  const query = knex('tickets').select('id', 'number', 'subject', 'fields');
  whereOneOfIds(query, 'id', ids);
  if (locked && isPostgres(knex)) {
    query.forUpdate().skipLocked();
  }
  const rows: {
    id: string;
    number: string;
    subject: string;
    fields: string;
  }[] = await query;
  return rows.map(row => ({ ...row, fields: JSON.parse(row.fields) }));
}

/** Also those that went on with the ticket, where it was merged. */
async function textsOf(knex: Knex, ids: readonly string[]): Promise<TextRow[]> {
  const own = knex('ticket_texts')
    .whereIn('source', ['ticket', 'field'])
    .whereNull('origin')
    .select('seq', 'ticket_id', 'source', 'field', 'message_seq', 'words');
  whereOneOfIds(own, 'ticket_id', ids);
  return [...(await own), ...(await movedTextsOf(knex, ids))];
}

async function movedTextsOf(
  knex: Knex,
  ids: readonly string[],
): Promise<TextRow[]> {
  return knex
    .withRecursive('merged', ['id', 'into'], query => {
      query
        .from('tickets')
        .select('id', 'merged_into')
        .whereNotNull('merged_into')
        .union(others =>
          others
            .from('merged')
            .select('merged.id', 'tickets.merged_into')
            .join('tickets', 'tickets.id', 'merged.into')
            .whereNotNull('tickets.merged_into'),
        );
      whereOneOfIds(query, 'id', ids);
    })
    .from('merged')
    .join('ticket_texts', texts =>
      texts
        .on('ticket_texts.ticket_id', 'merged.into')
        .andOn('ticket_texts.origin', 'merged.id'),
    )
    .select('seq', 'source', 'message_seq', 'words', {
      ticket_id: 'merged.id',
      field: 'origin_field',
    });
}

function whereAfter(
  query: Knex.QueryBuilder,
  after: Position | undefined,
): Knex.QueryBuilder {
  if (after) {
    const at = isPostgres(query) ? '?::timestamptz' : '?';
    query.whereRaw(`(updated_at, id) > (${at}, ?)`, [after.at, after.id]);
  }
  return query;
}

import type { MessageKind } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { isPostgres, whereOneOfIds } from '../sql/dialect';
import { type Placed, walkThrough } from '../backfill/walk';
import { type DbInstant, toDate } from '../sql/instants';
import {
  type TextDifferences,
  type TextRow,
  mendTexts,
  textDifferences,
} from './mendTexts';
import { TEXT_FORMAT } from './NewText';
import { textOfMessage } from './messageTexts';

interface MessageRow {
  readonly seq: number | string;
  readonly ticket_id: string;
  readonly kind: MessageKind;
  readonly body: string;
}

interface MessagePlace extends Placed<number> {
  readonly ticket: string;
}

/**
 * The words of messages. Messages do not change, so each is compared once;
 * missing words are looked for after each start.
 */
export const messageTextsBackfill = walkThrough<number, MessagePlace>({
  id: 'message-texts',
  what: 'search texts of messages',
  format: TEXT_FORMAT,

  async count(knex, after = 0) {
    const rows = await knex('ticket_messages')
      .where('seq', '>', after)
      .count({ count: '*' });
    return Number(rows[0].count);
  },

  async next(tx, { after = 0, until, limit }) {
    const rows: {
      seq: number | string;
      ticket_id: string;
      created_at: DbInstant;
    }[] = await tx('ticket_messages')
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .select('seq', 'ticket_id', 'created_at');
    const young = rows.findIndex(row => toDate(row.created_at) > until);
    return (young < 0 ? rows : rows.slice(0, young)).map(row => ({
      position: Number(row.seq),
      ticket: row.ticket_id,
    }));
  },

  isBehind: (position, other) => position > other,

  async mend(tx, { rows, compare }) {
    const seqs = rows.map(({ position }) => position);
    const doubtful = compare
      ? await differing(tx, seqs)
      : await withoutText(tx, rows);
    if (doubtful.size === 0) {
      return new Set();
    }
    const messages = await messagesOf(tx, [...doubtful], { locked: true });
    // read after the messages were locked, when nobody can move them
    await mendTexts(tx, await differencesOf(tx, messages));
    messages.forEach(({ seq }) => doubtful.delete(Number(seq)));
    return new Set(rows.filter(({ position }) => doubtful.has(position)));
  },
});

/** Messages whose text is missing or has other words. */
async function differing(
  knex: Knex,
  seqs: readonly number[],
): Promise<Set<number>> {
  const messages = await messagesOf(knex, seqs);
  const { missing, wrong, superfluous } = await differencesOf(knex, messages);
  const texts = [...missing, ...wrong, ...superfluous];
  return new Set(texts.map(text => Number(text.message_seq)));
}

/** Messages without a text, which can be because they have no words. */
async function withoutText(
  knex: Knex,
  rows: readonly MessagePlace[],
): Promise<Set<number>> {
  const missing = new Set(rows.map(({ position }) => position));
  const texts = textsOf(
    knex,
    rows.map(({ ticket }) => ticket),
    [...missing],
  );
  const found: (number | string)[] = await texts.pluck('message_seq');
  found.forEach(seq => missing.delete(Number(seq)));
  return missing;
}

async function differencesOf(
  knex: Knex,
  messages: readonly MessageRow[],
): Promise<TextDifferences> {
  const texts: TextRow[] = await textsOf(
    knex,
    messages.map(message => message.ticket_id),
    messages.map(({ seq }) => Number(seq)),
  ).select('seq', 'ticket_id', 'source', 'field', 'message_seq', 'words');
  const sought = new Set(messages.map(({ seq }) => Number(seq)));
  return textDifferences(
    messages.flatMap(message => {
      const text = textOfMessage(message);
      return text ? [{ ...text, message_seq: message.seq }] : [];
    }),
    texts.filter(text => sought.has(Number(text.message_seq))),
  );
}

/** Locked are those that nobody else holds: these are left out. */
async function messagesOf(
  knex: Knex,
  seqs: readonly number[],
  { locked = false } = {},
): Promise<MessageRow[]> {
  const query = knex('ticket_messages')
    .whereIn('seq', seqs)
    .select<MessageRow[]>('seq', 'ticket_id', 'kind', 'body');
  if (locked && isPostgres(knex)) {
    query.forUpdate().skipLocked();
  }
  return query;
}

/** The texts of messages by their tickets, for which there is an index. */
function textsOf(
  knex: Knex,
  tickets: readonly string[],
  seqs: readonly number[],
): Knex.QueryBuilder {
  const query = knex('ticket_texts').whereBetween('message_seq', [
    Math.min(...seqs),
    Math.max(...seqs),
  ]);
  whereOneOfIds(query, 'ticket_id', [...new Set(tickets)]);
  return query;
}

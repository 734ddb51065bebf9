import type { MessageReader } from '../../domain/access/readableMessage';
import { type Sql, anyOf, sql } from '../sql/sql';

/**
 * That a person who may read the ticket may read a message of it: every reply,
 * notes if they see internal content, and private messages that they wrote or
 * that are for them.
 */
export function isReadableMessage({ ref, inside }: MessageReader): Sql {
  return anyOf([
    sql`kind in ${inside ? ['reply', 'note'] : ['reply']}`,
    sql`kind = 'private' and author = ${ref}`,
    sql`kind = 'private' and exists (
      select * from ticket_message_recipients
      where message_seq = ticket_messages.seq and ref = ${ref}
    )`,
  ]);
}

import type { Scope } from '../../domain/access/access';
import { isReadableMessage } from './readableMessages';
import { type Sql, anyOf, sql } from '../sql/sql';
import { isInsider } from './visibility';

/** For each category, the fields that its form shows outside. */
export type ShownFields = ReadonlyMap<string, readonly string[]>;

/**
 * That a person who may read the tickets may read one of the `ticket_texts`
 * joined with them: number, subject, and messages as in `isReadableMessage`;
 * fields as in `shownFields` of the domain.
 */
export function isReadableText(scope: Scope, shownFields: ShownFields): Sql {
  const reader = { ref: scope.person.ref, inside: false };
  return anyOf([
    sql`ticket_texts.source in ('ticket', 'reply')`,
    sql`ticket_texts.source in ('note', 'field') and ${isInsider(scope)}`,
    sql`ticket_texts.source = 'field' and ${isShown(shownFields)}`,
    sql`ticket_texts.source = 'field' and ticket_texts.origin is not null
      and ${wasShown(shownFields)}`,
    sql`ticket_texts.source = 'private' and exists (
      select * from ticket_messages
      where ticket_messages.seq = ticket_texts.message_seq
        and ${isReadableMessage(reader)}
    )`,
  ]);
}

function isShown(shownFields: ShownFields): Sql {
  return anyOf(
    [...shownFields].map(
      ([category, fields]) =>
        sql`tickets.category = ${category} and ticket_texts.field in ${fields}`,
    ),
  );
}

/** The same of a field that came with another ticket, by that one's category. */
function wasShown(shownFields: ShownFields): Sql {
  const shown = anyOf(
    [...shownFields].map(
      ([category, fields]) =>
        sql`origins.category = ${category}
          and ticket_texts.origin_field in ${fields}`,
    ),
  );
  return sql`exists (
    select * from tickets as origins
    where origins.id = ticket_texts.origin and ${shown}
  )`;
}

import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import { whereReadableMessage } from '../messages';
import { whereInside } from '../visibility';

/** For each category, the fields that its form shows outside. */
export type ShownFields = ReadonlyMap<string, readonly string[]>;

/**
 * Narrows a query over `ticket_texts`, joined with their `tickets`, to what
 * somebody may read who may read the tickets: number, subject, and messages as
 * in `whereReadableMessage`; fields as in `shownFields` of the domain.
 */
export function whereReadableText(
  query: Knex.QueryBuilder,
  scope: Scope,
  shownFields: ShownFields,
): void {
  query
    .whereIn('ticket_texts.source', ['ticket', 'reply'])
    .orWhere(internal =>
      internal
        .whereIn('ticket_texts.source', ['note', 'field'])
        .where(inside => whereInside(inside, scope)),
    )
    .orWhere(field =>
      field
        .where('ticket_texts.source', 'field')
        .where(shown => whereShown(shown, shownFields)),
    )
    .orWhere(confidential =>
      confidential
        .where('ticket_texts.source', 'private')
        .whereExists(message =>
          message
            .from('ticket_messages')
            .whereRaw('ticket_messages.seq = ticket_texts.message_seq')
            .where(readable =>
              whereReadableMessage(readable, {
                ref: scope.person.ref,
                inside: false,
              }),
            ),
        ),
    );
}

function whereShown(query: Knex.QueryBuilder, shownFields: ShownFields): void {
  query.whereRaw('1 = 0');
  for (const [category, fields] of shownFields) {
    query.orWhere(shown =>
      shown
        .where('tickets.category', category)
        .whereIn('ticket_texts.field', fields),
    );
  }
}

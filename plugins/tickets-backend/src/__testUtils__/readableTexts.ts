import type { JsonObject } from '@backstage/types';
import { type Scope, accessTo } from '../domain/access/access';
import { readsMessage } from '../domain/access/readableMessage';
import { type CategoryForm, shownFields } from '../domain/forms/forms';
import type { NewMessage } from '../store/messages/StoredMessage';
import type { StoredSummary } from '../store/tickets/StoredTicket';

/**
 * All texts of a ticket that somebody may read: the slow and obvious reference
 * for searches.
 */
export function readableTexts(
  scope: Scope,
  forms: Readonly<Record<string, CategoryForm>>,
  ticket: StoredSummary,
  messages: readonly Pick<
    NewMessage,
    'kind' | 'author' | 'recipients' | 'body'
  >[],
): string[] {
  const access = accessTo(scope, {
    ...ticket,
    assetOwners: Object.values(ticket.assetOwners).filter(
      owner => owner !== null,
    ),
  });
  if (!access.read) {
    return [];
  }
  const reader = { ref: scope.person.ref, inside: access.inside };
  const fields: JsonObject = shownFields(
    forms[ticket.category ?? ''],
    access.inside,
    ticket.fields,
  );
  return [
    `${ticket.number} ${ticket.subject}`,
    ...messages
      .filter(message => readsMessage(reader, message))
      .map(({ body }) => body),
    ...Object.values(fields).map(String),
  ];
}

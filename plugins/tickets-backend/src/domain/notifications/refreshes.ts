import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import type { AccessPolicy } from '../access/access';
import type { HistoryRules } from '../history';
import type { CompletedChange, Notification } from './drafts';
import { asReaders } from './parties';
import { readersOf } from '../access/readers';
import type { TicketState } from '../ticketState';
import { traceOfAll } from '../traces';

/** What the screens have to know that show the ticket. */
export function refreshes(
  rules: HistoryRules & { readonly access: AccessPolicy },
  { before, after, events, assetOwners, actor }: CompletedChange,
): Notification[] {
  const details = events.map(({ detail }) => detail);
  const readers = readersOf(rules.access, { ...after, assetOwners });
  const category = (before ?? after).category;
  if (traceOfAll(rules, category, details).outside) {
    return [refresh(readers, { inside: false })];
  }
  return [
    ...details.flatMap(detail => personalRefresh(actor.ref, readers, detail)),
    ...(details.every(isPersonal) ? [] : [refresh(readers, { inside: true })]),
  ];
}

/** What concerns only some, whether they are agents or not. */
function isPersonal({ type }: EventDetail): boolean {
  return (
    type === 'private-message-added' ||
    type === 'message-redacted' ||
    type === 'linked' ||
    type === 'unlinked'
  );
}

function personalRefresh(
  actor: string,
  readers: readonly string[],
  detail: EventDetail,
): Notification[] {
  switch (detail.type) {
    case 'private-message-added':
      return [refresh([actor, ...detail.recipients], { inside: false })];
    case 'message-redacted':
      return detail.kind === 'private'
        ? [refresh([actor, ...(detail.readers ?? [])], { inside: false })]
        : [refresh(readers, { inside: detail.kind === 'note' })];
    case 'linked':
    case 'unlinked':
      return [
        { ...refresh(readers, { inside: false }), otherTicket: detail.ticket },
      ];
    default:
      return [];
  }
}

function refresh(
  readers: readonly string[],
  { inside }: { inside: boolean },
): Notification {
  return { event: 'changed', inside, parties: asReaders(readers) };
}

/** What screens have to know of a ticket that is gone. */
export function deletionNotification(
  access: AccessPolicy,
  ticket: TicketState,
  assetOwners: readonly string[],
): Notification {
  return {
    event: 'deleted',
    inside: false,
    parties: asReaders(readersOf(access, { ...ticket, assetOwners })),
  };
}

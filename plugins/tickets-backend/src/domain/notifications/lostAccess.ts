import type { AccessPolicy } from '../access/access';
import type { TicketFacts } from '../access/ticketFacts';
import type { TicketState } from '../ticketState';
import type { CompletedChange, Notification } from './drafts';
import { merge, party } from './parties';
import { readersOf } from '../access/readers';

/**
 * Notifies the parties of a ticket that they lost access. The delivery resolves
 * which people that are, because it depends on their groups.
 */
export function accessLostNotifications(
  access: AccessPolicy,
  {
    before,
    after,
    assetOwners,
    formerAssetOwners = assetOwners,
    actor,
  }: Pick<
    CompletedChange,
    'before' | 'after' | 'assetOwners' | 'formerAssetOwners' | 'actor'
  >,
): Notification[] {
  if (!before) {
    return [];
  }
  const readers = new Set(readersOf(access, { ...after, assetOwners }));
  const wentElsewhere = before.mergedInto !== after.mergedInto;
  // a requester does not count as another team of their own ticket, though
  // their groups do
  const leftRequester =
    after.visibility === 'internal' && before.team !== after.team;
  const takesAccess =
    wentElsewhere ||
    leftRequester ||
    readersOf(access, { ...before, assetOwners: formerAssetOwners }).some(
      reader => !readers.has(reader),
    );
  return takesAccess
    ? [
        {
          ...accessLostNotification(before, formerAssetOwners, actor.ref),
          access: {
            before: factsOf(before, formerAssetOwners),
            after: wentElsewhere ? null : factsOf(after, assetOwners),
            notifyRequester: after.notifyRequester,
          },
        },
      ]
    : [];
}

/**
 * That a ticket is gone.
 *
 * @param ticket - as it was before
 */
export function accessLostNotification(
  ticket: TicketState,
  assetOwners: readonly string[],
  actor: string,
): Notification {
  const concerned = merge([
    ...party(ticket.requester, 'requester'),
    ...party(ticket.createdBy, 'requester'),
    ...party(ticket.assignee, 'former-assignee'),
    ...ticket.people.flatMap(({ ref, role }) =>
      party(ref, role === 'watcher' ? 'watcher' : 'added'),
    ),
  ]);
  return {
    event: 'access-lost',
    inside: false,
    access: {
      before: factsOf(ticket, assetOwners),
      after: null,
      notifyRequester: ticket.notifyRequester,
    },
    parties: concerned.filter(({ ref }) => ref !== actor),
  };
}

function factsOf(
  ticket: TicketState,
  assetOwners: readonly string[],
): TicketFacts {
  const { requester, createdBy, people, organisation, organisationAccess } =
    ticket;
  const { team, assignee, visibility, category, status } = ticket;
  return {
    requester,
    createdBy,
    people,
    organisation,
    organisationAccess,
    team,
    assignee,
    visibility,
    category,
    status,
    assetOwners: [...assetOwners],
  };
}

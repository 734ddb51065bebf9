import type { AccessPolicy } from '../access/access';
import type { Happening, Occurrence } from './occasions';
import { asReaders } from './parties';
import { readersOf } from './readers';
import { type TicketState, leavesTrace } from '../ticketState';

/** What the screens have to know that show the ticket. */
export function refreshes(
  access: AccessPolicy,
  happening: Happening,
): Occurrence[] {
  const { events, after, assetOwners, actor } = happening;
  const details = events.map(({ detail }) => detail);
  const readers = readersOf(access, { ...after, assetOwners });
  if (details.some(leavesTrace)) {
    return [refresh(readers, { inside: false })];
  }
  const privately = details.flatMap(detail =>
    detail.type === 'messaged-privately' ? [detail.recipients] : [],
  );
  const forInsiders = details.length > privately.length;
  return [
    ...privately.map(recipients =>
      refresh([actor.ref, ...recipients], { inside: false }),
    ),
    ...(forInsiders ? [refresh(readers, { inside: true })] : []),
  ];
}

function refresh(
  readers: readonly string[],
  { inside }: { inside: boolean },
): Occurrence {
  return { occasion: 'changed', inside, parties: asReaders(readers) };
}

/** What screens have to know of a ticket that is gone. */
export function deletionOccurrence(
  access: AccessPolicy,
  ticket: TicketState,
  assetOwners: readonly string[],
): Occurrence {
  return {
    occasion: 'deleted',
    inside: false,
    parties: asReaders(readersOf(access, { ...ticket, assetOwners })),
  };
}

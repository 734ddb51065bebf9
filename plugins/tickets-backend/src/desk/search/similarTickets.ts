import {
  type SimilarQuery,
  type SimilarTickets,
  lightOfPortalStatus,
} from '@portaldesk/plugin-tickets-common';
import { subjectTerms } from '../../domain/search/similarity';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';

/** What a ticket with this subject may be a repetition of. */
export async function similarTickets(
  context: DeskContext,
  caller: Caller,
  { subject, asset, limit }: SimilarQuery,
): Promise<SimilarTickets> {
  const { config, store } = context;
  const tickets = await store.search.findSimilar(
    callersScope(context, caller),
    { terms: subjectTerms(subject), asset, limit },
  );
  return {
    items: tickets.map(ticket => {
      const { portalStatus } = config.statuses.get(ticket.status);
      return {
        id: ticket.id,
        number: ticket.number,
        subject: ticket.subject,
        portalStatus,
        light: lightOfPortalStatus[portalStatus],
        createdAt: ticket.createdAt.toISOString(),
        endedAt: ticket.endedAt?.toISOString() ?? null,
      };
    }),
  };
}

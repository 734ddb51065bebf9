import { setImmediate as othersHaveTheirTurn } from 'node:timers/promises';
import type { Highlight, SearchHit } from '@portaldesk/plugin-tickets-common';
import type { Scope } from '../../domain/access/access';
import type { SearchQuery } from '../../domain/search/searchQuery';
import type {
  FoundMessage,
  FoundTicket,
} from '../../store/search/FoundTickets';
import type { DeskContext } from '../context';
import { presentSummary, ticketAccess, visibleFields } from '../present';
import { highlightsOf } from './highlights';

/** So many characters of messages are looked through before others have their turn. */
const AT_A_TIME = 50_000;

/** So many are looked through for one page. */
const MOST_CHARACTERS = 10 * AT_A_TIME;

/** A ticket that was found by its words, or since its number was typed. */
interface Found extends Pick<FoundTicket, 'ticket' | 'messages'> {
  readonly byNumber?: boolean;
}

/**
 * Tickets with the texts that matched. If messages are very long, only the
 * first are searched for highlights, so that the response stays fast.
 */
export async function asHits(
  { config, ids }: Pick<DeskContext, 'config' | 'ids'>,
  scope: Scope,
  query: SearchQuery,
  found: readonly Found[],
): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  let characters = 0;
  let turn = AT_A_TIME;
  for (const { ticket: stored, messages, byNumber } of found) {
    const access = ticketAccess(scope, stored);
    const ticket = presentSummary(config, access, stored);
    const looked: FoundMessage[] = [];
    for (const message of messages) {
      characters += message.body.length;
      if (characters <= MOST_CHARACTERS) {
        looked.push({ ...message, id: ids.idOf('message', message.id) });
      }
    }
    const { number, subject } = ticket;
    const fields = visibleFields(config, access, stored);
    const highlights = highlightsOf(query, { number, subject, fields }, looked);
    hits.push({
      ticket,
      highlights: byNumber ? withNumber(number, highlights) : highlights,
    });
    if (characters > turn) {
      turn = characters + AT_A_TIME;
      await othersHaveTheirTurn();
    }
  }
  return hits;
}

/** The number as a whole is what was looked for, however it was typed. */
export function withNumber(
  number: string,
  highlights: readonly Highlight[],
): Highlight[] {
  return [
    { where: 'number', parts: [{ text: number, hit: true }] },
    ...highlights.filter(({ where }) => where !== 'number'),
  ];
}

import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { TicketConditions } from '../TicketConditions';
import { whereOneOfIds } from '../dialect';
import { fewSeen } from '../search/fewSeen';
import { whereItselfMatches } from '../search/matches';
import { whereReadableText } from '../search/readableTexts';
import type { TextConditions } from '../search/whereMatchesText';

/**
 * The same conditions, with the tickets that their text finds where somebody
 * sees few tickets: these are looked through, and not all that have a word which
 * may be everywhere.
 */
export async function withTextAmongFew(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
): Promise<TicketConditions> {
  const [one] = await withTextsAmongFew(knex, scope, [where]);
  return one;
}

/** The same for several conditions, of which many may have the same text. */
export async function withTextsAmongFew(
  knex: Knex,
  scope: Scope,
  wheres: readonly TicketConditions[],
): Promise<TicketConditions[]> {
  const seen = new Map<string, readonly string[] | undefined>();
  const found = new Map<string, readonly string[] | undefined>();
  const answers: TicketConditions[] = [];
  for (const where of wheres) {
    const { text, team, insideOnly } = where;
    if (!text || text.found) {
      answers.push(where);
      continue;
    }
    const of = JSON.stringify([team, insideOnly]);
    const ids = await once(seen, of, () => fewSeen(knex, scope, where));
    const having = await once(found, JSON.stringify([of, text.query]), () =>
      ids ? ticketsHaving(knex, scope, text, ids) : undefined,
    );
    answers.push(
      having ? { ...where, text: { ...text, found: having } } : where,
    );
  }
  return answers;
}

async function once<Value>(
  known: Map<string, Value>,
  key: string,
  find: () => Promise<Value> | Value,
): Promise<Value | undefined> {
  const value = known.get(key);
  if (value !== undefined || known.has(key)) {
    return value;
  }
  const made = await find();
  known.set(key, made);
  return made;
}

async function ticketsHaving(
  knex: Knex,
  scope: Scope,
  { query, shownFields }: TextConditions,
  ids: readonly string[],
): Promise<string[]> {
  const found = knex('ticket_texts')
    .join('tickets', 'tickets.id', 'ticket_texts.ticket_id')
    .where(match => whereItselfMatches(match, query))
    .where(readable => whereReadableText(readable, scope, shownFields))
    .distinct('ticket_texts.ticket_id');
  whereOneOfIds(found, 'ticket_texts.ticket_id', ids);
  return found.pluck('ticket_texts.ticket_id');
}

import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { TextConditions, TicketConditions } from './TicketConditions';
import { whereOneOfIds } from '../sql/dialect';
import { withFrequentMarked } from '../texts/FrequentWords';
import { visibleIdsIfFew } from './visibleIds';
import { isFrequent } from '../texts/isFrequent';
import { whereItselfMatches } from '../texts/matches';
import { isReadableText } from '../access/readableTexts';
import { selectIdsOfNumber } from '../tickets/numbers';
import { whereHolds } from '../sql/sql';

/**
 * The same conditions, with how their text is best looked for: for people who
 * see few tickets, these are looked through; else a list is read until it has
 * enough with a frequent word. What remains is few texts, with which a database
 * can begin.
 */
export async function withTextPlan(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
): Promise<TicketConditions> {
  const [one] = await withTextPlans(knex, scope, [where]);
  return one;
}

/** The same for several conditions, of which many may have the same text. */
export async function withTextPlans(
  knex: Knex,
  scope: Scope,
  wheres: readonly TicketConditions[],
): Promise<TicketConditions[]> {
  const seen = new Map<string, readonly string[] | undefined>();
  const texts = new Map<string, TextConditions>();
  const answers: TicketConditions[] = [];
  for (const where of wheres) {
    const { text, team, insideOnly } = where;
    if (!text || isPlanned(text)) {
      answers.push(where);
      continue;
    }
    const of = JSON.stringify([team, insideOnly]);
    const plan = await memoized(
      texts,
      JSON.stringify([of, text.query]),
      async () => {
        const ids = await memoized(seen, of, () =>
          visibleIdsIfFew(knex, scope, where),
        );
        if (ids) {
          return {
            ...text,
            found: await ticketsHaving(knex, scope, text, ids),
          };
        }
        const query = await withFrequentMarked(knex, text.query);
        return { ...text, query, frequent: await isFrequent(knex, query) };
      },
    );
    answers.push({ ...where, text: plan });
  }
  return answers;
}

function isPlanned({ found, frequent }: TextConditions): boolean {
  return found !== undefined || frequent !== undefined;
}

async function memoized<Value>(
  known: Map<string, Value>,
  key: string,
  find: () => Promise<Value>,
): Promise<Value> {
  const value = known.get(key);
  if (value !== undefined) {
    return value;
  }
  const made = await find();
  known.set(key, made);
  return made;
}

async function ticketsHaving(
  knex: Knex,
  scope: Scope,
  { query, number, shownFields }: TextConditions,
  ids: readonly string[],
): Promise<string[]> {
  const found = knex('ticket_texts')
    .join('tickets', 'tickets.id', 'ticket_texts.ticket_id')
    .where(match => whereItselfMatches(match, query))
    .distinct('ticket_texts.ticket_id');
  whereHolds(found, isReadableText(scope, shownFields));
  whereOneOfIds(found, 'ticket_texts.ticket_id', ids);
  if (number) {
    found.union(numbered => {
      numbered
        .from('tickets')
        .select('tickets.id')
        .whereIn('tickets.id', withNumber =>
          selectIdsOfNumber(withNumber, number),
        );
      whereOneOfIds(numbered, 'tickets.id', ids);
    });
  }
  const rows: { ticket_id: string }[] = await found;
  return rows.map(row => row.ticket_id);
}

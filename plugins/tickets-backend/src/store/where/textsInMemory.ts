import type { Knex } from 'knex';
import type { TicketConditions } from './TicketConditions';
import { isPostgres } from '../sql/dialect';
import { unindexedConditions } from '../texts/matches';

/** Enough for the places of half a million texts. */
const WORK_MEM = '64MB';

/**
 * Runs statements with so much memory that PostgreSQL knows the place of each
 * text which its index finds, where that finds many more than match: such as
 * those with all words that have to follow each other. With less memory it knows
 * no more than their pages, and works out the words of all texts there again.
 */
export async function withTextsInMemory<Found>(
  knex: Knex,
  wheres: readonly TicketConditions[],
  find: (knex: Knex) => Promise<Found>,
): Promise<Found> {
  if (!isPostgres(knex) || !wheres.some(looksIntoMany)) {
    return find(knex);
  }
  return knex.transaction(async transaction => {
    await transaction.raw(`set local work_mem = '${WORK_MEM}'`);
    return find(transaction);
  });
}

function looksIntoMany({ text }: TicketConditions): boolean {
  return (
    text !== undefined &&
    !text.found &&
    !text.frequent &&
    unindexedConditions(text.query).sql !== ''
  );
}

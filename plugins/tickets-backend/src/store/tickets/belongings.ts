import type { Knex } from 'knex';
import { fieldValues } from '../../domain/forms/fieldValues';
import type { StoredTicket } from './StoredTicket';
import { type NewRows, insertRows } from '../sql/insertRows';

/** A table with a row for each thing of one sort that belongs to a ticket. */
interface Belongings {
  readonly table: string;
  rows(ticket: StoredTicket): object[];
}

const everything: readonly Belongings[] = [
  {
    table: 'ticket_assets',
    rows: ({ assets, assetOwners }) =>
      assets.map((entityRef, position) => ({
        position,
        entity_ref: entityRef,
        owner: assetOwners[entityRef] ?? null,
      })),
  },
  { table: 'ticket_tags', rows: ({ tags }) => tags.map(tag => ({ tag })) },
  { table: 'ticket_people', rows: ({ people }) => [...people] },
  { table: 'ticket_fields', rows: ({ fields }) => fieldValues(fields) },
  {
    table: 'ticket_entities',
    rows: ({ entities }) => entities.map(ref => ({ entity_ref: ref })),
  },
];

/** All rows that belong to a ticket, by table. */
export function belongingRows(ticket: StoredTicket): NewRows[] {
  return everything.map(belongings => rowsOf(belongings, ticket));
}

/** Replaces those that changed. */
export async function updateBelongings(
  knex: Knex,
  before: StoredTicket,
  after: StoredTicket,
): Promise<void> {
  for (const belongings of everything) {
    const rows = [before, after].map(ticket =>
      JSON.stringify(belongings.rows(ticket)),
    );
    if (rows[0] !== rows[1]) {
      await knex(belongings.table).where({ ticket_id: after.id }).delete();
      await insertRows(knex, [rowsOf(belongings, after)]);
    }
  }
}

function rowsOf({ table, rows }: Belongings, ticket: StoredTicket): NewRows {
  return {
    table,
    rows: rows(ticket).map(row => ({ ticket_id: ticket.id, ...row })),
  };
}

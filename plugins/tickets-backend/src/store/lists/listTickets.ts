import type { Knex } from 'knex';
import { type TicketPosition, isBackwards } from '../../domain/TicketPosition';
import type { Scope } from '../../domain/access/access';
import type { StoredTicket } from '../TicketStore';
import type { TicketConditions } from '../TicketConditions';
import { withAssets } from '../findTickets';
import type { TicketRow } from '../tickets';
import { matching } from './matching';
import { type Section, type SortKey, sectionsOf } from './sorting';

export interface TicketListRequest {
  readonly where: TicketConditions;
  readonly sort: SortKey;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  /** Absent: from the beginning of the list. */
  readonly position?: TicketPosition;
}

/** In the order of the list, whichever way it is read. */
export async function listTickets(
  knex: Knex,
  scope: Scope,
  request: TicketListRequest,
): Promise<StoredTicket[]> {
  const { sort, order, position } = request;
  const sections = sectionsOf(knex, sort, order);
  if (isBackwards(position)) {
    const rows = await readOn(knex, scope, {
      ...request,
      sections: sections.reverse(),
      direction: order === 'asc' ? 'desc' : 'asc',
    });
    return withAssets(knex, rows.reverse());
  }
  const rows = await readOn(knex, scope, {
    ...request,
    sections,
    direction: order,
  });
  return withAssets(knex, rows);
}

/** How a list is read, from its beginning or from its end. */
interface Reading extends Omit<TicketListRequest, 'order'> {
  readonly sections: readonly Section[];
  readonly direction: 'asc' | 'desc';
}

/** Reads sections one after the other, until there is enough. */
async function readOn(
  knex: Knex,
  scope: Scope,
  reading: Reading,
): Promise<TicketRow[]> {
  const { sections, position, limit } = reading;
  const first = position
    ? sections.findIndex(section => section.holds(position.value))
    : 0;
  const rows: TicketRow[] = [];
  for (const [index, section] of sections.entries()) {
    if (index >= first && rows.length < limit) {
      const found = await readSection(knex, scope, section, {
        ...reading,
        limit: limit - rows.length,
        position: index === first ? position : undefined,
      });
      rows.push(...found);
    }
  }
  return rows;
}

async function readSection(
  knex: Knex,
  scope: Scope,
  { narrow, key }: Section,
  { where, direction, limit, position }: Reading,
): Promise<TicketRow[]> {
  const query = matching(knex, scope, where).select('tickets.*').limit(limit);
  if (key) {
    query.orderByRaw(`${key.sql} ${direction}`);
  }
  query.orderBy('tickets.id', direction);
  if (narrow) {
    query.where(part => narrow(part));
  }
  if (position) {
    const { value, id, way } = position;
    const beyond = direction === 'asc' ? '>' : '<';
    const than = way === 'after' || way === 'before' ? beyond : `${beyond}=`;
    if (key) {
      query.whereRaw(`(${key.sql}, tickets.id) ${than} (?, ?)`, [
        key.instant ? new Date(value ?? 0) : value,
        id,
      ]);
    } else {
      query.whereRaw(`tickets.id ${than} ?`, [id]);
    }
  }
  return query;
}

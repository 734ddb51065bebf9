import type { Knex } from 'knex';
import { type TicketPosition, isBackwards } from '../../domain/TicketPosition';
import type { Scope } from '../../domain/access/access';
import type { Versions } from '../../domain/versions';
import type { StoredTicket } from '../tickets/StoredTicket';
import type { TicketConditions } from '../where/TicketConditions';
import { isPostgres, unindexed } from '../sql/dialect';
import {
  type RowWithAssets,
  assetsColumn,
  fromRowWithAssets,
} from '../tickets/findTickets';
import { withTextsInMemory } from '../where/textsInMemory';
import { countEach, countUpTo } from './counts';
import { type Selectivity, estimateSelectivity } from './selectivity';
import { ticketsFromBranches } from '../where/matchingTickets';
import { withTextPlan } from '../where/textPlan';
import { type Section, type SortKey, sectionsOf } from './sorting';

/** A ticket as one person finds it in a list. */
export interface ListedTicket extends StoredTicket {
  /** The versions that there were when they looked at it last. */
  readonly seen: Versions | null;
  /** What it was sorted by in these orders. */
  readonly sortKeys: { readonly number: string; readonly subject: string };
}

/** A page of a list, in its order, whichever way it is read. */
export interface TicketList {
  readonly tickets: ListedTicket[];
  /** How many there are in the whole list, where that was asked for. */
  readonly total?: number;
}

interface ListedRow extends RowWithAssets {
  seen_versions: string | null;
  total?: number | string;
}

export interface TicketListRequest {
  readonly where: TicketConditions;
  readonly sort: SortKey;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  /** Absent: from the beginning of the list. */
  readonly position?: TicketPosition;
  /** Where counting the whole list stops. Absent: it is not counted */
  readonly totalCap?: number;
  /** Whether nobody looks at a screen for it, so that others may go first. */
  readonly inBackground?: boolean;
}

/** In one statement, also with the total, where the list can be read in one. */
export async function listTickets(
  knex: Knex,
  scope: Scope,
  asked: TicketListRequest,
): Promise<TicketList> {
  const where = await withTextPlan(knex, scope, asked.where);
  const request = { ...asked, where };
  return withTextsInMemory(knex, [where], async reader => {
    const rows = await readRows(reader, scope, request);
    return {
      tickets: rows.map(asListed),
      total: await totalOf(reader, scope, request, rows),
    };
  });
}

async function readRows(
  knex: Knex,
  scope: Scope,
  request: TicketListRequest,
): Promise<ListedRow[]> {
  const { where, sort, order, position } = request;
  const sections = sectionsOf(knex, sort, order);
  const selectivity = await estimateSelectivity(knex, scope, where, sort);
  if (isBackwards(position)) {
    const rows = await readOn(knex, scope, {
      ...request,
      selectivity,
      sections: sections.reverse(),
      direction: order === 'asc' ? 'desc' : 'asc',
    });
    return rows.reverse();
  }
  return readOn(knex, scope, {
    ...request,
    selectivity,
    sections,
    direction: order,
  });
}

/** Each row of what was read first has it; without one it is counted alone. */
async function totalOf(
  knex: Knex,
  scope: Scope,
  { where, position, totalCap }: TicketListRequest,
  rows: readonly ListedRow[],
): Promise<number | undefined> {
  if (totalCap === undefined) {
    return undefined;
  }
  const counted = rows.find(({ total }) => total !== undefined);
  if (counted) {
    // its parts are counted up to there each
    return Math.min(Number(counted.total), totalCap);
  }
  return position
    ? (await countEach(knex, scope, [where], totalCap))[0]
    : rows.length;
}

/** How a list is read, from its beginning or from its end. */
interface Reading extends Omit<TicketListRequest, 'order'> {
  readonly sections: readonly Section[];
  readonly direction: 'asc' | 'desc';
  readonly selectivity: Selectivity;
}

/** Reads sections one after the other, until there is enough. */
async function readOn(
  knex: Knex,
  scope: Scope,
  reading: Reading,
): Promise<ListedRow[]> {
  const { sections, position, limit } = reading;
  const first = position
    ? sections.findIndex(section => section.holds(position.value))
    : 0;
  const rows: ListedRow[] = [];
  for (const [index, section] of sections.entries()) {
    if (index >= first && rows.length < limit) {
      const found = await readSection(knex, scope, section, {
        ...reading,
        limit: limit - rows.length,
        position: index === first ? position : undefined,
        totalCap: rows.length === 0 ? reading.totalCap : undefined,
      });
      rows.push(...found);
    }
  }
  return rows;
}

async function readSection(
  knex: Knex,
  scope: Scope,
  section: Section,
  { where, direction, limit, selectivity, position, totalCap }: Reading,
): Promise<ListedRow[]> {
  const columns = [assetsColumn(knex), seenColumn(knex, scope)];
  const total =
    totalCap === undefined
      ? []
      : [countUpTo(knex, scope, where, totalCap).as('total')];
  return ticketsFromBranches(
    knex,
    scope,
    where,
    query => {
      section.narrow?.(query);
      if (position) {
        whereBeyond(query, section, direction, position);
      }
    },
    (query, branch) => {
      const key = section.key ?? { sql: 'tickets.id' };
      const sorted =
        selectivity.selectiveFilter ||
        branch?.size === 'few' ||
        (branch?.size === 'of-a-person' && selectivity.fewOfPerson);
      query
        .orderByRaw(`${sorted ? unindexed(knex, key) : key.sql} ${direction}`)
        .orderBy('tickets.id', direction)
        .limit(limit);
    },
  ).select('tickets.*', ...columns, ...total);
}

function whereBeyond(
  query: Knex.QueryBuilder,
  { key }: Section,
  direction: 'asc' | 'desc',
  { value, id, way }: TicketPosition,
): void {
  const beyond = direction === 'asc' ? '>' : '<';
  const than = way === 'after' || way === 'before' ? beyond : `${beyond}=`;
  if (key) {
    const from = key.instant ? new Date(value ?? 0) : value;
    query.whereRaw(`(${key.sql}, tickets.id) ${than} (?, ?)`, [from, id]);
    if (!isPostgres(query)) {
      // SQLite finds no pair with an expression in its index, but that alone
      query.whereRaw(`${key.sql} ${beyond}= ?`, [from]);
    }
  } else {
    query.whereRaw(`tickets.id ${than} ?`, [id]);
  }
}

/** The versions that the person of the scope saw last, where they saw some. */
function seenColumn(knex: Knex, { person }: Scope): Knex.QueryBuilder {
  return knex('ticket_reads')
    .select(
      knex.raw("ticket_reads.version || '-' || ticket_reads.internal_changes"),
    )
    .whereRaw('ticket_reads.ticket_id = tickets.id')
    .where({ person: person.ref })
    .as('seen_versions');
}

function asListed(row: ListedRow): ListedTicket {
  return {
    ...fromRowWithAssets(row),
    seen: seenVersions(row),
    sortKeys: {
      number: row.number_sort ?? lowerAscii(row.number),
      subject: row.subject_sort ?? lowerAscii(row.subject),
    },
  };
}

/** As both databases do it. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, letter => letter.toLowerCase());
}

function seenVersions({ seen_versions: seen }: ListedRow): Versions | null {
  if (seen === null) {
    return null;
  }
  const [version, internalChanges] = seen.split('-').map(Number);
  return { version, internalChanges };
}

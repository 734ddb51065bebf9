import type { Visibility } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { StoredAsset, StoredTicket } from './TicketStore';
import { type DbInstant, toDate, toDateOrNull } from './instants';

export interface TicketRow {
  id: string;
  number: string;
  version: number;
  subject: string;
  status: string;
  category: string | null;
  priority: string;
  visibility: Visibility;
  requester: string;
  created_by: string;
  organisation: string | null;
  team: string | null;
  assignee: string | null;
  created_at: DbInstant;
  updated_at: DbInstant;
  ended_at: DbInstant | null;
}

interface AssetRow {
  ticket_id: string;
  position: number;
  entity_ref: string;
  owner: string | null;
}

/** What ids and numbers are made of; nothing else is worth a query. */
const POSSIBLE_KEY = /^[A-Za-z0-9._-]{1,255}$/;

export async function insertTicket(
  knex: Knex,
  ticket: StoredTicket,
): Promise<void> {
  await knex<TicketRow>('tickets').insert(toRow(ticket));
  if (ticket.assets.length > 0) {
    await knex<AssetRow>('ticket_assets').insert(
      ticket.assets.map((asset, position) => ({
        ticket_id: ticket.id,
        position,
        entity_ref: asset.entityRef,
        owner: asset.owner,
      })),
    );
  }
}

/** Writes all that changes in the life of a ticket; its assets stay. */
export async function updateTicket(
  knex: Knex,
  ticket: StoredTicket,
): Promise<void> {
  const { id, number: _number, created_at: _createdAt, ...row } = toRow(ticket);
  await knex<TicketRow>('tickets').where({ id }).update(row);
}

export async function findTicket(
  knex: Knex,
  key: string,
  options: { lock: boolean },
): Promise<StoredTicket | undefined> {
  if (!POSSIBLE_KEY.test(key)) {
    return undefined;
  }
  const query = knex<TicketRow>('tickets')
    .where({ id: key })
    .orWhere({ number: key })
    .first();
  const row = await (options.lock ? query.forUpdate() : query);
  return row && (await withAssets(knex, [row]))[0];
}

export async function isNumberTaken(
  knex: Knex,
  number: string,
): Promise<boolean> {
  const row = await knex<TicketRow>('tickets').where({ number }).first('id');
  return row !== undefined;
}

/** Completes ticket rows by their assets, which takes one statement. */
export async function withAssets(
  knex: Knex,
  rows: readonly TicketRow[],
): Promise<StoredTicket[]> {
  const assets = new Map<string, StoredAsset[]>(rows.map(row => [row.id, []]));
  const assetRows = await knex<AssetRow>('ticket_assets')
    .whereIn('ticket_id', [...assets.keys()])
    .orderBy(['ticket_id', 'position']);
  for (const { ticket_id, entity_ref, owner } of assetRows) {
    assets.get(ticket_id)?.push({ entityRef: entity_ref, owner });
  }
  return rows.map(row => fromRow(row, assets.get(row.id) ?? []));
}

function toRow(ticket: StoredTicket): TicketRow {
  return {
    id: ticket.id,
    number: ticket.number,
    version: ticket.version,
    subject: ticket.subject,
    status: ticket.status,
    category: ticket.category,
    priority: ticket.priority,
    visibility: ticket.visibility,
    requester: ticket.requester,
    created_by: ticket.createdBy,
    organisation: ticket.organisation,
    team: ticket.team,
    assignee: ticket.assignee,
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    ended_at: ticket.endedAt,
  };
}

function fromRow(row: TicketRow, assets: StoredAsset[]): StoredTicket {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    subject: row.subject,
    status: row.status,
    category: row.category,
    priority: row.priority,
    visibility: row.visibility,
    requester: row.requester,
    createdBy: row.created_by,
    organisation: row.organisation,
    team: row.team,
    assignee: row.assignee,
    createdAt: toDate(row.created_at),
    updatedAt: toDate(row.updated_at),
    endedAt: toDateOrNull(row.ended_at),
    assets,
  };
}

import {
  type Ticket,
  type TicketAction,
  isAnonymousReporter,
} from '@portaldesk/plugin-tickets-common';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import { applyEdit } from './applyEdit';
import type { Caller } from '../Caller';
import type { TicketEdit, TicketTarget } from '../Desk';
import type { Asset } from '../DeskCatalog';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';
import { readableTicket, requireAction } from '../readableTicket';
import { refusal } from '../refusal';

/** Which right the change of each part needs. */
const rightFor: Readonly<Record<keyof TicketEdit, 'edit' | 'classify'>> = {
  subject: 'edit',
  fields: 'edit',
  assets: 'edit',
  entities: 'edit',
  category: 'classify',
  priority: 'classify',
  visibility: 'classify',
  tags: 'classify',
  addTags: 'classify',
  removeTags: 'classify',
  system: 'classify',
  slaPolicy: 'classify',
  notifyRequester: 'classify',
};

/**
 * Changes what is named; what is absent stays.
 *
 * Requesters who are not agents lose sight of a ticket that becomes internal.
 */
export async function editTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  edit: TicketEdit,
): Promise<Ticket> {
  const actions = actionsOf(edit);
  const found = await readableTicket(context, caller, target.ticket);
  actions.forEach(action => requireAction(context, found, action));
  const known = await namedEntities(context, caller, edit);
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    actions,
    progress => {
      requireStillConfidential(progress.ticket, edit);
      return applyEdit(context, progress, edit, known);
    },
  );
  return ticket;
}

/**
 * what a person reported anonymously stays between them and the team: as a
 * public ticket others would read it, as an internal one they would not.
 *
 * @throws ConflictError when an edit would change that
 */
function requireStillConfidential(
  { requester }: Pick<StoredTicket, 'requester'>,
  { visibility }: TicketEdit,
): void {
  if (
    isAnonymousReporter(requester) &&
    visibility !== undefined &&
    visibility !== 'confidential'
  ) {
    throw refusal(
      'action-not-possible',
      'What was reported anonymously stays confidential',
    );
  }
}

function actionsOf(edit: TicketEdit): TicketAction[] {
  const parts = Object.keys(rightFor) as (keyof TicketEdit)[];
  const named = parts.filter(part => edit[part] !== undefined);
  return [...new Set(named.map(part => rightFor[part]))];
}

/** The catalog entities that an edit names, as far as they exist for the caller. */
async function namedEntities(
  context: DeskContext,
  caller: Caller,
  { assets = [], entities = [], system }: TicketEdit,
): Promise<ReadonlyMap<string, Asset>> {
  const refs = [...assets, ...entities, ...(system ? [system] : [])];
  const found = await context.catalog.assets([...new Set(refs)], caller);
  return new Map(
    found.flatMap(asset => (asset ? [[asset.entityRef, asset]] : [])),
  );
}

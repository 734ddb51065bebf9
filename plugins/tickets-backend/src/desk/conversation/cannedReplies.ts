import type {
  CannedReplies,
  Message,
  TicketAction,
} from '@portaldesk/plugin-tickets-common';
import type { CannedReply } from '../../config/DeskConfig';
import { fillPlaceholders } from '../../domain/placeholders';
import { applyEdit } from '../lifecycle/applyEdit';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';
import { writeMessage } from './converse';
import { placeholderValues } from './placeholderValues';
import { presentMessage } from '../present';
import {
  type ReadableTicket,
  readableTicket,
  requireAction,
} from '../readableTicket';
import { refusal } from '../refusal';

/** The canned replies for this ticket and caller, their placeholders filled in. */
export async function listCannedReplies(
  context: DeskContext,
  caller: Caller,
  key: string,
): Promise<CannedReplies> {
  const found = await readableTicket(context, caller, key);
  const offered = offeredReplies(context, found);
  const values = await placeholderValues(context, caller, found.ticket);
  return {
    items: offered.map(({ id, title, kind, body, set }) => ({
      id,
      title,
      kind,
      body: fillPlaceholders(body, values),
      set: { ...set, addTags: [...set.addTags] },
    })),
  };
}

/**
 * Sends a canned reply and changes what it says, all or nothing.
 *
 * @throws NotFoundError unless it is offered for this ticket
 * @throws NotAllowedError unless the caller may do all of it
 */
export async function applyCannedReply(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  id: string,
): Promise<Message> {
  const found = await readableTicket(context, caller, target.ticket);
  const reply = offeredReplies(context, found).find(offer => offer.id === id);
  if (!reply) {
    throw refusal(
      'canned-reply-not-found',
      `There is no canned reply ${id} for this ticket`,
    );
  }
  const actions = actionsOf(reply);
  actions.forEach(action => requireAction(context, found, action));
  const values = await placeholderValues(context, caller, found.ticket);
  const { status, priority, category, addTags } = reply.set;
  const { result } = await changeTicket(
    context,
    caller,
    target,
    actions,
    async progress => {
      // before the status, since the category of an ended ticket stays
      applyEdit(context, progress, { priority, category, addTags });
      return writeMessage(context, caller, progress, {
        kind: reply.kind,
        body: fillPlaceholders(reply.body, values),
        status,
      });
    },
  );
  return presentMessage(context.ids, result);
}

/**
 * Those that are meant for the ticket's category and one of the caller's
 * teams. Admins belong to every team.
 *
 * @throws NotAllowedError unless the caller sees the ticket from inside
 */
function offeredReplies(
  { config }: DeskContext,
  { ticket, access, scope }: ReadableTicket,
): CannedReply[] {
  if (!access.inside) {
    throw refusal('agents-only', 'Canned replies are for agents');
  }
  const { category } = ticket;
  return config.cannedReplies.filter(
    ({ categories, teams }) =>
      (!categories || (category !== null && categories.includes(category))) &&
      (!teams ||
        scope.admin ||
        teams.some(team => scope.person.belongsTo.has(team))),
  );
}

function actionsOf({ kind, set }: CannedReply): TicketAction[] {
  const { status, priority, category, addTags } = set;
  const classifies =
    priority !== undefined || category !== undefined || addTags.length > 0;
  return [
    kind,
    ...(status === undefined ? [] : (['change-status'] as const)),
    ...(classifies ? (['classify'] as const) : []),
  ];
}

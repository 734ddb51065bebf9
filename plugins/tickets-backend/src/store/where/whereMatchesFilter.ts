import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type {
  FieldCondition,
  Span,
  TicketConditions,
} from './TicketConditions';
import { whereUnread } from './whereUnread';
import { whereMatchesText } from './whereMatchesText';
import { whereHolds } from '../sql/sql';
import { isInsider } from '../access/visibility';

/**
 * Narrows a query over `tickets` to those that match, visible or not.
 * Conditions on what only insiders see are the caller's to guard, except those
 * on fields.
 */
export function whereMatchesFilter(
  query: Knex.QueryBuilder,
  scope: Scope,
  where: TicketConditions,
): void {
  whereInState(query, where);
  whereOneOf(query, 'tickets.status', where.inStatus);
  if (where.notInStatus) {
    query.whereNotIn('tickets.status', where.notInStatus);
  }
  whereOneOf(query, 'tickets.category', where.category);
  whereOneOf(query, 'tickets.priority', where.priority);
  whereOneOf(query, 'tickets.visibility', where.visibility);
  whereOneOf(query, 'tickets.channel', where.channel);
  whereOneOf(query, 'tickets.rating', where.rating);
  whereOneOrNone(query, 'tickets.organisation', where.organisation);
  whereOneOrNone(query, 'tickets.team', where.team);
  whereOneOrNone(query, 'tickets.assignee', where.assignee);
  whereOneOrNone(query, 'tickets.system', where.system);
  whereRequester(query, where.requester);
  whereWithin(query, 'tickets.created_at', where.created);
  whereWithin(query, 'tickets.updated_at', where.updated);
  whereWithin(query, 'tickets.ended_at', where.ended);
  whereWithin(query, 'tickets.next_due_at', where.due);
  whereOverdue(query, where.overdue);
  whereHas(query, 'ticket_assets', 'entity_ref', where.asset);
  whereHas(query, 'ticket_entities', 'entity_ref', where.entity);
  whereHas(query, 'ticket_tags', 'tag', where.tag);
  for (const field of where.fields ?? []) {
    whereField(query, scope, field);
  }
  whereWatching(query, scope, where.watching);
  if (where.text) {
    whereMatchesText(query, scope, where.text);
  }
  whereUnread(query, scope, where.unread);
}

function whereInState(
  query: Knex.QueryBuilder,
  { state, archivedToo }: TicketConditions,
): void {
  query.whereNull('tickets.merged_into');
  if (state === 'archived') {
    query.whereNotNull('tickets.archived_at');
  } else if (!archivedToo) {
    query.whereNull('tickets.archived_at');
  }
  if (state === 'open') {
    query.whereNull('tickets.ended_at');
  } else if (state === 'closed') {
    query.whereNotNull('tickets.ended_at');
  }
}

function whereOneOf(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly (string | number)[] | undefined,
): void {
  if (values) {
    query.whereIn(column, values);
  }
}

/** Like `whereOneOf`, where `none` stands for an empty column. */
export function whereOneOrNone(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[] | undefined,
): void {
  if (!values?.includes('none')) {
    whereOneOf(query, column, values);
    return;
  }
  const others = values.filter(value => value !== 'none');
  if (others.length === 0) {
    query.whereNull(column);
  } else {
    query.where(any => any.whereNull(column).orWhereIn(column, others));
  }
}

function whereRequester(
  query: Knex.QueryBuilder,
  refs: readonly string[] | undefined,
): void {
  if (refs) {
    query.where(side =>
      side
        .whereIn('tickets.requester', refs)
        .orWhereIn('tickets.created_by', refs),
    );
  }
}

export function whereWithin(
  query: Knex.QueryBuilder,
  column: string,
  { from, to }: Span = {},
): void {
  if (from) {
    query.where(column, '>=', from);
  }
  if (to) {
    query.where(column, '<', to);
  }
}

export function whereOverdue(
  query: Knex.QueryBuilder,
  overdue: TicketConditions['overdue'],
): void {
  if (overdue?.is) {
    query.where('tickets.next_due_at', '<', overdue.at);
  } else if (overdue) {
    query.where(any =>
      any
        .whereNull('tickets.next_due_at')
        .orWhere('tickets.next_due_at', '>=', overdue.at),
    );
  }
}

/** Narrows to tickets that one of these values belongs to. */
function whereHas(
  query: Knex.QueryBuilder,
  table: string,
  column: string,
  values: readonly string[] | undefined,
): void {
  if (values) {
    query.whereIn('tickets.id', having =>
      having.from(table).select('ticket_id').whereIn(column, values),
    );
  }
}

/** Outside, a field finds tickets only where their form shows it there. */
function whereField(
  query: Knex.QueryBuilder,
  scope: Scope,
  { name, values, shownIn }: FieldCondition,
): void {
  query.whereIn('tickets.id', having =>
    having
      .from('ticket_fields')
      .select('ticket_id')
      .where({ name })
      .whereIn('value', values),
  );
  if (!scope.admin) {
    query.where(seen =>
      seen
        .where(outside =>
          outside
            .whereNotNull('tickets.category')
            .whereIn('tickets.category', shownIn),
        )
        .orWhere(inside => whereHolds(inside, isInsider(scope))),
    );
  }
}

function whereWatching(
  query: Knex.QueryBuilder,
  { person }: Scope,
  watching: boolean | undefined,
): void {
  if (watching === undefined) {
    return;
  }
  const watched = (people: Knex.QueryBuilder) =>
    people
      .from('ticket_people')
      .select('ticket_id')
      .where({ ref: person.ref, role: 'watcher' });
  if (watching) {
    query.whereIn('tickets.id', watched);
  } else {
    query.whereNotIn('tickets.id', watched);
  }
}

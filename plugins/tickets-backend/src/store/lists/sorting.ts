import {
  type Light,
  type TicketSort,
  lightSchema,
} from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Statuses } from '../../domain/statuses';
import { binary } from '../sql/dialect';
import { between } from './between';

/** What a list is sorted by, with what that takes of the configuration. */
export type SortKey =
  | { readonly by: Exclude<TicketSort, 'priority' | 'light'> }
  /** The ids of the priorities from the least to the most urgent. */
  | { readonly by: 'priority'; readonly ranked: readonly string[] }
  | { readonly by: 'light'; readonly statuses: Statuses };

/** What can be sorted by. */
export interface Key {
  readonly sql: string;
  /** Whether its values are instants. */
  readonly instant?: boolean;
}

/** A part of a list, which is sorted in one way, so that an index can be followed. */
export interface Section {
  /** Narrows a query over `tickets` to this part. */
  narrow?(query: Knex.QueryBuilder): void;
  /** Whether a ticket with this value is in it. */
  holds(value: string | null): boolean;
  /** SQL by which it is sorted, and then by ids. Absent: by ids alone */
  readonly key?: Key;
}

/** The parts of a list, in their order. */
export function sectionsOf(
  knex: Knex,
  sort: SortKey,
  order: 'asc' | 'desc',
): Section[] {
  const inOrder = <T>(items: readonly T[]) =>
    order === 'asc' ? [...items] : [...items].reverse();
  switch (sort.by) {
    case 'createdAt':
      return [everything(instant('tickets.created_at'))];
    case 'updatedAt':
      return [everything(instant('tickets.updated_at'))];
    case 'number':
      return [everything(sortKey('tickets.number_sort', 'tickets.number'))];
    case 'subject':
      return [
        everything(
          sortKey('tickets.subject_sort', binary(knex, 'tickets.subject')),
        ),
      ];
    case 'requester':
      return [everything({ sql: 'tickets.requester' })];
    case 'team':
      return filledFirst('tickets.team', { sql: 'tickets.team' });
    case 'assignee':
      return filledFirst('tickets.assignee', { sql: 'tickets.assignee' });
    case 'dueAt':
      return filledFirst('tickets.next_due_at', instant('tickets.next_due_at'));
    case 'priority':
      return [
        ...inOrder(sort.ranked).map(ofPriority),
        ofUnknownPriority(sort.ranked),
      ];
    case 'light':
      return inOrder(lightSchema.options).map(light =>
        ofLight(sort.statuses, light),
      );
    default:
      return sort satisfies never;
  }
}

function instant(column: string): Key {
  return { sql: column, instant: true };
}

/**
 * What an older version wrote has no key until it is filled in. Until then it
 * is sorted by its bytes, of which only the letters A to Z have a case.
 */
function sortKey(column: string, text: string): Key {
  return { sql: `coalesce(${column}, lower(${text}))` };
}

function everything(key: Key): Section {
  return { key, holds: () => true };
}

/** Tickets that have none come last in both orders. */
function filledFirst(column: string, key: Key): Section[] {
  return [
    {
      key,
      narrow: query => query.whereNotNull(column),
      holds: value => value !== null,
    },
    {
      narrow: query => query.whereNull(column),
      holds: value => value === null,
    },
  ];
}

function ofPriority(priority: string): Section {
  return {
    narrow: query => query.where('tickets.priority', priority),
    holds: value => value === priority,
  };
}

function ofUnknownPriority(ranked: readonly string[]): Section {
  return {
    narrow: query => between(query, 'tickets.priority', ranked),
    holds: value => typeof value !== 'string' || !ranked.includes(value),
  };
}

/** A status that is no longer configured shows orange. */
function ofLight(statuses: Statuses, light: Light): Section {
  const ids = statuses.all.map(({ id }) => id);
  const shown = ids.filter(id => statuses.lightOf(id) === light);
  return {
    narrow: query =>
      light === 'orange'
        ? query.where(any => {
            any.whereIn('tickets.status', shown);
            any.orWhere(unknown => between(unknown, 'tickets.status', ids));
          })
        : query.whereIn('tickets.status', shown),
    holds: value => value === light,
  };
}

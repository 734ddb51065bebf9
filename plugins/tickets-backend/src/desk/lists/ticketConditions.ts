import type {
  ListTicketsQuery,
  TicketFilter,
} from '@portaldesk/plugin-tickets-common';
import type { DeskConfig } from '../../config/DeskConfig';
import { categoriesShowing } from '../../domain/forms/fieldValues';
import type { Statuses } from '../../domain/statuses';
import type {
  FieldCondition,
  Span,
  TicketConditions,
} from '../../store/where/TicketConditions';
import { textConditions } from '../search/textConditions';

/**
 * Filters on what only agents of a ticket see, which others may not use to find
 * it.
 */
const forInsiders = [
  'status',
  'type',
  'tag',
  'overdue',
  'dueFrom',
  'dueTo',
] as const;

/** No id of a status: none is empty. */
const CONFIGURED_NO_MORE = '';

/** All of a list, from its first page to its last. */
export type WholeList = TicketFilter & Pick<ListTicketsQuery, 'sort' | 'order'>;

/** The conditions of a list. */
export function listConditions(
  config: DeskConfig,
  { sort, order: _order, ...filter }: WholeList,
  now: Date,
): TicketConditions {
  const where = conditionsOf(config, filter, now);
  // who may not see deadlines must not find out by them what comes first
  return sort === 'dueAt' ? { ...where, insideOnly: true } : where;
}

/**
 * What a filter comes to at this desk.
 *
 * @param now - when it is: what was due before is overdue
 */
export function conditionsOf(
  config: DeskConfig,
  filter: TicketFilter,
  now: Date,
): TicketConditions {
  const { light: _light, status: _status, type: _type, ...others } = filter;
  const { createdFrom, createdTo, updatedFrom, updatedTo, ...more } = others;
  const { endedFrom, endedTo, dueFrom, dueTo, ...rest } = more;
  const { field, overdue, text, ...plain } = rest;
  return {
    ...plain,
    ...statusConditions(config.statuses, filter),
    fields: field && fieldConditions(config, field),
    created: span(createdFrom, createdTo),
    updated: span(updatedFrom, updatedTo),
    ended: span(endedFrom, endedTo),
    due: span(dueFrom, dueTo),
    overdue: overdue === undefined ? undefined : { at: now, is: overdue },
    text: text === undefined ? undefined : textConditions(config, text),
    insideOnly: forInsiders.some(name => filter[name] !== undefined),
  };
}

/**
 * The statuses that tickets can have. One that is no longer configured counts
 * as open and orange, so a filter for these excludes all others instead.
 */
function statusConditions(
  statuses: Statuses,
  { light, status, type }: TicketFilter,
): Pick<TicketConditions, 'inStatus' | 'notInStatus'> {
  const isMeant = (id: string) =>
    (light?.includes(statuses.lightOf(id)) ?? true) &&
    (type?.includes(statuses.get(id).type) ?? true);
  if (status) {
    return { inStatus: status.filter(isMeant) };
  }
  const ids = statuses.all.map(({ id }) => id);
  if (!isMeant(CONFIGURED_NO_MORE)) {
    return { inStatus: ids.filter(isMeant) };
  }
  const others = ids.filter(id => !isMeant(id));
  return others.length > 0 ? { notInStatus: others } : {};
}

/** Values of one field are alternatives. */
function fieldConditions(
  { categories }: DeskConfig,
  fields: readonly string[],
): FieldCondition[] {
  const valuesOf = new Map<string, string[]>();
  for (const field of fields) {
    const colon = field.indexOf(':');
    const name = field.slice(0, colon);
    const values = valuesOf.get(name) ?? [];
    valuesOf.set(name, [...values, field.slice(colon + 1)]);
  }
  return [...valuesOf].map(([name, values]) => ({
    name,
    values,
    shownIn: categoriesShowing(categories, name),
  }));
}

function span(from?: string, to?: string): Span | undefined {
  return from === undefined && to === undefined
    ? undefined
    : {
        from: from === undefined ? undefined : new Date(from),
        to: to === undefined ? undefined : new Date(to),
      };
}

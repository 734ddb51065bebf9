import {
  type TicketFilter,
  sortKeyOf,
  wordsOf,
} from '@portaldesk/plugin-tickets-common';
import { type Access, type Scope, accessTo } from '../../domain/access/access';
import { fieldTexts } from '../../domain/search/fieldWords';
import { matchesQuery } from '../../domain/search/matching';
import { readSearchQuery } from '../../domain/search/searchQuery';
import { isNumberSought, readSoughtNumber } from '../../domain/ticketNumbers';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import { statuses } from '../arbitraryTickets';
import type { Asked } from './arbitraryFilters';
import { NOW, type TicketSet } from './arbitraryTicketSets';

/** From the least to the most urgent. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'];

/** The fields of each category's form that the requester's side sees. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  incident: ['region'],
  question: ['region', 'cost'],
};

/** The categories as they are configured, to the same effect. */
export const CATEGORIES = Object.entries(SHOWN).map(([id, fields]) => ({
  id,
  title: id,
  form: {
    schema: { type: 'object', properties: { region: {}, cost: {} } },
    hidden: ['region', 'cost'].filter(name => !fields.includes(name)),
  },
}));

/** A ticket, and how somebody stands to it. */
interface Case {
  readonly ticket: StoredTicket;
  readonly access: Access;
  readonly me: string;
  readonly seen: TicketSet['seen'];
}

/**
 * The list that somebody should see: decided for each ticket by itself, slowly
 * and plainly.
 */
export function expectedList(
  { tickets, seen }: TicketSet,
  scope: Scope,
  { filter, sort, order }: Omit<Asked, 'limit'>,
): StoredTicket[] {
  const me = scope.person.ref;
  return tickets
    .map(ticket => ({ ticket, access: accessOf(scope, ticket), me, seen }))
    .filter(one => isListed(one, filter))
    .filter(({ access }) => sort !== 'dueAt' || access.inside)
    .map(({ ticket }) => ticket)
    .sort(
      (one, other) =>
        compare(sortValue(sort, one), sortValue(sort, other), order) ||
        compare(one.id, other.id, order),
    );
}

function accessOf(scope: Scope, ticket: StoredTicket): Access {
  const owners = Object.values(ticket.assetOwners);
  return accessTo(scope, {
    ...ticket,
    assetOwners: owners.filter(owner => owner !== null),
  });
}

function isListed(one: Case, filter: TicketFilter): boolean {
  const { ticket, access } = one;
  return (
    access.read &&
    ticket.mergedInto === null &&
    (ticket.archivedAt !== null) === (filter.state === 'archived') &&
    Object.keys(filter).every(name =>
      matches(one, filter, name as keyof TicketFilter),
    )
  );
}

function matches(
  { ticket, access, me, seen }: Case,
  filter: TicketFilter,
  name: keyof TicketFilter,
): boolean {
  const { nextDueAt } = ticket.deadlines;
  const oneOf = <T>(wanted: readonly T[] | undefined, ...having: T[]) =>
    having.some(value => wanted?.includes(value));
  switch (name) {
    case 'state':
      return (
        filter.state === 'archived' ||
        (filter.state === 'closed') === (ticket.endedAt !== null)
      );
    case 'light':
      return oneOf(filter.light, statuses.lightOf(ticket.status));
    case 'status':
      return access.inside && oneOf(filter.status, ticket.status);
    case 'type':
      return (
        access.inside && oneOf(filter.type, statuses.get(ticket.status).type)
      );
    case 'category':
      return oneOf(filter.category, String(ticket.category));
    case 'priority':
    case 'visibility':
    case 'channel':
      return oneOf<string>(filter[name], ticket[name]);
    case 'rating':
      return oneOf(filter.rating, ticket.rating?.stars ?? 0);
    case 'requester':
      return oneOf(filter.requester, ticket.requester, ticket.createdBy);
    case 'organisation':
    case 'team':
    case 'assignee':
    case 'system':
      return oneOf(filter[name], ticket[name] ?? 'none');
    case 'asset':
      return oneOf(filter.asset, ...ticket.assets);
    case 'entity':
      return oneOf(filter.entity, ...ticket.entities);
    case 'tag':
      return access.inside && oneOf(filter.tag, ...ticket.tags);
    case 'field':
      return hasFields(ticket, access, filter.field ?? []);
    case 'createdFrom':
      return ticket.createdAt >= new Date(filter.createdFrom ?? 0);
    case 'createdTo':
      return ticket.createdAt < new Date(filter.createdTo ?? 0);
    case 'updatedFrom':
      return ticket.updatedAt >= new Date(filter.updatedFrom ?? 0);
    case 'updatedTo':
      return ticket.updatedAt < new Date(filter.updatedTo ?? 0);
    case 'endedFrom':
      return isSince(ticket.endedAt, filter.endedFrom);
    case 'endedTo':
      return isUntil(ticket.endedAt, filter.endedTo);
    case 'dueFrom':
      return access.inside && isSince(nextDueAt, filter.dueFrom);
    case 'dueTo':
      return access.inside && isUntil(nextDueAt, filter.dueTo);
    case 'overdue':
      return (
        access.inside &&
        filter.overdue === (nextDueAt !== null && nextDueAt < NOW)
      );
    case 'unread':
      return filter.unread === isUnreadFor({ ticket, access, me, seen });
    case 'watching':
      return (
        filter.watching ===
        ticket.people.some(({ ref, role }) => ref === me && role === 'watcher')
      );
    case 'text':
      return hasText(ticket, access, filter.text ?? '');
    default:
      return name satisfies never;
  }
}

/** Whether a ticket of the list is unread for the person of the scope. */
export function isUnread(
  ticket: StoredTicket,
  scope: Scope,
  seen: TicketSet['seen'],
): boolean {
  const access = accessOf(scope, ticket);
  return isUnreadFor({ ticket, access, me: scope.person.ref, seen });
}

/**
 * Whether somebody else changed it after they last looked at it, as far as they
 * can see: each change that only agents see is a version that others do not
 * count.
 */
function isUnreadFor({ ticket, access, me, seen }: Case): boolean {
  const { version, internalChanges } = ticket;
  const by = access.inside ? ticket.changedBy : ticket.updatedBy;
  const looks = seen
    .filter(({ person, ticketId }) => person === me && ticketId === ticket.id)
    .map(look => look.version + (look.inside ? 0 : internalChanges));
  const last = Math.max(0, ...looks);
  const counted = (count: number) =>
    access.inside ? count : count - internalChanges;
  return (
    by !== me && (looks.length === 0 ? 0 : counted(last)) < counted(version)
  );
}

function isSince(at: Date | null, from: string | undefined): boolean {
  return at !== null && at >= new Date(from ?? 0);
}

function isUntil(at: Date | null, to: string | undefined): boolean {
  return at !== null && at < new Date(to ?? 0);
}

function hasText(ticket: StoredTicket, access: Access, text: string): boolean {
  const number = readSoughtNumber(text);
  const query = readSearchQuery(text);
  return (
    (number !== undefined && isNumberSought(number, ticket.number)) ||
    textsOf(ticket, access).some(one => matchesQuery(query, wordsOf(one)))
  );
}

/** Number and subject, and each field that is shown; there are no messages. */
function textsOf(
  { number, subject, category, fields }: StoredTicket,
  access: Access,
): string[] {
  return [
    `${number} ${subject}`,
    ...Object.entries(fields)
      .filter(
        ([name]) => access.inside || SHOWN[category ?? '']?.includes(name),
      )
      .map(([, value]) => fieldTexts(value).join(' ')),
  ];
}

/** For each field that is named, one of the values that are named for it. */
function hasFields(
  { category, fields }: StoredTicket,
  access: Access,
  wanted: readonly string[],
): boolean {
  return wanted.every(first => {
    const [name] = first.split(':');
    const value = fields[name];
    const shown = SHOWN[category ?? '']?.includes(name);
    return (
      (access.inside || shown) &&
      wanted.some(each =>
        Array.isArray(value)
          ? value.some(item => each === `${name}:${item}`)
          : each === `${name}:${value}`,
      )
    );
  });
}

function sortValue(
  sort: Asked['sort'],
  ticket: StoredTicket,
): string | number | null {
  switch (sort) {
    case 'createdAt':
    case 'updatedAt':
      return ticket[sort].getTime();
    case 'dueAt':
      return ticket.deadlines.nextDueAt?.getTime() ?? null;
    case 'number':
    case 'subject':
      return sortKeyOf(ticket[sort]);
    case 'priority': {
      const rank = PRIORITIES.indexOf(ticket.priority);
      return rank < 0 ? null : rank;
    }
    case 'light':
      return ['orange', 'red', 'grey', 'green'].indexOf(
        statuses.lightOf(ticket.status),
      );
    default:
      return ticket[sort];
  }
}

/** What is missing comes last in both orders. */
function compare(
  one: string | number | null,
  other: string | number | null,
  order: 'asc' | 'desc',
): number {
  if (one === null || other === null) {
    return Number(one === null) - Number(other === null);
  }
  const ascending =
    typeof one === 'number'
      ? one - Number(other)
      : Buffer.compare(Buffer.from(one), Buffer.from(String(other)));
  return order === 'asc' ? ascending : -ascending;
}

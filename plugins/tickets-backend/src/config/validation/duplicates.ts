import type { ConfigIssues } from '../ConfigIssues';
import type { TicketsConfig } from '../schema/ticketsConfig';

type Category = TicketsConfig['categories'][number];
type CannedReply = TicketsConfig['cannedReplies'][number];

/** Finds entries that cannot be distinguished because they share a key. */
export function findDuplicates(
  tickets: TicketsConfig,
  issues: ConfigIssues,
): void {
  for (const [list, key, values] of distinctValues(tickets)) {
    values.forEach((value, index) => {
      const first = values.indexOf(value);
      if (value !== undefined && first < index) {
        addDuplicate(issues, [list, index, key], first);
      }
    });
  }
  findTitles(tickets, issues);
}

function distinctValues(
  tickets: TicketsConfig,
): [list: string, key: string, values: readonly (string | undefined)[]][] {
  const ids = (items: readonly { id: string }[] = []) =>
    items.map(({ id }) => id);
  return [
    ['statuses', 'id', ids(tickets.statuses)],
    ['priorities', 'id', ids(tickets.priorities)],
    ['categories', 'id', ids(tickets.categories)],
    ['calendars', 'id', ids(tickets.calendars)],
    ['slaPolicies', 'id', ids(tickets.slaPolicies)],
    ['cannedReplies', 'id', ids(tickets.cannedReplies)],
    ['routing', 'name', tickets.routing.map(({ name }) => name)],
    ['teams', 'group', tickets.teams?.map(({ group }) => group) ?? []],
  ];
}

/** Titles that people would have to choose between without any difference. */
function findTitles(tickets: TicketsConfig, issues: ConfigIssues) {
  const { statuses = [], priorities = [], categories } = tickets;
  const { slaPolicies, cannedReplies } = tickets;
  const lists = { statuses, priorities, slaPolicies };
  for (const [list, items] of Object.entries(lists)) {
    findTitlesOf(list, items, () => true, issues);
  }
  findTitlesOf('categories', categories, offeredTogether, issues);
  findTitlesOf('cannedReplies', cannedReplies, preparedTogether, issues);
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

/**
 * @param together - whether people meet two items in one place
 */
function findTitlesOf<T extends Titled>(
  list: string,
  items: readonly T[],
  together: (one: T, other: T) => boolean,
  issues: ConfigIssues,
) {
  items.forEach((item, index) => {
    const first = items.findIndex(
      other => sameTitle(other, item) && together(other, item),
    );
    const isCopy = items.findIndex(({ id }) => id === item.id) < index;
    if (first < index && !isCopy) {
      addDuplicate(issues, [list, index, 'title'], first);
    }
  });
}

function sameTitle(one: Titled, other: Titled): boolean {
  const [a, b] = [one, other].map(({ title }) => title.normalize('NFKC'));
  return a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;
}

/** Categories for other kinds or types of assets are never offered side by side. */
function offeredTogether({ fits }: Category, other: Category): boolean {
  return (
    overlap(fits?.kinds, other.fits?.kinds) &&
    overlap(fits?.types, other.fits?.types)
  );
}

/** Nor are texts for other teams or categories, and a note is no reply. */
function preparedTogether(one: CannedReply, other: CannedReply): boolean {
  return (
    one.kind === other.kind &&
    overlap(one.teams, other.teams) &&
    overlap(one.categories, other.categories)
  );
}

/** Whether two lists have something in common; one that is absent has all. */
function overlap(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): boolean {
  return !one || !other || one.some(item => other.includes(item));
}

function addDuplicate(
  issues: ConfigIssues,
  path: [list: string, index: number, key: string],
  first: number,
) {
  issues.add(
    path,
    `tickets.${path[0]}[${first}] has it already; choose another or remove one`,
  );
}

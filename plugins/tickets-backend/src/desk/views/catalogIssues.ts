import type {
  TicketFilter,
  TicketViewIssue,
} from '@portaldesk/plugin-tickets-common';
import { issueAt } from '../../domain/issueAt';
import type { Caller } from '../Caller';
import type { DeskContext } from '../context';

/** What of a filter names entities of the catalog that work is divided by. */
const named = [
  'team',
  'assignee',
  'organisation',
  'system',
  'asset',
  'entity',
] as const satisfies readonly (keyof TicketFilter)[];

type NamingFilter = Pick<TicketFilter, (typeof named)[number]>;

/** The catalog is not asked for more at once. */
const MOST_REFS = 500;

/**
 * The references in some filters that are not in the catalog, as far as the
 * caller sees it. While it does not answer, nothing is said to be gone.
 */
export async function missingInCatalog(
  { catalog, throttledLogger }: DeskContext,
  caller: Caller,
  filters: readonly NamingFilter[],
): Promise<ReadonlySet<string>> {
  const all = filters.flatMap(filter =>
    named.flatMap(name => filter[name] ?? []),
  );
  const refs = [...new Set(all)]
    .filter(ref => ref !== 'none')
    .slice(0, MOST_REFS);
  if (refs.length === 0) {
    return new Set();
  }
  try {
    const existing = await catalog.existing(refs, caller);
    return new Set(refs.filter(ref => !existing.has(ref)));
  } catch (error) {
    throttledLogger.warn(
      'views without the catalog',
      'Saved views are shown without a check of their references, because the catalog does not answer',
      error,
    );
    return new Set();
  }
}

/** @param known - paths that have an issue already */
export function catalogIssues(
  filter: NamingFilter,
  missing: ReadonlySet<string>,
  known: ReadonlySet<string>,
): TicketViewIssue[] {
  return named.flatMap(name =>
    (filter[name] ?? []).flatMap((ref, index) => {
      const path = `filter.${name}[${index}]`;
      return missing.has(ref) && !known.has(path)
        ? [issueAt(path, `${ref} is not in the catalog`, 'not-in-catalog')]
        : [];
    }),
  );
}

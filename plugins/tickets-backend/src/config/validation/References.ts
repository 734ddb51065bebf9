import type { StatusType } from '@portaldesk/plugin-tickets-common';
import type { ConfigIssues } from '../ConfigIssues';
import { DEFAULT_PRIORITIES, DEFAULT_STATUSES } from '../defaults';
import type { TicketsConfig } from '../schema/ticketsConfig';
import { withSuggestion } from '../suggestions';

export type Path = readonly (string | number)[];

/** The name of a section of `tickets`. */
export type Section = keyof TicketsConfig;

/** Lists of `tickets` whose items others name by id. */
type Named =
  'statuses' | 'priorities' | 'categories' | 'slaPolicies' | 'calendars';

/**
 * Sees that what one setting names is there in another. Of a section that
 * cannot be read nothing is known, so that nothing is missing from it either.
 */
export class References {
  readonly #ids: Readonly<Record<Named, readonly string[]>>;
  readonly #teams: readonly string[] | undefined;

  constructor(
    private readonly tickets: TicketsConfig,
    private readonly unreadable: ReadonlySet<Section>,
    private readonly issues: ConfigIssues,
  ) {
    const idsOf = (items: readonly { id: string }[]) =>
      items.map(({ id }) => id);
    this.#ids = {
      statuses: idsOf(tickets.statuses ?? DEFAULT_STATUSES),
      priorities: idsOf(tickets.priorities ?? DEFAULT_PRIORITIES),
      categories: idsOf(tickets.categories),
      slaPolicies: idsOf(tickets.slaPolicies),
      calendars: idsOf(tickets.calendars),
    };
    this.#teams = tickets.teams?.map(({ group }) => group);
  }

  /** Whether what a section holds is known. */
  knows(section: Section): boolean {
    return !this.unreadable.has(section);
  }

  check(list: Named, path: Path, id: string | undefined): void {
    const ids = this.#ids[list];
    if (id !== undefined && this.knows(list) && !ids.includes(id)) {
      const hint =
        ids.length > 0
          ? `use one of ${ids.join(', ')}, or add it to tickets.${list}`
          : `add it to tickets.${list}`;
      this.issues.add(path, withSuggestion(hint, id, ids), `${list}: ${id}`);
    }
  }

  /** @param path - of the list */
  checkAll(list: Named, path: Path, ids: readonly string[] = []): void {
    ids.forEach((id, index) => this.check(list, [...path, index], id));
  }

  checkTeam(path: Path, group: string | undefined): void {
    const teams = this.#teams;
    if (
      group !== undefined &&
      teams &&
      this.knows('teams') &&
      !teams.includes(group)
    ) {
      const hint = 'use a group of tickets.teams, or add it there';
      this.issues.add(
        path,
        withSuggestion(hint, group, teams),
        `teams: ${group}`,
      );
    }
  }

  /** The type of a status; undefined when there is none, or none is known. */
  typeOf(id: string): StatusType | undefined {
    return this.statuses().find(status => status.id === id)?.type;
  }

  statuses() {
    return this.knows('statuses')
      ? (this.tickets.statuses ?? DEFAULT_STATUSES)
      : [];
  }
}

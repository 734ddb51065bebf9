import type { ConfigMistakes } from '../ConfigMistakes';
import { DEFAULT_PRIORITIES, DEFAULT_STATUSES } from '../defaults';
import type { TicketsConfig } from '../schema/ticketsConfig';

export type Path = readonly (string | number)[];

/** Lists of `tickets` whose items others name by id. */
type Named =
  'statuses' | 'priorities' | 'categories' | 'slaPolicies' | 'calendars';

/** Sees that what one setting names is there in another. */
export class References {
  readonly #ids: Readonly<Record<Named, readonly string[]>>;
  readonly #teams: readonly string[] | undefined;

  constructor(
    tickets: TicketsConfig,
    private readonly mistakes: ConfigMistakes,
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

  check(list: Named, path: Path, id: string | undefined): void {
    const ids = this.#ids[list];
    if (id !== undefined && !ids.includes(id)) {
      this.mistakes.add(
        path,
        ids.length > 0
          ? `use one of ${ids.join(', ')}, or add it to tickets.${list}`
          : `add it to tickets.${list}`,
      );
    }
  }

  /** @param path - of the list */
  checkAll(list: Named, path: Path, ids: readonly string[] = []): void {
    ids.forEach((id, index) => this.check(list, [...path, index], id));
  }

  checkTeam(path: Path, group: string | undefined): void {
    if (group !== undefined && this.#teams && !this.#teams.includes(group)) {
      this.mistakes.add(path, 'use a group of tickets.teams, or add it there');
    }
  }
}

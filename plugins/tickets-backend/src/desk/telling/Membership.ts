import type { Person } from '../../domain/access/access';
import type { DeskCatalog } from '../DeskCatalog';
import type { Directory } from '../Directory';

/** How long what the catalog said is taken for true, in milliseconds. */
const REMEMBERED_FOR = 30_000;

interface Remembered {
  readonly directory: Promise<Directory>;
  readonly until: number;
}

/**
 * Who belongs to which group. The catalog's answers are remembered for a short
 * time, since what is told one after the other is mostly told to the same
 * people.
 */
export class Membership {
  readonly #remembered = new Map<string, Remembered>();

  constructor(
    private readonly catalog: Pick<DeskCatalog, 'directory'>,
    private readonly clock: () => Date,
  ) {}

  /** The direct members of these groups, in the order of the groups. */
  async membersOf(groups: readonly string[]): Promise<string[][]> {
    const directories = await this.#directoriesOf(groups);
    return groups.map((group, index) => directories[index].membersOf(group));
  }

  /**
   * These users with all that they belong to, which is nobody but themselves
   * for those that are not in the catalog.
   */
  async people(users: readonly string[]): Promise<Person[]> {
    const directories = await this.#directoriesOf(users);
    return users.map(
      (ref, index) =>
        directories[index].person(ref) ?? { ref, belongsTo: new Set([ref]) },
    );
  }

  async #directoriesOf(refs: readonly string[]): Promise<Directory[]> {
    const now = this.clock().getTime();
    for (const [ref, { until }] of this.#remembered) {
      if (until <= now) {
        this.#remembered.delete(ref);
      }
    }
    const unknown = refs.filter(ref => !this.#remembered.has(ref));
    if (unknown.length > 0) {
      const directory = this.catalog.directory(unknown);
      const answer = { directory, until: now + REMEMBERED_FOR };
      unknown.forEach(ref => this.#remembered.set(ref, answer));
      directory.catch(() => this.#forget(answer));
    }
    return Promise.all(
      refs.map(ref => {
        const remembered = this.#remembered.get(ref);
        return remembered?.directory ?? this.catalog.directory([ref]);
      }),
    );
  }

  #forget(failed: Remembered): void {
    for (const [ref, remembered] of this.#remembered) {
      if (remembered === failed) {
        this.#remembered.delete(ref);
      }
    }
  }
}

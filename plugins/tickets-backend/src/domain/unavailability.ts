import type { Unavailability } from '@portaldesk/plugin-tickets-common';
import { type AccessPolicy, type Person, scopeOf } from './access/access';

/** The owner of open tickets: a team, with one of its agents or none. */
export interface Holding {
  readonly team: string | null;
  readonly assignee: string | null;
}

/** An owner who will not work on their tickets, and why. */
export interface Unavailable extends Holding {
  readonly reason: Unavailability;
}

/** What the catalog says of people and groups. */
interface KnownPeople {
  has(ref: string): boolean;
  person(ref: string): Person | undefined;
}

/**
 * Why an owner is unavailable; undefined if they are available. A missing team
 * comes first, because the assignee is then chosen with the new team.
 */
export function unavailabilityOf(
  policy: AccessPolicy,
  people: KnownPeople,
  { team, assignee }: Holding,
): Unavailable | undefined {
  if (team !== null && !people.has(team)) {
    return { team, assignee: null, reason: 'not-in-catalog' };
  }
  if (assignee === null) {
    return undefined;
  }
  const person = people.person(assignee);
  if (!person) {
    return { team, assignee, reason: 'not-in-catalog' };
  }
  // admins take over tickets of teams that they do not belong to
  return team === null ||
    person.belongsTo.has(team) ||
    scopeOf(policy, person).admin
    ? undefined
    : { team, assignee, reason: 'not-in-team' };
}

const MINUTE = 60_000;

/** A person or team that is missing in every check for this time is gone. */
const GONE_AFTER = 60 * MINUTE;

/**
 * The same where many are missing together, as in a catalog that is rebuilt.
 */
const MUCH_GONE_AFTER = 24 * 60 * MINUTE;

/** After a gap of this length between checks, earlier ones no longer count. */
export const FORGOTTEN_AFTER = 60 * MINUTE;

/** How long the unavailable have to be missing before they are taken for gone. */
export function goneAfter(waitsLong: boolean): number {
  return waitsLong ? MUCH_GONE_AFTER : GONE_AFTER;
}

/** A holding that was looked up; undefined where nothing is wrong with it. */
export interface SeenHolding {
  readonly holding: Holding;
  readonly unavailable: Unavailable | undefined;
}

/** How many there are of something, and how many of these are missing. */
class Shares {
  readonly #all = new Set<string>();
  readonly #missing = new Set<string>();

  count(ref: string | null, isMissing: boolean): void {
    if (ref !== null) {
      this.#all.add(ref);
      if (isMissing) {
        this.#missing.add(ref);
      }
    }
  }

  /** @param others - those of the same kind that are there */
  isMuchMissing(others: readonly string[]): boolean {
    const missing = this.#missing.size;
    return missing > 1
      ? 2 * missing >= this.#all.size
      : missing === this.#all.size && missing > 0 && others.length === 0;
  }
}

/** What the catalog has of a desk, whether it has open tickets or not. */
export interface StillThere {
  /** Those of the configured teams. */
  readonly teams: readonly string[];
  /** The members of a team. */
  readonly people: readonly string[];
}

/**
 * Whether half of the people or half of the teams with open tickets are
 * missing, and more than one, or the only one: then the catalog is probably at
 * fault. Each counts once, regardless of the number of tickets. Members of a
 * missing team count as missing too, so that a desk with a single team is
 * protected.
 */
export function isMuchMissing(
  seen: readonly SeenHolding[],
  others: StillThere,
): boolean {
  const people = new Shares();
  const teams = new Shares();
  for (const { holding, unavailable } of seen) {
    people.count(holding.assignee, unavailable !== undefined);
    teams.count(holding.team, unavailable?.assignee === null);
  }
  return (
    people.isMuchMissing(others.people) || teams.isMuchMissing(others.teams)
  );
}

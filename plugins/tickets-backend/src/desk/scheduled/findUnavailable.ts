import {
  type Holding,
  type SeenHolding,
  type StillThere,
  type Unavailable,
  isMuchMissing,
  unavailabilityOf,
} from '../../domain/unavailability';
import type { DeskContext } from '../context';
import type { Directory } from '../Directory';
import { canonicalRef } from '../relations/relations';
import type { ScheduledWorkOptions } from './forEachDue';

/** How many are looked up in the catalog at once. */
const PAGE = 500;

interface Found {
  /** Each team, and each person in each of their teams, once. */
  readonly unavailable: Unavailable[];
  readonly muchMissing: boolean;
}

/**
 * Looks up all owners of open tickets in the catalog.
 *
 * @throws Error where the catalog does not answer
 */
export async function findUnavailable(
  context: DeskContext,
  { signal }: ScheduledWorkOptions,
): Promise<Found> {
  const { catalog, store } = context;
  const unavailable = new Map<string, Unavailable>();
  const seen: SeenHolding[] = [];
  let after: Holding | undefined;
  do {
    signal?.throwIfAborted();
    const holdings = await store.unavailable.holdings({ limit: PAGE, after });
    const directory = await catalog.directory(
      holdings.flatMap(({ team, assignee }) => [team, assignee]),
    );
    for (const holding of holdings) {
      const found = lookUp(context, directory, holding);
      seen.push({ holding: canonical(holding), unavailable: found });
      if (found) {
        unavailable.set(JSON.stringify([found.team, found.assignee]), found);
      }
    }
    after = holdings.length === PAGE ? holdings.at(-1) : undefined;
  } while (after);
  return {
    unavailable: [...unavailable.values()],
    muchMissing:
      unavailable.size > 0 &&
      isMuchMissing(seen, await stillThere(context, seen)),
  };
}

/** Whom the catalog has of the teams, beside those with open tickets. */
async function stillThere(
  { catalog, config }: DeskContext,
  seen: readonly SeenHolding[],
): Promise<StillThere> {
  const configured = config.access.teams;
  const held = seen.flatMap(({ holding: { team } }) => team ?? []);
  const teams = [...new Set([...configured, ...held])];
  const groups = await catalog.directory(teams);
  const members = teams.flatMap(team => groups.membersOf(team));
  const people = await catalog.directory(members);
  return {
    teams: configured.filter(team => groups.has(team)),
    people: members.filter(ref => people.has(ref)),
  };
}

/**
 * Whether the catalog says now what it said when they were found.
 *
 * @throws Error where the catalog does not answer
 */
export async function isStillUnavailable(
  context: DeskContext,
  gone: Unavailable,
): Promise<boolean> {
  const directory = await context.catalog.freshDirectory([
    gone.team,
    gone.assignee,
  ]);
  const found = lookUp(context, directory, gone);
  return found?.assignee === gone.assignee && found.reason === gone.reason;
}

/**
 * Why the owner of some tickets is unavailable; references stay as they are
 * written.
 */
function lookUp(
  { config }: DeskContext,
  directory: Directory,
  { team, assignee }: Holding,
): Unavailable | undefined {
  const found = unavailabilityOf(
    config.access,
    directory,
    canonical({ team, assignee }),
  );
  return (
    found && {
      team,
      assignee: found.assignee === null ? null : assignee,
      reason: found.reason,
    }
  );
}

/** As the catalog is asked, however a ticket has it. */
function canonical({ team, assignee }: Holding): Holding {
  return {
    team: team === null ? null : canonicalRef(team),
    assignee: assignee === null ? null : canonicalRef(assignee),
  };
}

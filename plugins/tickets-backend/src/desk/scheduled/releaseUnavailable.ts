import {
  FORGOTTEN_AFTER,
  type Unavailable,
  goneAfter,
} from '../../domain/unavailability';
import { assignInTurn } from '../filing/assignInTurn';
import { findTeam } from '../filing/findTeam';
import type { DeskContext } from '../context';
import { canonicalRef } from '../relations/relations';
import { changeIfDue } from './changeIfDue';
import { type ScheduledWorkOptions, forEachDue } from './forEachDue';
import { findUnavailable, isStillUnavailable } from './findUnavailable';

/**
 * Releases open tickets of people and teams that left the catalog: those of an
 * assignee return to the queue, those of a team are routed again. It stops when
 * the catalog does not answer, and only people and teams that were missing in
 * every check for an hour count as gone.
 */
export async function releaseUnavailable(
  context: DeskContext,
  options: ScheduledWorkOptions = {},
): Promise<void> {
  const { config, store, clock, logger } = context;
  if (!config.releaseUnavailable) {
    return;
  }
  const { unavailable, muchMissing } = await findUnavailable(context, options);
  const now = clock();
  const recorded = await store.unavailable.record(unavailable, {
    now,
    forgottenAt: new Date(now.getTime() - FORGOTTEN_AFTER),
    muchMissing,
  });
  const isNew = (index: number) =>
    recorded[index].since.getTime() === now.getTime();
  const missing = unavailable.filter((_, index) => isNew(index));
  if (missing.length > 0) {
    const names = [...new Set(missing.map(nameOf))].join(', ');
    logger.warn(
      `The catalog does not have these people and teams with open tickets: ${names}. Their tickets return to the queue in ${goneAfter(muchMissing) / 3_600_000} h, unless the catalog has them again by then`,
    );
  }
  for (const [index, gone] of unavailable.entries()) {
    const { since, waitsLong } = recorded[index];
    if (now.getTime() - since.getTime() >= goneAfter(waitsLong)) {
      await release(context, options, gone);
    }
  }
}

function nameOf({ team, assignee, reason }: Unavailable): string {
  const who = assignee ?? team ?? '';
  return reason === 'not-in-team' ? `${who} in ${team}` : who;
}

/** People who are back keep the tickets that they still have. */
async function release(
  context: DeskContext,
  options: ScheduledWorkOptions,
  gone: Unavailable,
): Promise<void> {
  await forEachDue<{ id: string }>(context, options, {
    phrase: 'released',
    find: async page =>
      (await isStillUnavailable(context, gone))
        ? context.store.unavailable.heldTickets(gone, page)
        : [],
    process: id =>
      gone.assignee === null
        ? routeAnew(context, id, gone)
        : putBack(context, id, gone),
  });
}

/** Leaves the ticket to its team. */
async function putBack(
  context: DeskContext,
  id: string,
  { team, assignee, reason }: Unavailable,
): Promise<void> {
  await changeIfDue(context, id, {
    isDue: ticket =>
      ticket.endedAt === null &&
      ticket.team === team &&
      ticket.assignee === assignee,
    apply: change => change.release(reason),
  });
}

/**
 * Finds a team as for a new ticket; what else a rule sets stays as it is. Where
 * that leads to the same team, it is there again, and nothing changes.
 */
async function routeAnew(
  context: DeskContext,
  id: string,
  { team, reason }: Unavailable,
): Promise<void> {
  const { config, catalog, store, clock } = context;
  const found = await store.tickets.find(id);
  if (found?.team !== team) {
    return;
  }
  const category = config.categories.find(
    ({ id: it }) => it === found.category,
  );
  const [asset] = await catalog.ownAssets(found.assets.slice(0, 1));
  const { routing, assignee } = await findTeam(
    context,
    {
      ...found,
      requesterGroups:
        (await catalog.directory([found.requester])).groupsOf(
          found.requester,
        ) ?? [],
      asset,
      categoryTeam: category?.team,
      defaultTeam: config.defaultTeam,
    },
    {},
  );
  if (team !== null && routing.team === canonicalRef(team)) {
    return;
  }
  await changeIfDue(context, id, {
    isDue: ticket => ticket.endedAt === null && ticket.team === team,
    apply: async (change, tx) => {
      change.release(reason);
      change.moveTo(routing.team, reason);
      const assignment =
        typeof assignee === 'object' && assignee && routing.team !== null
          ? await assignInTurn(tx, {
              ...assignee,
              team: routing.team,
              creator: change.state.createdBy,
              at: clock(),
            })
          : undefined;
      change.record({
        type: 'routed',
        team: routing.team,
        rule: routing.rule,
        ...(routing.ruleName !== undefined && { ruleName: routing.ruleName }),
        reason: [routing.reason, assignment?.reason].filter(Boolean).join(' '),
      });
      change.assignTo(assignment?.assignee ?? null);
    },
  });
}

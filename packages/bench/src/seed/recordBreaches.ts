import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import {
  type Deadlines,
  slaEffectOf,
  evaluateSla,
  type SlaEvaluation,
} from './desk';
import type { SeedWorld } from './SeedWorld';
import type { Lifecycle } from './Lifecycle';

/** After how many milliseconds the desk finds that a deadline has passed. */
const NOTICED_AFTER = 30_000;

/**
 * Records the deadlines that a ticket has missed by the end of the simulated
 * time, as the desk would have.
 *
 * @returns the deadlines of the ticket
 */
export function recordBreaches(
  world: SeedWorld,
  lifecycle: Lifecycle,
  end: Date,
): Deadlines {
  for (;;) {
    const { deadlines, plannedEvents } = evaluate(world, lifecycle, end);
    const [next] = plannedEvents
      .map(event => ({
        ...event,
        noticed: new Date(event.at.getTime() + NOTICED_AFTER),
      }))
      .filter(({ noticed }) => noticed < end)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    if (!next) {
      return deadlines;
    }
    const { type, deadline, dueAt, pending, noticed } = next;
    lifecycle.record({
      actor: DESK_ACTOR,
      at: noticed,
      detail: {
        type,
        deadline,
        dueAt: dueAt.toISOString(),
        ...(!pending && { notified: false }),
      },
    });
  }
}

function evaluate(
  { config }: SeedWorld,
  { state, history }: Lifecycle,
  end: Date,
): SlaEvaluation {
  const events = history
    .flatMap(entry => entry.events)
    .filter(event => slaEffectOf(event) !== null);
  return evaluateSla(config.sla, state, events, end);
}

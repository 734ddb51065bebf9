import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import type { Deadlines } from '../../domain/sla/deadlines';
import { type SlaEvaluation, evaluateSla } from '../../domain/sla/evaluateSla';
import { slaEffectOf } from '../../domain/sla/slaEffect';
import type { BulkWorld } from './BulkWorld';
import type { Lifetime } from './Lifetime';

/** After how many milliseconds the desk notices that a deadline has passed. */
const NOTICED_AFTER = 30_000;

/**
 * Lets the desk record what a ticket's deadlines have brought by the end of the
 * time in which tickets live.
 *
 * @returns the deadlines of the ticket
 */
export function recordBreaches(
  world: BulkWorld,
  life: Lifetime,
  end: Date,
): Deadlines {
  for (;;) {
    const { deadlines, plannedEvents: steps } = outlook(world, life, end);
    const [next] = steps
      .map(step => ({
        ...step,
        noticed: new Date(step.at.getTime() + NOTICED_AFTER),
      }))
      .filter(({ noticed }) => noticed < end)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    if (!next) {
      return deadlines;
    }
    const { type, deadline, dueAt, pending, noticed } = next;
    life.note({
      actor: DESK_ACTOR,
      at: noticed,
      detail: {
        type,
        deadline,
        dueAt: dueAt.toISOString(),
        ...(!pending && { told: false }),
      },
    });
  }
}

function outlook(
  { config }: BulkWorld,
  { state, moments }: Lifetime,
  end: Date,
): SlaEvaluation {
  const events = moments
    .flatMap(moment => moment.events)
    .filter(event => slaEffectOf(event) !== null);
  return evaluateSla(config.sla, state, events, end);
}

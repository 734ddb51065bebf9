import type { NewEvent } from './ticketState';

/** A time in which a ticket had one status. */
export interface Stage {
  readonly status: string;
  readonly since: Date;
  /** Null: it still has it. */
  readonly until: Date | null;
}

/**
 * The statuses that a ticket has been through, oldest first. What began and
 * ended at the same instant is none of them.
 *
 * @param events - of one ticket, oldest first; the first is `filed`
 * @param shown - what a status looks like: those that look alike and follow
 *   each other are one stage
 */
export function stagesOf(
  events: readonly Pick<NewEvent, 'at' | 'detail'>[],
  shown: (status: string) => string,
): Stage[] {
  const stages: Stage[] = [];
  for (const { status, at } of events.flatMap(statusSet)) {
    const before = stages.pop();
    if (before && before.since < at) {
      stages.push({ ...before, until: at });
    }
    const last = stages[stages.length - 1];
    const goesOn = last && shown(last.status) === shown(status);
    stages.splice(goesOn ? -1 : stages.length, 1, {
      status,
      since: goesOn ? last.since : at,
      until: null,
    });
  }
  return stages;
}

function statusSet({ at, detail }: Pick<NewEvent, 'at' | 'detail'>) {
  switch (detail.type) {
    case 'filed':
      return [{ status: detail.status ?? '', at }];
    case 'status-changed':
      return [{ status: detail.to, at }];
    default:
      return [];
  }
}

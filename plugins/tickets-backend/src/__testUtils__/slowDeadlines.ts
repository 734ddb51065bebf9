import type {
  EventDetail,
  StatusType,
} from '@portaldesk/plugin-tickets-common';
import type { Deadlines } from '../domain/sla/deadlines';
import type { Calendar, SlaPolicy, SlaTargets } from '../domain/sla/policy';
import type { Statuses } from '../domain/statuses';
import { MINUTE, isBusiness } from './slowTime';

/** Of a ticket: each event in a minute of its own or in that of another one. */
export interface SlowEvent {
  /** Milliseconds since 1970, at the beginning of a minute. */
  readonly at: number;
  readonly detail: EventDetail;
}

export interface SlowRules {
  readonly statuses: Statuses;
  readonly policies: readonly SlaPolicy[];
  readonly calendars: readonly Calendar[];
}

const RUNNING: readonly StatusType[] = ['new', 'open', 'waiting-internal'];
const ENDED: readonly StatusType[] = ['solved', 'closed'];

/** How many minutes are walked through before it is given up. */
export const HORIZON = 20 * 1440;

/**
 * The deadlines of a ticket for somebody who has a calendar, a clock on the
 * wall and much patience: goes through the ticket's life minute by minute.
 */
export class SlowDeadlines {
  constructor(
    private readonly rules: SlowRules,
    private readonly events: readonly SlowEvent[],
    private readonly now: number,
  ) {}

  all(): Omit<Deadlines, 'checkAt' | 'rules'> {
    const reply = this.events.findIndex(
      ({ detail }) => detail.type === 'replied' && detail.side === 'team',
    );
    const end = this.#beginOfEnd();
    const response =
      reply < 0
        ? this.#target('response', { done: end, meets: false })
        : this.#target('response', { done: reply, meets: true });
    const solved = end >= 0 && !this.#isMerge(end);
    const resolution = this.#target('resolution', { done: end, meets: solved });
    const inactivityDueAt = this.#inactivityDueAt();
    const pending = this.#runsAfter(this.events.length)
      ? [
          ...(reply < 0 ? [response.dueAt] : []),
          resolution.dueAt,
          inactivityDueAt,
        ].filter(at => at !== null)
      : [];
    return {
      firstResponseAt: reply < 0 ? null : new Date(this.events[reply].at),
      responseDueAt: asDate(response.dueAt),
      responseMet: response.met,
      resolutionDueAt: asDate(resolution.dueAt),
      resolutionMet: resolution.met,
      inactivityDueAt: asDate(inactivityDueAt),
      nextDueAt: pending.length > 0 ? new Date(Math.min(...pending)) : null,
    };
  }

  /**
   * @param done - the event that decides about it; negative where none does
   * @param meets - whether that event meets the deadline, unless it is late
   */
  #target(
    deadline: 'response' | 'resolution',
    { done, meets }: { done: number; meets: boolean },
  ) {
    const known = done < 0 ? this.events.length : done;
    const targets = this.#targets(known);
    const due = this.#used(targets?.[deadline], known, this.events[0].at);
    if (targets?.[deadline] === undefined) {
      return { dueAt: null, met: null };
    }
    if (done >= 0) {
      const late = due !== undefined && due < this.events[done].at;
      return {
        dueAt: late || meets ? (due ?? null) : null,
        met: late ? false : meets || null,
      };
    }
    return {
      dueAt: this.#runsAfter(known) && due !== undefined ? due : null,
      met: due !== undefined && due <= this.now ? false : null,
    };
  }

  #inactivityDueAt(): number | null {
    const { length } = this.events;
    const target = this.#targets(length)?.inactivity;
    const last = this.events.findLast(({ detail }) => endsInactivity(detail));
    return last && target !== undefined && this.#runsAfter(length)
      ? (this.#used(target, length, last.at) ?? null)
      : null;
  }

  /**
   * When so many minutes are used up, as far as the first events say.
   *
   * @param from - from when on minutes count
   */
  #used(
    target: number | undefined,
    known: number,
    from: number,
  ): number | undefined {
    if (target === undefined) {
      return undefined;
    }
    const calendar = this.#calendar(known);
    const end = this.events[0].at + HORIZON * MINUTE;
    let left = target;
    let next = 0;
    let runs = false;
    for (let { at } = this.events[0]; at < end; at += MINUTE) {
      while (next < known && this.events[next].at <= at) {
        next += 1;
        runs = this.#runsAfter(next);
      }
      if (at >= from && runs && isBusiness(calendar, at)) {
        left -= 1;
        if (left === 0) {
          return at + MINUTE;
        }
      }
    }
    return undefined;
  }

  #runsAfter(known: number): boolean {
    return RUNNING.includes(this.#typeAfter(known));
  }

  #typeAfter(known: number): StatusType {
    const status = this.#last(known, detail => {
      if (detail.type === 'filed') {
        return detail.status ?? '';
      }
      return detail.type === 'status-changed' ? detail.to : undefined;
    });
    return this.rules.statuses.get(status ?? '').type;
  }

  /** The event that ended the ticket; negative while it is not ended. */
  #beginOfEnd(): number {
    let begin = -1;
    this.events.forEach((_, index) => {
      const ended = ENDED.includes(this.#typeAfter(index + 1));
      if (!ended) {
        begin = -1;
      } else if (begin < 0) {
        begin = index;
      }
    });
    return begin;
  }

  #isMerge(index: number): boolean {
    const { detail } = this.events[index];
    return detail.type === 'status-changed' && detail.cause === 'merge';
  }

  #policy(known: number): SlaPolicy | undefined {
    const id = this.#term(known, 'slaPolicy');
    return this.rules.policies.find(policy => policy.id === id);
  }

  #targets(known: number): SlaTargets | undefined {
    const policy = this.#policy(known);
    const priority = this.#term(known, 'priority') ?? '';
    return policy && (policy.targets[priority] ?? policy.defaultTargets);
  }

  #term(known: number, term: 'slaPolicy' | 'priority') {
    return this.#last(known, detail => {
      if (detail.type === 'filed') {
        return detail[term] ?? null;
      }
      return detail.type === 'edited' && detail.field === term
        ? detail.to
        : undefined;
    });
  }

  #calendar(known: number): Calendar | undefined {
    const id = this.#policy(known)?.calendar;
    return this.rules.calendars.find(calendar => calendar.id === id);
  }

  /** What the last of the first events said that says such a thing. */
  #last<T>(
    known: number,
    read: (detail: EventDetail) => T | undefined,
  ): T | undefined {
    return this.events
      .slice(0, known)
      .map(({ detail }) => read(detail))
      .findLast(said => said !== undefined);
  }
}

function endsInactivity(detail: EventDetail): boolean {
  return (
    ['filed', 'noted', 'assigned', 'moved', 'status-changed'].includes(
      detail.type,
    ) ||
    (detail.type === 'replied' && detail.side === 'team')
  );
}

function asDate(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}

import type { Statuses } from '../statuses';
import { type BusinessTime, allTime, calendarTime } from './businessTime';
import type { Calendar, Escalation, SlaPolicy } from './policy';

const MINUTE = 60_000;

/** What decides which targets a ticket has. */
export interface SlaSelection {
  /** Id of an SLA policy, which may no longer be configured. */
  readonly slaPolicy: string | null;
  readonly priority: string;
}

/** The targets of a ticket; amounts are in milliseconds. */
export interface ResolvedTargets {
  /** By which the amounts are counted. */
  readonly time: BusinessTime;
  readonly response?: number;
  readonly resolution?: number;
  readonly inactivity?: number;
  /** How long before a deadline there is a warning. */
  readonly warnBefore?: number;
}

export interface SlaRulesParts {
  readonly statuses: Statuses;
  readonly policies: readonly SlaPolicy[];
  readonly calendars: readonly Calendar[];
  /** Differs from that of other rules. */
  readonly fingerprint: string;
}

/** The SLA policies of the desk, with all that decides what they demand. */
export class SlaRules {
  readonly statuses: Statuses;
  /** Says by which rules a ticket's deadlines were computed; never empty. */
  readonly fingerprint: string;
  readonly #policies: ReadonlyMap<string, SlaPolicy>;
  readonly #times: ReadonlyMap<string, BusinessTime>;

  constructor({ statuses, policies, calendars, fingerprint }: SlaRulesParts) {
    this.statuses = statuses;
    this.fingerprint = fingerprint;
    this.#policies = new Map(policies.map(policy => [policy.id, policy]));
    this.#times = new Map(
      calendars.map(calendar => [calendar.id, calendarTime(calendar)]),
    );
  }

  /** Undefined without a policy, or with one that is no longer configured. */
  resolveTargets({
    slaPolicy,
    priority,
  }: SlaSelection): ResolvedTargets | undefined {
    const policy = this.#policy(slaPolicy);
    if (!policy) {
      return undefined;
    }
    const targets = Object.hasOwn(policy.targets, priority)
      ? policy.targets[priority]
      : policy.defaultTargets;
    return {
      time: this.#times.get(policy.calendar ?? '') ?? allTime,
      response: inMilliseconds(targets.response),
      resolution: inMilliseconds(targets.resolution),
      inactivity: inMilliseconds(targets.inactivity),
      warnBefore: inMilliseconds(policy.warnBefore),
    };
  }

  escalation({ slaPolicy }: SlaSelection): Escalation | undefined {
    return this.#policy(slaPolicy)?.escalation;
  }

  #policy(id: string | null): SlaPolicy | undefined {
    return id === null ? undefined : this.#policies.get(id);
  }
}

function inMilliseconds(minutes: number | undefined): number | undefined {
  return minutes === undefined ? undefined : Math.round(minutes * MINUTE);
}

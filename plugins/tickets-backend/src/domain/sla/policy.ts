/** When a calendar's business hours are. */
export interface Calendar {
  readonly id: string;
  /** IANA time zone of the hours and holidays. */
  readonly timeZone: string;
  /** Per ISO weekday, 1 for Monday: spans as minutes of the day, in order. */
  readonly hours: Readonly<
    Record<number, readonly { readonly from: number; readonly to: number }[]>
  >;
  /** Whether an ISO date such as `2026-12-25` is a holiday. */
  isHoliday(date: string): boolean;
}

/** Targets in minutes of business time. */
export interface SlaTargets {
  readonly response?: number;
  readonly resolution?: number;
  readonly inactivity?: number;
}

/** What happens to a ticket whose response or resolution is late. */
export interface Escalation {
  /** Users and groups to notify in addition to the team and the assignee. */
  readonly notify: readonly string[];
  /** The ticket gets this priority, unless it has a more urgent one. */
  readonly priority?: string;
  /** The ticket comes into the queue of this team. */
  readonly team?: string;
}

export interface SlaPolicy {
  readonly id: string;
  readonly title: string;
  /** Id of a calendar; without one all time is business time. */
  readonly calendar?: string;
  /** By id of the priority. */
  readonly targets: Readonly<Record<string, SlaTargets>>;
  /** For priorities that `targets` does not name. */
  readonly defaultTargets: SlaTargets;
  /** Minutes of business time before a deadline. */
  readonly warnBefore?: number;
  readonly escalation?: Escalation;
}

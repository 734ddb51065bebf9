/** What the SLA policy of a ticket demands, and what became of it. */
export interface Deadlines {
  /** When the team first replied; null while it did not. */
  readonly firstResponseAt: Date | null;
  /**
   * Until when the team has to reply first; null without a target, and while
   * the clock is paused before the reply.
   */
  readonly responseDueAt: Date | null;
  /** Until when it has to be solved; null as for the response. */
  readonly resolutionDueAt: Date | null;
  /** Until when something has to happen to it. */
  readonly inactivityDueAt: Date | null;
  /** The earliest deadline that is still to be met. */
  readonly nextDueAt: Date | null;
  /** Whether the team replied in time; null as long as that is open. */
  readonly responseMet: boolean | null;
  /** Whether it was solved in time; null as long as that is open. */
  readonly resolutionMet: boolean | null;
  /** When the desk next has to warn of a deadline or record its breach. */
  readonly checkAt: Date | null;
  /**
   * Fingerprint of the rules by which they were computed; empty as long as
   * they never were.
   */
  readonly rules: string;
}

/** A ticket without a policy that demands anything. */
export const noDeadlines: Deadlines = {
  firstResponseAt: null,
  responseDueAt: null,
  resolutionDueAt: null,
  inactivityDueAt: null,
  nextDueAt: null,
  responseMet: null,
  resolutionMet: null,
  checkAt: null,
  rules: '',
};

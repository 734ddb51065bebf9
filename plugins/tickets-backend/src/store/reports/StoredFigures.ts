/** How long something took, in milliseconds; null where it happened to none. */
export interface StoredDurations {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
}

export interface StoredTargets {
  readonly met: number;
  readonly missed: number;
}

/** What happened in a period to some tickets. */
export interface StoredFigures {
  readonly created: number;
  /** How often one ended, also of those that were opened again since. */
  readonly ended: number;
  readonly reopened: number;
  /** Tickets that were open at the end of the period. */
  readonly backlog: number;
  /** Of those created in the period. */
  readonly firstResponse: StoredDurations;
  /** Of those that ended for good in the period, like all that follows. */
  readonly resolution: StoredDurations;
  /** Of those created in the period that the scope sees from inside. */
  readonly responseTarget: StoredTargets;
  readonly resolutionTarget: StoredTargets;
  /** How many have 1, 2, 3, 4 and 5 stars. */
  readonly stars: readonly number[];
}

export interface StoredGroup {
  /** Null: those that have none. */
  readonly key: string | null;
  readonly figures: StoredFigures;
}

export interface StoredGroups {
  /** In the order of how many tickets were open at some time in the period. */
  readonly groups: readonly StoredGroup[];
  /** Of all further groups together. */
  readonly rest: StoredFigures | undefined;
}

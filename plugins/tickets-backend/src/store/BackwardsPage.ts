/** A page of what belongs to one ticket, newest first. */
export interface BackwardsPage {
  readonly limit: number;
  /** Only what is older than the entry with this id. */
  readonly before?: string;
}

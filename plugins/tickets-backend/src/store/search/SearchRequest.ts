import type {
  TextConditions,
  TicketConditions,
} from '../where/TicketConditions';

/** A search, and how far it came. */
export interface SearchRequest {
  readonly text: TextConditions;
  /** Which tickets are meant beside that. */
  readonly where: Omit<TicketConditions, 'text'>;
  /** Ids of tickets that are left out, which are few. */
  readonly except?: readonly string[];
  readonly limit: number;
  readonly position?: SearchPosition;
}

/** Where the page before ended; both are numbers of texts. */
export interface SearchPosition {
  /** The newest text when the search began. */
  readonly newest: number;
  /** The one for which the last ticket was found. */
  readonly last: number;
}

import type { TicketFilter } from '@portaldesk/plugin-tickets-common';
import type { TextConditions } from './search/whereMatchesText';

/** A span of time with its beginning and without its end. */
export interface Span {
  readonly from?: Date;
  readonly to?: Date;
}

/** A field of a form that has one of these values. */
export interface FieldCondition {
  readonly name: string;
  readonly values: readonly string[];
  /** The categories whose form shows it to the requester's side. */
  readonly shownIn: readonly string[];
}

/** Which tickets are meant, with what depends on configuration and time resolved. */
export interface TicketConditions extends Pick<
  TicketFilter,
  | 'state'
  | 'category'
  | 'priority'
  | 'visibility'
  | 'channel'
  | 'rating'
  | 'requester'
  | 'organisation'
  | 'team'
  | 'assignee'
  | 'asset'
  | 'entity'
  | 'system'
  | 'tag'
  | 'unread'
  | 'watching'
> {
  /** Any of these statuses. */
  readonly inStatus?: readonly string[];
  /** None of these statuses. */
  readonly notInStatus?: readonly string[];
  /** All of these fields. */
  readonly fields?: readonly FieldCondition[];
  readonly created?: Span;
  readonly updated?: Span;
  readonly ended?: Span;
  readonly due?: Span;
  /** Whether a deadline has passed at a time. */
  readonly overdue?: { readonly at: Date; readonly is: boolean };
  /** Also archived tickets, which other lists leave out. */
  readonly archivedToo?: boolean;
  /** Only tickets with such a text. */
  readonly text?: TextConditions;
  /**
   * Only tickets that the person sees from inside: for what others may not
   * know, and must not find out by it either.
   */
  readonly insideOnly?: boolean;
}

import type { TicketFilter } from '@portaldesk/plugin-tickets-common';
import type { SearchQuery } from '../../domain/search/searchQuery';
import type { SoughtNumber } from '../../domain/ticketNumbers';
import type { ShownFields } from '../access/readableTexts';

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

/** What tickets are searched for, and which of their fields are for everybody. */
export interface TextConditions {
  readonly query: SearchQuery;
  /** Where the text is nothing but a number; in lists it finds its tickets too. */
  readonly number?: SoughtNumber;
  readonly shownFields: ShownFields;
  /** The tickets found already, for people who see few tickets. */
  readonly found?: readonly string[];
  /** Whether so many texts have it that a list is read until some were found. */
  readonly frequent?: boolean;
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

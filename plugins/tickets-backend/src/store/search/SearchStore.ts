import type { MessageKind } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { StoredSummary, StoredTicket } from '../TicketStore';
import { PreparedStatements } from '../PreparedStatements';
import { type MergedTicket, mergedTickets } from '../merged';
import type { TicketConditions } from '../TicketConditions';
import { withFrequentMarked } from './FrequentWords';
import { MAX_VISIBLE_IDS } from './visibleIds';
import {
  type NumberedRequest,
  type NumberedTicket,
  findNumbered,
} from './findNumbered';
import { type SimilarRequest, findSimilar } from './findSimilar';
import { findTickets } from './findTickets';
import type { SearchBounds } from './searchBatch';
import type { TextConditions } from './whereMatchesText';

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

/** A message that has what was looked for. */
export interface FoundMessage {
  readonly id: string;
  readonly kind: MessageKind;
  readonly body: string;
}

/** A ticket that was found. */
export interface FoundTicket {
  readonly ticket: StoredSummary;
  /** The newest text for which it was found, and all there was at the time. */
  readonly position: SearchPosition;
  /** From the newest; not all where there are many. */
  readonly messages: readonly FoundMessage[];
}

/** What a search found. */
export interface FoundTickets {
  readonly tickets: readonly FoundTicket[];
  /**
   * Where it stopped before it had found enough, since it had looked at very
   * much; it can go on there. Absent: there are enough, or no more.
   */
  readonly stoppedAt?: SearchPosition;
}

/** What finds tickets by their words. */
export interface SearchStore {
  /**
   * The tickets with a text that somebody may read and that has what is looked
   * for, in the order of the newest such text. What is written during a search
   * belongs to the next one. Its work is bounded: see `stoppedAt`.
   */
  find(scope: Scope, request: SearchRequest): Promise<FoundTickets>;
  /** The tickets that a number means and that somebody may read; not all of very many. */
  findNumbered(
    scope: Scope,
    request: NumberedRequest,
  ): Promise<NumberedTicket[]>;
  /** The tickets with the most similar subjects that somebody may read. */
  findSimilar(scope: Scope, request: SimilarRequest): Promise<StoredTicket[]>;
  /** The tickets that went into these, by whose texts these are found too. */
  mergedTickets(into: readonly string[]): Promise<MergedTicket[]>;
}

/** Together about 50,000 texts are looked at. */
const searchBounds: SearchBounds = { batches: 8, fewTickets: MAX_VISIBLE_IDS };

export class KnexSearchStore implements SearchStore {
  private readonly statements: PreparedStatements;

  constructor(
    private readonly knex: Knex,
    private readonly bounds: SearchBounds = searchBounds,
  ) {
    this.statements = new PreparedStatements(knex);
  }

  async find(scope: Scope, request: SearchRequest) {
    const { knex, statements, bounds } = this;
    const { text } = request;
    return findTickets({ knex, statements, bounds }, scope, {
      ...request,
      text: { ...text, query: await withFrequentMarked(knex, text.query) },
    });
  }

  findNumbered(scope: Scope, request: NumberedRequest) {
    return findNumbered(this.knex, scope, request);
  }

  mergedTickets(into: readonly string[]) {
    return mergedTickets(this.knex, into);
  }

  async findSimilar(scope: Scope, request: SimilarRequest) {
    const { wanted } = await withFrequentMarked(this.knex, {
      wanted: request.terms,
      unwanted: [],
    });
    return findSimilar(this.knex, scope, { ...request, terms: wanted });
  }
}

import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { StoredTicket } from '../tickets/StoredTicket';
import { PreparedStatements } from '../sql/PreparedStatements';
import { type MergedTicket, mergedTickets } from '../tickets/merged';
import { withFrequentMarked } from '../texts/FrequentWords';
import { MAX_VISIBLE_IDS } from '../where/visibleIds';
import {
  findNumbered,
  type NumberedRequest,
  type NumberedTicket,
} from './findNumbered';
import { findSimilar, type SimilarRequest } from './findSimilar';
import { findTickets } from './findTickets';
import type { SearchBounds } from './searchBatch';
import type { FoundTickets } from './FoundTickets';
import type { SearchRequest } from './SearchRequest';

/** Together about 50,000 texts are looked at. */
const searchBounds: SearchBounds = { batches: 8, fewTickets: MAX_VISIBLE_IDS };

/** What finds tickets by their words. */
export class SearchStore {
  private readonly statements: PreparedStatements;

  constructor(
    private readonly knex: Knex,
    private readonly bounds: SearchBounds = searchBounds,
  ) {
    this.statements = new PreparedStatements(knex);
  }

  /**
   * The tickets with a matching text that the person may read, in the order of
   * the newest such text. What is written during a search belongs to the next
   * one. Its work is bounded: see `stoppedAt`.
   */
  async find(scope: Scope, request: SearchRequest): Promise<FoundTickets> {
    const { knex, statements, bounds } = this;
    const { text } = request;
    return findTickets({ knex, statements, bounds }, scope, {
      ...request,
      text: { ...text, query: await withFrequentMarked(knex, text.query) },
    });
  }

  /** The tickets that a number means and that the person may read; not all of very many. */
  findNumbered(
    scope: Scope,
    request: NumberedRequest,
  ): Promise<NumberedTicket[]> {
    return findNumbered(this.knex, scope, request);
  }

  /** The tickets that went into these, by whose texts these are found too. */
  mergedTickets(into: readonly string[]): Promise<MergedTicket[]> {
    return mergedTickets(this.knex, into);
  }

  /** The tickets with the most similar subjects that the person may read. */
  async findSimilar(
    scope: Scope,
    request: SimilarRequest,
  ): Promise<StoredTicket[]> {
    const { wanted } = await withFrequentMarked(this.knex, {
      wanted: request.terms,
      unwanted: [],
    });
    return findSimilar(this.knex, scope, { ...request, terms: wanted });
  }
}

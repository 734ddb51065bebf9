import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { SearchResultSet } from '@backstage/plugin-search-common';
import type { TicketsService } from '@portaldesk/plugin-tickets-node';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { presentHit, TICKETS } from './presentHit';

/** So many tickets come before what else is found. */
const AMONG_OTHERS = 5;

/** Of a page of tickets alone, unless the request says another number. */
const PAGE_SIZE = 25;
const MOST_PER_PAGE = 100;

/** What the search waits for the desk where it has other results, in milliseconds. */
const PATIENCE = 2_000;

interface Services {
  readonly httpAuth: HttpAuthService;
  readonly logger: LoggerService;
  readonly tickets: TicketsService;
  /** Where the portal has its tickets, such as `/tickets`. */
  readonly pagePath: string;
}

/**
 * Answers a search for tickets alone, and adds tickets to the first page of a
 * search for everything. The plugin's own route, which comes after it, never
 * hears of the type `tickets`, which it does not know.
 */
export function createTicketSearchRouter(services: Services): Router {
  const router = PromiseRouter();
  router.get('/query', async (request, response, next) => {
    const types = typesOf(request);
    if (types && !types.includes(TICKETS)) {
      next();
      return;
    }
    const { pageCursor, pageLimit } = request.query;
    const term = String(request.query.term ?? '');
    if (types?.every(type => type === TICKETS)) {
      response.json(
        await searchTickets(services, request, {
          term,
          limit: Math.min(Number(pageLimit) || PAGE_SIZE, MOST_PER_PAGE),
          cursor: pageCursor === undefined ? undefined : String(pageCursor),
        }),
      );
      return;
    }
    withoutTickets(request);
    if (pageCursor === undefined) {
      addTickets(services, request, response, term);
    }
    next();
  });
  return router;
}

/** @returns undefined: everything is searched */
function typesOf({ query }: Request): string[] | undefined {
  const { types } = query;
  return types === undefined
    ? undefined
    : Object.values([types].flat()).map(String);
}

function withoutTickets(request: Request): void {
  const types = typesOf(request)?.filter(type => type !== TICKETS);
  const query = { ...request.query, ...(types && { types }) };
  // in newer versions of the router it is no plain property
  Object.defineProperty(request, 'query', { value: query, writable: true });
}

/** Puts tickets before what the plugin answers; a desk that is away costs nothing else. */
function addTickets(
  services: Services,
  request: Request,
  response: Response,
  term: string,
): void {
  const found = Promise.race([
    searchTickets(services, request, { term, limit: AMONG_OTHERS }),
    pause(PATIENCE).then(() => {
      throw new Error('The service desk did not answer in time');
    }),
  ]).catch((error: unknown): SearchResultSet => {
    services.logger.warn(`The search is without tickets: ${error}`);
    return { results: [] };
  });
  const send = response.json.bind(response);
  response.json = body => {
    if (!isResultSet(body)) {
      return send(body);
    }
    found.then(({ results }) => {
      const all = [...results, ...body.results];
      send({
        ...body,
        results: all.map((result, index) => ({ ...result, rank: index + 1 })),
        ...(body.numberOfResults !== undefined && {
          numberOfResults: body.numberOfResults + results.length,
        }),
      });
    });
    return response;
  };
}

function isResultSet(body: unknown): body is SearchResultSet {
  return Array.isArray(Object(body).results);
}

async function searchTickets(
  { httpAuth, tickets, pagePath }: Services,
  request: Request,
  { term, ...page }: { term: string; limit: number; cursor?: string },
): Promise<SearchResultSet> {
  // without a word there is nothing that the desk could look for
  if (!/[\p{L}\p{N}]/u.test(term)) {
    return { results: [] };
  }
  const credentials = await httpAuth.credentials(request);
  const { items, nextCursor } = await tickets
    .as(credentials)
    .searchTickets({ text: term, ...page });
  return {
    results: items.map((hit, index) => ({
      ...presentHit(hit, pagePath),
      rank: index + 1,
    })),
    nextPageCursor: nextCursor,
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref();
  });
}

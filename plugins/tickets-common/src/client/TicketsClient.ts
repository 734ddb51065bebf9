import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import {
  deskDescriptionSchema,
  messagePageSchema,
  messageSchema,
  ticketCountsSchema,
  ticketEventPageSchema,
  ticketPageSchema,
  ticketSchema,
} from '../model';
import type {
  AddMessageRequest,
  EditTicketRequest,
  FileTicketRequest,
  HandOverRequest,
  ListTicketsQuery,
  PageQuery,
  TicketFilter,
} from '../requests';
import type {
  TicketsApi,
  TicketsChangeOptions,
  TicketsRequestOptions,
} from './TicketsApi';

type Query = Record<
  string,
  string | number | readonly (string | number)[] | undefined
>;

interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  path: string;
  query?: Query;
  body?: unknown;
  options?: TicketsChangeOptions;
}

/**
 * Talks to the desk from a browser or from another backend.
 * @public
 */
export class TicketsClient implements TicketsApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  describeDesk(options?: TicketsRequestOptions) {
    return this.#call(deskDescriptionSchema, {
      method: 'GET',
      path: 'desk',
      options,
    });
  }

  fileTicket(body: FileTicketRequest, options?: TicketsRequestOptions) {
    return this.#call(ticketSchema, {
      method: 'POST',
      path: 'tickets',
      body,
      options,
    });
  }

  listTickets(
    query?: Partial<ListTicketsQuery>,
    options?: TicketsRequestOptions,
  ) {
    return this.#call(ticketPageSchema, {
      method: 'GET',
      path: 'tickets',
      query,
      options,
    });
  }

  countTickets(query?: TicketFilter, options?: TicketsRequestOptions) {
    return this.#call(ticketCountsSchema, {
      method: 'GET',
      path: 'counts',
      query,
      options,
    });
  }

  getTicket(ticket: string, options?: TicketsRequestOptions) {
    return this.#call(ticketSchema, {
      method: 'GET',
      path: pathOf(ticket),
      options,
    });
  }

  listMessages(
    ticket: string,
    query?: Partial<PageQuery>,
    options?: TicketsRequestOptions,
  ) {
    return this.#call(messagePageSchema, {
      method: 'GET',
      path: pathOf(ticket, 'messages'),
      query,
      options,
    });
  }

  listEvents(
    ticket: string,
    query?: Partial<PageQuery>,
    options?: TicketsRequestOptions,
  ) {
    return this.#call(ticketEventPageSchema, {
      method: 'GET',
      path: pathOf(ticket, 'events'),
      query,
      options,
    });
  }

  addMessage(
    ticket: string,
    body: AddMessageRequest,
    options?: TicketsChangeOptions,
  ) {
    return this.#call(messageSchema, {
      method: 'POST',
      path: pathOf(ticket, 'messages'),
      body,
      options,
    });
  }

  editTicket(
    ticket: string,
    body: EditTicketRequest,
    options?: TicketsChangeOptions,
  ) {
    return this.#call(ticketSchema, {
      method: 'PATCH',
      path: pathOf(ticket),
      body,
      options,
    });
  }

  changeStatus(ticket: string, status: string, options?: TicketsChangeOptions) {
    return this.#call(ticketSchema, {
      method: 'PUT',
      path: pathOf(ticket, 'status'),
      body: { status },
      options,
    });
  }

  takeOver(ticket: string, options?: TicketsChangeOptions) {
    return this.#call(ticketSchema, {
      method: 'POST',
      path: pathOf(ticket, 'take-over'),
      options,
    });
  }

  handOver(
    ticket: string,
    body: HandOverRequest,
    options?: TicketsChangeOptions,
  ) {
    return this.#call(ticketSchema, {
      method: 'PUT',
      path: pathOf(ticket, 'assignment'),
      body,
      options,
    });
  }

  closeTicket(ticket: string, options?: TicketsChangeOptions) {
    return this.#call(ticketSchema, {
      method: 'POST',
      path: pathOf(ticket, 'close'),
      options,
    });
  }

  reopenTicket(ticket: string, options?: TicketsChangeOptions) {
    return this.#call(ticketSchema, {
      method: 'POST',
      path: pathOf(ticket, 'reopen'),
      options,
    });
  }

  async #call<T extends z.ZodType>(answer: T, call: Call): Promise<z.infer<T>> {
    const { token, version, signal } = call.options ?? {};
    const baseUrl = await this.#discoveryApi.getBaseUrl('tickets');
    const response = await this.#fetchApi.fetch(
      `${baseUrl}/${call.path}${queryString(call.query)}`,
      {
        method: call.method,
        headers: {
          ...(call.body !== undefined && {
            'Content-Type': 'application/json',
          }),
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(version !== undefined && { 'If-Match': `"${version}"` }),
        },
        body: call.body === undefined ? undefined : JSON.stringify(call.body),
        signal,
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return answer.parse(await response.json());
  }
}

function pathOf(ticket: string, resource?: string): string {
  const path = `tickets/${encodeURIComponent(ticket)}`;
  return resource ? `${path}/${resource}` : path;
}

function queryString(query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value].flat()) {
      if (item !== undefined) {
        parameters.append(name, String(item));
      }
    }
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

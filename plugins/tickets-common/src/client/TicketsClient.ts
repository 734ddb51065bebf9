import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import {
  type DeskDescription,
  type Message,
  type MessagePage,
  type Ticket,
  type TicketCounts,
  type TicketEventPage,
  type TicketPage,
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

  /** {@inheritDoc TicketsApi.describeDesk} */
  describeDesk(options?: TicketsRequestOptions): Promise<DeskDescription> {
    return this.#call(deskDescriptionSchema, {
      method: 'GET',
      path: 'desk',
      options,
    });
  }

  /** {@inheritDoc TicketsApi.fileTicket} */
  fileTicket(
    body: FileTicketRequest,
    options?: TicketsRequestOptions,
  ): Promise<Ticket> {
    return this.#call(ticketSchema, {
      method: 'POST',
      path: 'tickets',
      body,
      options,
    });
  }

  /** {@inheritDoc TicketsApi.listTickets} */
  listTickets(
    query?: Partial<ListTicketsQuery>,
    options?: TicketsRequestOptions,
  ): Promise<TicketPage> {
    return this.#call(ticketPageSchema, {
      method: 'GET',
      path: 'tickets',
      query,
      options,
    });
  }

  /** {@inheritDoc TicketsApi.countTickets} */
  countTickets(
    query?: TicketFilter,
    options?: TicketsRequestOptions,
  ): Promise<TicketCounts> {
    return this.#call(ticketCountsSchema, {
      method: 'GET',
      path: 'counts',
      query,
      options,
    });
  }

  /** {@inheritDoc TicketsApi.getTicket} */
  getTicket(ticket: string, options?: TicketsRequestOptions): Promise<Ticket> {
    return this.#call(ticketSchema, {
      method: 'GET',
      path: pathOf(ticket),
      options,
    });
  }

  /** {@inheritDoc TicketsApi.listMessages} */
  listMessages(
    ticket: string,
    query?: Partial<PageQuery>,
    options?: TicketsRequestOptions,
  ): Promise<MessagePage> {
    return this.#call(messagePageSchema, {
      method: 'GET',
      path: pathOf(ticket, 'messages'),
      query,
      options,
    });
  }

  /** {@inheritDoc TicketsApi.listEvents} */
  listEvents(
    ticket: string,
    query?: Partial<PageQuery>,
    options?: TicketsRequestOptions,
  ): Promise<TicketEventPage> {
    return this.#call(ticketEventPageSchema, {
      method: 'GET',
      path: pathOf(ticket, 'events'),
      query,
      options,
    });
  }

  /** {@inheritDoc TicketsApi.addMessage} */
  addMessage(
    ticket: string,
    body: AddMessageRequest,
    options?: TicketsChangeOptions,
  ): Promise<Message> {
    return this.#call(messageSchema, {
      method: 'POST',
      path: pathOf(ticket, 'messages'),
      body,
      options,
    });
  }

  /** {@inheritDoc TicketsApi.editTicket} */
  editTicket(
    ticket: string,
    body: EditTicketRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket> {
    return this.#call(ticketSchema, {
      method: 'PATCH',
      path: pathOf(ticket),
      body,
      options,
    });
  }

  /** {@inheritDoc TicketsApi.changeStatus} */
  changeStatus(
    ticket: string,
    status: string,
    options?: TicketsChangeOptions,
  ): Promise<Ticket> {
    return this.#call(ticketSchema, {
      method: 'PUT',
      path: pathOf(ticket, 'status'),
      body: { status },
      options,
    });
  }

  /** {@inheritDoc TicketsApi.takeOver} */
  takeOver(ticket: string, options?: TicketsChangeOptions): Promise<Ticket> {
    return this.#call(ticketSchema, {
      method: 'POST',
      path: pathOf(ticket, 'take-over'),
      options,
    });
  }

  /** {@inheritDoc TicketsApi.handOver} */
  handOver(
    ticket: string,
    body: HandOverRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket> {
    return this.#call(ticketSchema, {
      method: 'PUT',
      path: pathOf(ticket, 'assignment'),
      body,
      options,
    });
  }

  /** {@inheritDoc TicketsApi.closeTicket} */
  closeTicket(ticket: string, options?: TicketsChangeOptions): Promise<Ticket> {
    return this.#call(ticketSchema, {
      method: 'POST',
      path: pathOf(ticket, 'close'),
      options,
    });
  }

  /** {@inheritDoc TicketsApi.reopenTicket} */
  reopenTicket(
    ticket: string,
    options?: TicketsChangeOptions,
  ): Promise<Ticket> {
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

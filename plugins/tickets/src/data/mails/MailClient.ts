import { ResponseError } from '@backstage/errors';

/** Why a mail was not taken in. */
export type QuarantineReason =
  | 'automatic'
  | 'ambiguous-sender'
  | 'failed'
  | 'refused'
  | 'too-large'
  | 'too-many'
  | 'unclear-sender'
  | 'unknown-sender'
  | 'unmatched-report'
  | 'unproven-agent'
  | 'unproven-sender'
  | 'unreadable';

/** A mail that was not taken in, until an admin decides. */
export interface QuarantinedMail {
  id: number;
  mailbox: string;
  sender: string | null;
  subject: string | null;
  /** In bytes. */
  size: number;
  /** A newer desk may know more of them. */
  reason: QuarantineReason | string | null;
  detail: string | null;
  /** What the mail server found, such as `dmarc=pass`. */
  authentication: string | null;
  receivedAt: string;
}

/** The same with what it says, where that can be read. */
export interface QuarantinedMailWithContent extends QuarantinedMail {
  content: {
    from: string[];
    to: string[];
    text: string;
    files: string[];
  } | null;
}

/** What became of a mail. */
export type MailState =
  'queued' | 'sent' | 'refused' | 'failed' | 'delayed' | 'bounced';

/** A mail that did not arrive. */
export interface TroubledMail {
  id: number;
  /** Id of the ticket that it is about. */
  ticket: string;
  address: string;
  state: MailState;
  error: string | null;
  createdAt: string;
  updatedAt: string;
}

/** An address that nothing is sent to, since mails came back. */
export interface DeadAddress {
  address: string;
  error: string;
  since: string;
}

/** When a person is mailed. */
export type MailMode = 'instant' | 'digest' | 'off';

/** The mails about a ticket. */
export interface TicketMails {
  sent: number;
  lastSentAt: string | null;
  /** Newest first. */
  mails: {
    address: string;
    state: MailState;
    error: string | null;
    at: string;
  }[];
  /** Those that came, newest first. */
  incoming: {
    id: string;
    sender: string | null;
    size: number;
    receivedAt: string;
  }[];
}

/** A page of a list; `before` leads to the next one. */
export interface MailPage<T> {
  items: T[];
  before?: number;
}

/** How a portal reaches its backend. */
export interface MailClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/** Talks to the email module of the desk, which a portal may not have. */
export class MailClient {
  constructor(private readonly options: MailClientOptions) {}

  listQuarantine(before?: number, signal?: AbortSignal) {
    return this.#read<MailPage<QuarantinedMail>>(
      `/quarantine${pageQuery(before)}`,
      signal,
    );
  }

  getQuarantined(id: number, signal?: AbortSignal) {
    return this.#read<QuarantinedMailWithContent>(`/quarantine/${id}`, signal);
  }

  async downloadQuarantined(id: number): Promise<Blob> {
    return (await this.#send(`/quarantine/${id}/original`)).blob();
  }

  /** @param as - reference of the User whom it is taken to be from */
  async release(id: number, as: string | undefined): Promise<void> {
    await this.#send(`/quarantine/${id}/release`, {
      method: 'POST',
      body: JSON.stringify(as === undefined ? {} : { as }),
      headers: { 'Content-Type': 'application/json' },
    });
  }

  async discard(id: number): Promise<void> {
    await this.#send(`/quarantine/${id}`, { method: 'DELETE' });
  }

  listTroubled(before?: number, signal?: AbortSignal) {
    return this.#read<MailPage<TroubledMail>>(
      `/mails${pageQuery(before)}`,
      signal,
    );
  }

  /** Sends a mail that did not arrive once more. */
  async retry(id: number): Promise<void> {
    await this.#send(`/mails/${id}/retry`, { method: 'POST' });
  }

  listDeadAddresses(signal?: AbortSignal) {
    return this.#read<{ items: DeadAddress[] }>('/dead-addresses', signal);
  }

  async freeAddress(address: string): Promise<void> {
    await this.#send(`/dead-addresses/${encodeURIComponent(address)}`, {
      method: 'DELETE',
    });
  }

  /** How the caller wants to be mailed. */
  async getMode(signal?: AbortSignal): Promise<MailMode> {
    return (await this.#read<{ mails: MailMode }>('/settings', signal)).mails;
  }

  async setMode(mails: MailMode): Promise<void> {
    await this.#send('/settings', {
      method: 'PUT',
      body: JSON.stringify({ mails }),
      headers: { 'Content-Type': 'application/json' },
    });
  }

  /** For those who see the ticket from inside. */
  getTicketMails(ticket: string, signal?: AbortSignal) {
    return this.#read<TicketMails>(
      `/tickets/${encodeURIComponent(ticket)}`,
      signal,
    );
  }

  async downloadOriginal(ticket: string, mail: string): Promise<Blob> {
    const path = `/tickets/${encodeURIComponent(ticket)}/originals/${mail}`;
    return (await this.#send(path)).blob();
  }

  async #read<T>(path: string, signal: AbortSignal | undefined): Promise<T> {
    return (await this.#send(path, { signal })).json();
  }

  /** @throws ResponseError when the desk refuses */
  async #send(path: string, init: RequestInit = {}): Promise<Response> {
    const { discoveryApi, fetchApi } = this.options;
    const baseUrl = await discoveryApi.getBaseUrl('tickets');
    const response = await fetchApi.fetch(`${baseUrl}/email${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function pageQuery(before: number | undefined): string {
  return before === undefined ? '' : `?before=${before}`;
}

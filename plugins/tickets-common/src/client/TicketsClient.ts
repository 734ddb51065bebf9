import { ResponseError } from '@backstage/errors';
import {
  type Operation,
  type OperationCall,
  type TicketsApi,
  operationCall,
  operations,
} from '../contract';
import { answerInTime } from './answerInTime';
import { fetchWithProgress } from './fetchWithProgress';
import { patientFetch } from './patientFetch';
import { readResponse } from './readResponse';
import { toRequest } from './toRequest';

/** Where the desk is, and how it is reached. @public */
export interface TicketsClientOptions {
  /** Finds the base of the API. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** Sends requests, with a token of the caller where one is needed. */
  fetchApi: { fetch: typeof fetch };
  /**
   * The caller's identity. With it, browsers tell how much of a file is sent,
   * which `fetch` cannot.
   */
  identityApi?: { getCredentials(): Promise<{ token?: string }> };
}

/**
 * Talks to the desk from a browser or from another backend.
 * @public
 */
export interface TicketsClient extends TicketsApi {}

/**
 * Talks to the desk from a browser or from another backend.
 * @public
 */
export class TicketsClient {
  constructor(options: TicketsClientOptions) {
    for (const [name, operation] of Object.entries(operations)) {
      Object.assign(this, {
        [name]: (...args: unknown[]) => send(options, operation, args),
      });
    }
  }
}

/** @throws ResponseError when the desk refuses, with the headers of its answer */
async function send(
  client: TicketsClientOptions,
  operation: Operation,
  args: readonly unknown[],
): Promise<unknown> {
  const call = operationCall(operation, args);
  const { signal } = call.options;
  const baseUrl = await client.discoveryApi.getBaseUrl('tickets');
  const { url, ...init } = toRequest(operation, call);
  const fetchIt = fetchFor(client, call.options);
  const begin = (own?: AbortSignal) =>
    fetchIt(`${baseUrl}${url}`, { ...init, signal: own });
  const response = await patientFetch(
    // a change may have been made, though nothing is answered
    () =>
      operation.method === 'GET' ? answerInTime(begin, signal) : begin(signal),
    signal,
  );
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return readResponse(operation, response);
}

/** How a request is sent: so that its progress is known, if the caller asks for it. */
function fetchFor(
  { fetchApi, identityApi }: TicketsClientOptions,
  { onProgress, token }: OperationCall['options'],
): (url: string, init: RequestInit) => Promise<Response> {
  if (!onProgress || !identityApi || !('XMLHttpRequest' in globalThis)) {
    return (url, init) => fetchApi.fetch(url, init);
  }
  return async (url, init) => {
    const headers = new Headers(init.headers);
    const known = token ?? (await identityApi.getCredentials()).token;
    if (known) {
      headers.set('Authorization', `Bearer ${known}`);
    }
    return fetchWithProgress(url, { ...init, headers }, onProgress);
  };
}

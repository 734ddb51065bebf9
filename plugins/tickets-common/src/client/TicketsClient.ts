import { ResponseError } from '@backstage/errors';
import {
  type Operation,
  type TicketsApi,
  operationCall,
  operations,
} from '../contract';
import { patientFetch } from './patientFetch';
import { readResponse } from './readResponse';
import { toRequest } from './toRequest';

/** Where the desk is, and how it is reached. @public */
export interface TicketsClientOptions {
  /** Finds the base of the API. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** Sends requests, with a token of the caller where one is needed. */
  fetchApi: { fetch: typeof fetch };
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
  { discoveryApi, fetchApi }: TicketsClientOptions,
  operation: Operation,
  args: readonly unknown[],
): Promise<unknown> {
  const call = operationCall(operation, args);
  const { signal } = call.options;
  const baseUrl = await discoveryApi.getBaseUrl('tickets');
  const { url, ...init } = toRequest(operation, call);
  const response = await patientFetch(
    () => fetchApi.fetch(`${baseUrl}${url}`, { ...init, signal }),
    signal,
  );
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return readResponse(operation, response);
}

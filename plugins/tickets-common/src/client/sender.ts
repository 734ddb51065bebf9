import { ResponseError } from '@backstage/errors';
import type { Call, Query } from './Call';
import { patientFetch } from './patientFetch';

/** Sends requests to the desk. */
export type Send = <Result>(call: Call<Result>) => Promise<Result>;

/** Where the desk is, and how it is reached. */
export interface TicketsClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/**
 * Sends requests; what the desk refuses is thrown as a `ResponseError`, with the
 * headers of the answer in its `response`.
 */
export function sender(client: TicketsClientOptions): Send {
  return async call => {
    const baseUrl = await client.discoveryApi.getBaseUrl('tickets');
    const signal = call.options?.signal;
    const answer = await patientFetch(
      () =>
        client.fetchApi.fetch(
          `${baseUrl}/${call.path}${queryString(call.query)}`,
          {
            method: call.method,
            headers: headersOf(call),
            body: bodyOf(call),
            signal,
          },
        ),
      signal,
    );
    if (!answer.ok) {
      throw await ResponseError.fromResponse(answer);
    }
    return call.read(answer);
  };
}

function headersOf({ body, options }: Call<unknown>): Record<string, string> {
  const { token, version, idempotencyKey } = options ?? {};
  return {
    ...(body !== undefined && {
      'Content-Type':
        body instanceof Blob
          ? body.type || 'application/octet-stream'
          : 'application/json',
    }),
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(version !== undefined && { 'If-Match': `"${version}"` }),
    ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
  };
}

function bodyOf({ body }: Call<unknown>): Blob | string | undefined {
  return body === undefined || body instanceof Blob
    ? body
    : JSON.stringify(body);
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

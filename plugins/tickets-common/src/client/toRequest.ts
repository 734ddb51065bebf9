import type { Operation, OperationCall } from '../contract';

/** A request of `fetch`; its address begins below the base of the plugin. */
interface ApiRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: Blob | string;
}

/** The request of an operation. */
export function toRequest(
  { method, path, input }: Operation,
  call: OperationCall,
): ApiRequest {
  const { query, body } = split(input?.kind, call.input);
  const address = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(call.path[name]),
  );
  return {
    url: `${address}${queryString(query)}`,
    method,
    headers: headersOf(call, body),
    body:
      body === undefined || body instanceof Blob ? body : JSON.stringify(body),
  };
}

function split(kind: string | undefined, input: unknown) {
  switch (kind) {
    case 'query':
      return { query: input as object | undefined };
    case 'upload': {
      const { content, ...query } = input as { content: Blob };
      return { query, body: content };
    }
    default:
      return { body: input };
  }
}

function headersOf(
  { options }: OperationCall,
  body: unknown,
): Record<string, string> {
  const { token, version, idempotencyKey } = options;
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

/** A parameter with several values is repeated. */
function queryString(query: object = {}): string {
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

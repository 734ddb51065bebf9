/**
 * Sends a request as `fetch` does, and tells how much of its body is sent.
 *
 * @param onProgress - called with a part, from 0 to 1
 * @throws TypeError when there is no answer, DOMException when it is aborted
 */
export function fetchWithProgress(
  url: string,
  { method = 'GET', headers, body, signal }: RequestInit,
  onProgress: (sent: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const cancelled = () =>
      reject(new DOMException('The request was cancelled', 'AbortError'));
    if (signal?.aborted) {
      cancelled();
      return;
    }
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const end = (settle: () => void) => () => {
      signal?.removeEventListener('abort', abort);
      settle();
    };
    request.open(method, url);
    request.responseType = 'blob';
    new Headers(headers).forEach((value, name) =>
      request.setRequestHeader(name, value),
    );
    request.upload.addEventListener(
      'progress',
      ({ lengthComputable, loaded, total }) => {
        if (lengthComputable && total > 0) {
          onProgress(loaded / total);
        }
      },
    );
    request.onload = end(() => resolve(responseOf(request)));
    request.onerror = end(() => reject(new TypeError('Failed to fetch')));
    request.onabort = end(cancelled);
    signal?.addEventListener('abort', abort);
    request.send(body as XMLHttpRequestBodyInit | null | undefined);
  });
}

/** Statuses whose answers have no body, and may be given none. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

function responseOf(request: XMLHttpRequest): Response {
  const { status, statusText, response } = request;
  const headers = new Headers();
  for (const line of request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)) {
    const colon = line.indexOf(':');
    if (colon > 0) {
      headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
    }
  }
  return new Response(WITHOUT_BODY.has(status) ? null : (response as Blob), {
    status,
    statusText,
    headers,
  });
}

import { request } from 'node:http';

/** How long an answer is waited for. */
const PATIENCE_MS = 30_000;

/**
 * Sends a request over a connection of its own, and takes any answer.
 *
 * @param {string} url
 * @param {{ method?: string, path: string, token?: string, body?: unknown, text?: string, pace?: { bytes: number, everyMs: number, until: number } }} call
 *   `text` is sent as it is, in place of `body`; `pace` is how slowly the
 *   answer is read, and until when
 * @returns {Promise<{ status: number, text: string }>}
 */
export function ask(url, { method = 'GET', path, token, body, text, pace }) {
  const { hostname, port } = new URL(url);
  const json = text ?? (body === undefined ? undefined : JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        method,
        path,
        agent: false,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(json !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(json),
          }),
        },
      },
      answer => {
        answer.on('error', reject);
        const done = read => resolve({ status: answer.statusCode, text: read });
        if (pace) readSlowly(answer, pace, done);
        else readAll(answer, done);
      },
    );
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(json);
  });
}

function readAll(answer, done) {
  const chunks = [];
  answer.on('data', chunk => chunks.push(chunk));
  answer.on('end', () => done(Buffer.concat(chunks).toString()));
}

function readSlowly(answer, { bytes, everyMs, until }, done) {
  const timer = setInterval(() => {
    answer.read(Math.min(bytes, answer.readableLength));
    if (Date.now() > until) answer.destroy();
  }, everyMs);
  answer.on('close', () => {
    clearInterval(timer);
    done('');
  });
}

import { type IncomingMessage, request } from 'node:http';
import type { Call } from '../Connection';

/** How long a response is waited for. */
const PATIENCE_MS = 30_000;

/** How slowly a response is read. */
export interface Pace {
  readonly bytes: number;
  readonly everyMs: number;
  /** Then the connection is cut, in milliseconds of the epoch. */
  readonly until: number;
}

export type HostileCall = Pick<Call, 'method' | 'path' | 'token' | 'body'> & {
  /** Sent as it is, in place of `body`. */
  readonly text?: string;
  readonly pace?: Pace;
};

export interface Response {
  readonly status: number;
  readonly text: string;
}

/** Sends a request over a connection of its own, and takes any response. */
export function ask(
  url: string,
  { method = 'GET', path, token, body, text, pace }: HostileCall,
): Promise<Response> {
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
      response => {
        response.on('error', reject);
        const done = (read: string) =>
          resolve({ status: response.statusCode ?? 0, text: read });
        if (pace) {
          readSlowly(response, pace, done);
        } else {
          readAll(response, done);
        }
      },
    );
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(json);
  });
}

function readAll(response: IncomingMessage, done: (text: string) => void) {
  const chunks: Buffer[] = [];
  response.on('data', chunk => chunks.push(chunk));
  response.on('end', () => done(Buffer.concat(chunks).toString()));
}

function readSlowly(
  response: IncomingMessage,
  { bytes, everyMs, until }: Pace,
  done: (text: string) => void,
) {
  const timer = setInterval(() => {
    response.read(Math.min(bytes, response.readableLength));
    if (Date.now() > until) {
      response.destroy();
    }
  }, everyMs);
  response.on('close', () => {
    clearInterval(timer);
    done('');
  });
}

import { Agent, request } from 'node:http';
import type { FuzzRequest } from './FuzzRequest';

/** How long an answer may take, in milliseconds. */
const TIMEOUT = 60_000;

/** What came back. */
export interface FuzzAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A client that keeps its connections. */
export class FuzzClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 });

  /** @param base - such as `/api/tickets` */
  constructor(
    private readonly port: number,
    private readonly base: string,
    /** The `Authorization` header of each caller; undefined: without. */
    private readonly credentials: Readonly<Record<string, string | undefined>>,
  ) {}

  /**
   * Undefined where the sender hangs up: what comes before that is no answer of
   * the desk, if the begin of a body without its length is no HTTP.
   */
  send(sent: FuzzRequest): Promise<FuzzAnswer | undefined> {
    const authorization = this.credentials[sent.caller];
    return new Promise((done, reject) => {
      const fail = (error: Error) =>
        sent.hangsUp ? done(undefined) : reject(error);
      const outgoing = request(
        {
          agent: this.#agent,
          host: '127.0.0.1',
          port: this.port,
          method: sent.method,
          path: `${this.base}${sent.path}`,
          headers: {
            ...lengthOf(sent),
            ...encoded(sent.headers),
            ...(authorization && { Authorization: authorization }),
          },
          timeout: TIMEOUT,
        },
        incoming => {
          const chunks: Buffer[] = [];
          incoming.on('data', chunk => chunks.push(chunk));
          incoming.on('error', fail);
          incoming.on('end', () =>
            done(
              sent.hangsUp
                ? undefined
                : {
                    status: incoming.statusCode ?? 0,
                    headers: incoming.headers,
                    text: Buffer.concat(chunks).toString(),
                  },
            ),
          );
        },
      );
      outgoing.on('timeout', () =>
        outgoing.destroy(new Error('There was no answer in time')),
      );
      outgoing.on('error', fail);
      if (sent.hangsUp) {
        outgoing.write('{');
        setTimeout(() => outgoing.destroy(), 3);
      } else {
        outgoing.end(sent.body);
      }
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function lengthOf({ body, headers, hangsUp }: FuzzRequest) {
  return body === undefined || hangsUp || 'Transfer-Encoding' in headers
    ? {}
    : { 'Content-Length': String(Buffer.byteLength(body)) };
}

/** Headers hold bytes: what is no Latin letter goes as the bytes of UTF-8. */
function encoded(headers: FuzzRequest['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Buffer.from(value).toString('latin1'),
    ]),
  );
}

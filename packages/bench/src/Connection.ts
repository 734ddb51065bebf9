import { Agent, type RequestOptions, request } from 'node:http';
import { Trouble } from './tools';

/** A request to the backend. */
export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** The status that the response must have. Default: 200 */
  readonly status?: number;
}

/** Sends a request and gives the body of its response. */
export type Send = (call: Call) => Promise<string>;

/** One connection to the backend, which is kept open between requests. */
export class Connection {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #url: URL;

  constructor(url: string) {
    this.#url = new URL(url);
  }

  /**
   * Sends a request and reads all of the response.
   *
   * @throws Trouble - if the response has another status than the call wants
   */
  async send(call: Call): Promise<string> {
    const { method = 'GET', path, token, headers, body, status = 200 } = call;
    const json = body === undefined ? undefined : JSON.stringify(body);
    const response = await this.#exchange(
      {
        method,
        path,
        headers: {
          ...headers,
          ...(token && { authorization: `Bearer ${token}` }),
          ...(json && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(json),
          }),
        },
      },
      json,
    );
    if (response.status !== status) {
      throw new Trouble(
        `${method} ${path} was answered with ${response.status}: ${response.text.slice(0, 500)}`,
      );
    }
    return response.text;
  }

  #exchange(
    options: RequestOptions,
    json: string | undefined,
  ): Promise<{ status: number | undefined; text: string }> {
    const { hostname, port } = this.#url;
    return new Promise((resolve, reject) => {
      const sent = request(
        { ...options, hostname, port, agent: this.#agent },
        response => {
          const chunks: Buffer[] = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode,
              text: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(json);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

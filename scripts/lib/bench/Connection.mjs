import { Agent, request } from 'node:http';
import { Trouble } from '../say.mjs';

/** One connection to the backend, which is kept open between requests. */
export class Connection {
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #url;

  constructor(url) {
    this.#url = new URL(url);
  }

  /**
   * Sends a request and reads all of the answer.
   *
   * @param {{ method?: string, path: string, token?: string, headers?: Record<string, string>, body?: unknown, status?: number }} call
   *   `status` is what has to be answered
   * @returns {Promise<string>} the body of the answer
   */
  async send({ method = 'GET', path, token, headers, body, status = 200 }) {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const answer = await this.#exchange(
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
    if (answer.status !== status) {
      throw new Trouble(
        `${method} ${path} was answered with ${answer.status}: ${answer.text.slice(0, 500)}`,
      );
    }
    return answer.text;
  }

  #exchange(options, json) {
    const { hostname, port } = this.#url;
    return new Promise((resolve, reject) => {
      const sent = request(
        { ...options, hostname, port, agent: this.#agent },
        response => {
          const chunks = [];
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

  close() {
    this.#agent.destroy();
  }
}

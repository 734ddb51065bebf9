import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A statement as Knex sends it. */
export interface Statement {
  readonly sql: string;
  readonly bindings?: readonly unknown[];
}

interface Trace {
  readonly statements: Statement[];
  readonly requests: string[];
  answered: boolean;
}

const current = new AsyncLocalStorage<Trace>();
let traces: Trace[] = [];

// A request that asks for it is followed through everything that it leads to,
// until it is answered.
subscribe('http.server.request.start', message => {
  const { request, response } = message as {
    request: IncomingMessage;
    response: ServerResponse;
  };
  if (!request.headers['x-bench-trace']) {
    return;
  }
  const trace: Trace = { statements: [], requests: [], answered: false };
  traces.push(trace);
  response.once('finish', () => {
    trace.answered = true;
  });
  current.enterWith(trace);
});

// requests to other plugins, which answer on the same machine
for (const channel of ['undici:request:create', 'http.client.request.start']) {
  subscribe(channel, message => {
    const { request } = message as {
      request: { method: string; path: string };
    };
    const trace = current.getStore();
    if (trace && !trace.answered) {
      trace.requests.push(`${request.method} ${request.path.split('?')[0]}`);
    }
  });
}

/** Notifications are sent as soon as a request is through, and are no part of it. */
const notifying =
  /^(with "due" as .*update|update|delete from|select .* from) "ticket_outbox"/s;

/** Notes down a statement that belongs to a traced request. */
export function record({ sql, bindings }: Statement): void {
  const trace = current.getStore();
  if (trace && !trace.answered && !notifying.test(sql)) {
    trace.statements.push({ sql, bindings });
  }
}

/**
 * What was asked of the database and of other plugins to answer the requests
 * that were traced since this was last called.
 */
export function takeTraces(): { statements: Statement[]; requests: string[] } {
  const taken = traces;
  traces = [];
  return {
    statements: taken.flatMap(({ statements }) => statements),
    requests: taken.flatMap(({ requests }) => requests),
  };
}

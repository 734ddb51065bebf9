import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';

const current = new AsyncLocalStorage();
let traces = [];

// A request that asks for it is followed through everything that it leads to,
// until it is answered.
subscribe('http.server.request.start', ({ request, response }) => {
  if (!request.headers['x-bench-trace']) return;
  const trace = { statements: [], requests: [], answered: false };
  traces.push(trace);
  response.once('finish', () => {
    trace.answered = true;
  });
  current.enterWith(trace);
});

// requests to other plugins, which answer on the same machine
for (const channel of ['undici:request:create', 'http.client.request.start']) {
  subscribe(channel, ({ request: { method, path } }) => {
    const trace = current.getStore();
    if (trace && !trace.answered) {
      trace.requests.push(`${method} ${path.split('?')[0]}`);
    }
  });
}

/** Telling others begins as soon as a request is through, and is no part of it. */
const telling =
  /^(with "due" as .*update|update|delete from|select .* from) "ticket_outbox"/s;

/** Notes down a statement that belongs to a traced request. */
export function record({ sql, bindings }) {
  const trace = current.getStore();
  if (trace && !trace.answered && !telling.test(sql)) {
    trace.statements.push({ sql, bindings });
  }
}

/**
 * What was asked of the database and of other plugins to answer the requests
 * that were traced since this was last called.
 */
export function takeTraces() {
  const taken = traces;
  traces = [];
  return {
    statements: taken.flatMap(({ statements }) => statements),
    requests: taken.flatMap(({ requests }) => requests),
  };
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';

const current = new AsyncLocalStorage();
let traces = [];

// A request that asks for it is followed through everything that it leads to,
// until it is answered.
subscribe('http.server.request.start', ({ request, response }) => {
  if (!request.headers['x-bench-trace']) return;
  const trace = { statements: [], answered: false };
  traces.push(trace);
  response.once('finish', () => {
    trace.answered = true;
  });
  current.enterWith(trace);
});

/** Notes down a statement that belongs to a traced request. */
export function record({ sql, bindings }) {
  const trace = current.getStore();
  if (trace && !trace.answered) trace.statements.push({ sql, bindings });
}

/** The statements of each request that was traced since this was last asked. */
export function takeTraces() {
  const taken = traces.map(({ statements }) => statements);
  traces = [];
  return taken;
}

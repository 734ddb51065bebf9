import type { ApiDescription, DescribedOperation } from './ApiDescription';
import { BodyMaker } from './BodyMaker';
import type { FuzzContext, FuzzMode, FuzzRequest } from './FuzzRequest';
import { PathMaker } from './PathMaker';
import { QueryMaker } from './QueryMaker';
import { makeHeaders } from './makeHeaders';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** Makes requests after the operations of a document. */
export class RequestMaker {
  readonly #operations: readonly DescribedOperation[];
  readonly #paths: PathMaker;
  readonly #queries: QueryMaker;
  readonly #bodies: BodyMaker;

  /** @param callers - those named first send most */
  constructor(
    api: ApiDescription,
    private readonly context: FuzzContext,
    private readonly callers: readonly string[],
  ) {
    // what makes things is asked for more often, so that there are some
    this.#operations = api.operations.flatMap(operation =>
      '201' in operation.answers
        ? [operation, operation, operation]
        : [operation],
    );
    this.#paths = new PathMaker(context);
    this.#queries = new QueryMaker(context);
    this.#bodies = new BodyMaker(context);
  }

  next(): FuzzRequest {
    const { random, known } = this.context;
    const operation = random.of(this.#operations);
    const mode: FuzzMode = random.chance(0.5)
      ? 'well-meant'
      : random.of(['spoiled', 'spoiled', 'hostile']);
    const offers = known.offersFor(operation.operationId);
    const offer =
      offers.length > 0 && random.chance(0.4) ? random.of(offers) : undefined;
    const path = this.#paths.next(operation, mode, offer?.ticket);
    const { body, headers } = this.#bodies.next(operation, mode, path);
    const query = this.#queries.next(operation, mode, path);
    return {
      operation,
      method:
        mode === 'hostile' && random.chance(0.1)
          ? random.of(methods)
          : operation.method,
      path: `${path}${query}`,
      headers: { ...headers, ...makeHeaders(random, operation, mode) },
      body,
      caller: offer?.caller ?? this.#caller(),
      hangsUp: mode !== 'well-meant' && random.chance(0.01),
    };
  }

  #caller(): string {
    const index = this.context.random.next() ** 2.5 * this.callers.length;
    return this.callers[Math.floor(index)];
  }
}

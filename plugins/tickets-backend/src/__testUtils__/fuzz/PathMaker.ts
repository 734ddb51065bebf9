import type { DescribedOperation } from './ApiDescription';
import type { FuzzContext, FuzzMode } from './FuzzRequest';
import { encodeSegment } from './encode';
import { hostileText } from './hostile';

/** In characters; Node itself refuses what is much longer. */
const MAX_SEGMENT = 3_000;

/** Makes the paths of requests. */
export class PathMaker {
  constructor(private readonly context: FuzzContext) {}

  /** @param ticket - the one that the path names, if it has to be that one */
  next(
    operation: DescribedOperation,
    mode: FuzzMode,
    ticket: string | undefined,
  ): string {
    const filled = operation.path.split('/').reduce((begun, segment) => {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      return `${begun}/${name ? (name === 'ticket' && ticket) || this.#named(name, begun, operation, mode) : segment}`;
    });
    return mode === 'hostile' && this.context.random.chance(0.15)
      ? this.#strange(filled)
      : filled;
  }

  /** @param begun - the path before it, which is that of its collection */
  #named(
    name: string,
    begun: string,
    { parameters }: DescribedOperation,
    mode: FuzzMode,
  ): string {
    const { random, values, known } = this.context;
    if (mode !== 'well-meant' && random.chance(0.2)) {
      return random.chance(0.7)
        ? this.#hostile()
        : random.of(['%', '%zz', '%E0%A4%A', '%00', '%2e%2e', '..', '%ff']);
    }
    const parameter = parameters.find(
      each => each.in === 'path' && each.name === name,
    );
    const present = known.in(begun);
    return encodeSegment(
      present.length > 0 && random.chance(0.95)
        ? random.of(present)
        : values.value(parameter?.schema ?? {}, name, begun),
    );
  }

  #hostile(): string {
    const text = hostileText(this.context.random) || ' ';
    return encodeSegment(text).slice(0, MAX_SEGMENT);
  }

  #strange(path: string): string {
    return this.context.random.of([
      `${path}/`,
      `${path}//`,
      `/${path}`,
      `${path}/${this.#hostile()}`,
      `/nothing${path}`,
      path.toUpperCase(),
      `${path};a=b`,
      `${path}/../..${path}`,
      '/',
      '',
      '/%2e%2e/%2e%2e/catalog',
    ]);
  }
}

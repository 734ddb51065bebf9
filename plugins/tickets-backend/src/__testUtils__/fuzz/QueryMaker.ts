import type { DescribedOperation } from './ApiDescription';
import type { FuzzContext, FuzzMode } from './FuzzRequest';
import { encodeName, encodeSegment } from './encode';
import { hostileName, hostileText } from './hostile';

/** In characters; Node itself refuses what is much longer. */
const MAX_QUERY = 6_000;

type Pair = [name: string, value: unknown];

/** Makes the queries of requests. */
export class QueryMaker {
  constructor(private readonly context: FuzzContext) {}

  /**
   * @param path - of the request
   * @returns with its question mark, or nothing
   */
  next(
    { parameters }: DescribedOperation,
    mode: FuzzMode,
    path: string,
  ): string {
    const { random, values } = this.context;
    const fullness = random.of([0, 0.1, 0.3, 0.7]);
    const pairs = parameters
      .filter(
        each =>
          each.in === 'query' && (each.required || random.chance(fullness)),
      )
      .flatMap(({ name, schema }): Pair[] => {
        const value = values.value(schema, name, path);
        return Array.isArray(value)
          ? value.map(item => [name, item])
          : [[name, value]];
      });
    const spoils =
      mode !== 'well-meant' && random.chance(pairs.length > 0 ? 0.4 : 0.1);
    const text = (spoils ? this.#spoiled(pairs) : pairs)
      .map(([name, value]) => `${encodeName(name)}=${encodeSegment(value)}`)
      .join('&');
    return text && `?${text.slice(0, MAX_QUERY)}`;
  }

  #spoiled(pairs: Pair[]): Pair[] {
    const { random } = this.context;
    const names = pairs.map(([name]) => name);
    const name = names.length > 0 ? random.of(names) : hostileName(random);
    const text = hostileText(random);
    const others = pairs.filter(([other]) => other !== name);
    return random.of<Pair[]>([
      [...others, [name, text]],
      [...pairs, [name, text]],
      [...others, [`${name}[]`, text]],
      [...others, [`${name}[b]`, text], [`${name}[b]`, 'c']],
      [...others, [`${name}[__proto__][a]`, text]],
      [...others, [`${name}[9999999]`, text]],
      [...others, ...Array<Pair>(120).fill([name, text])],
      [...pairs, [hostileName(random), text]],
      others,
    ]);
  }
}

import type { DescribedOperation } from './ApiDescription';
import type { Random } from './Random';
import type { FuzzMode } from './FuzzRequest';

type Choice = [name: string, values: readonly string[]];

const usual: readonly Choice[] = [
  ['If-Match', ['*', '"1"', '"2"', 'W/"3"']],
  ['Idempotency-Key', ['a', 'b', 'c']],
  ['Prefer', ['return=minimal', 'return=representation']],
];

const odd: readonly Choice[] = [
  ['If-Match', ['3', '""', '"x"', `"${'9'.repeat(30)}"`, 'W/', '"1", "2"']],
  ['Idempotency-Key', ['', 'k'.repeat(256), 'a\tb', '\u00e4']],
  ['Prefer', ['return=;', 'minimal', ','.repeat(200), 'x'.repeat(999)]],
  ['Range', ['bytes=0-0', 'bytes=5-1', 'bytes=a', 'bytes=0-,-1']],
  ['If-None-Match', ['*', '"1"', 'W/"x"']],
  ['If-Modified-Since', ['x', 'Thu, 01 Jan 1970 00:00:00 GMT']],
  ['Accept', ['text/csv', '*/*;q=0', 'x', 'application/xml']],
  ['Accept-Language', ['\u00ff', 'en;q=x']],
  ['X-Forwarded-For', ['1.1.1.1', "'"]],
  ['X-HTTP-Method-Override', ['DELETE']],
  ['Cookie', ['a=b; __proto__=c', '%']],
];

/** Headers that an operation heeds; beside those that are well meant, odd ones. */
export function makeHeaders(
  random: Random,
  { parameters }: DescribedOperation,
  mode: FuzzMode,
): Record<string, string> {
  const heeded = new Set(
    parameters.filter(each => each.in === 'header').map(({ name }) => name),
  );
  const isMeantWell = mode === 'well-meant';
  const choices = [
    ...usual.filter(([name]) => heeded.has(name)),
    ...(isMeantWell ? [] : odd),
  ];
  return Object.fromEntries(
    choices
      .filter(() => random.chance(isMeantWell ? 0.1 : 0.04))
      .map(([name, values]) => [name, random.of(values)]),
  );
}

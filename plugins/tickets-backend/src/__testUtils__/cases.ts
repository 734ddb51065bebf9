/** What `npm run test:slow` sets. */
const takesItsTime = process.env.SLOW_TESTS === '1';

/**
 * On how many cases a property is tried: on all of them in `npm run test:slow`,
 * on a tenth in `npm test`.
 */
export function cases(all: number): number {
  return takesItsTime ? all : Math.ceil(all / 10);
}

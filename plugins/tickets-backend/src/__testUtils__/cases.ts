import { lane } from './lane';

/**
 * On how many cases a property is tried: on all of them in the slow lane, on a
 * tenth elsewhere.
 */
export function cases(all: number): number {
  return lane === 'slow' ? all : Math.ceil(all / 10);
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskStore } from '../DeskStore';
import { asStoreError, passesSoon } from './databaseErrors';

/**
 * How long to wait before the same is tried again, in milliseconds: 2.5 seconds
 * in all, in which the process does other things.
 */
export const PAUSES: readonly number[] = [10, 20, 40, 80, 160, 320, 640, 1_280];

/**
 * Does the work, and repeats it when another process held what it needs. Errors
 * are rid of statements and values.
 *
 * @param pauses - none: it is done once
 * @throws UnavailableError when the database is away, full, or busy
 *   for too long
 */
export async function doPatiently<T>(
  work: () => Promise<T>,
  pauses: readonly number[] = PAUSES,
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!passesSoon(error)) {
        throw asStoreError(error);
      }
      // two who got into each other's way do not come back at the same time
      await sleep(pause * (0.5 + Math.random()));
    }
  }
  try {
    return await work();
  } catch (error) {
    throw asStoreError(error);
  }
}

/**
 * A store that repeats what failed because of others. Within a transaction no
 * single step is repeated, only the transaction as a whole.
 */
export function guardedStore(store: DeskStore): DeskStore {
  return guarded(store, {
    transaction: (work, { repeatable = true } = {}) =>
      doPatiently(() => store.transaction(work), repeatable ? PAUSES : []),
    afterCommit: callback => store.afterCommit(callback),
  });
}

/** @param own - what stands in place of methods of the target */
function guarded<T extends object>(target: T, own: Partial<T> = {}): T {
  const members = new Map<PropertyKey, unknown>(Object.entries(own));
  const guard = (member: unknown): unknown => {
    if (typeof member === 'function') {
      return (...args: unknown[]) =>
        doPatiently(async () => member.apply(target, args));
    }
    return typeof member === 'object' && member !== null
      ? guarded(member)
      : member;
  };
  return new Proxy(target, {
    get(_target, name) {
      if (!members.has(name)) {
        members.set(name, guard(Reflect.get(target, name, target)));
      }
      return members.get(name);
    },
  });
}

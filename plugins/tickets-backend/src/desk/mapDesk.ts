import type { Caller } from './Caller';
import type { Desk } from './Desk';

/** A use case of which no more is known than that somebody calls. */
export type AnyUseCase = (
  caller: Caller,
  ...args: readonly unknown[]
) => Promise<unknown>;

/**
 * A desk of which each use case is made from that of another one.
 *
 * @param make - must take the same arguments, and give the same result
 */
export function mapDesk(
  desk: Desk,
  make: (name: keyof Desk, useCase: AnyUseCase) => AnyUseCase,
): Desk {
  return Object.fromEntries(
    Object.entries(desk).map(([name, useCase]) => [
      name,
      make(name as keyof Desk, useCase as AnyUseCase),
    ]),
  ) as unknown as Desk;
}

import type { Caller } from './Caller';
import type { Desk } from './Desk';

/** Any use case, of which only the caller is known. */
export type AnyUseCase = (
  caller: Caller,
  ...args: readonly unknown[]
) => Promise<unknown>;

/**
 * Makes a desk by wrapping each use case of another one.
 *
 * @param make - must keep the arguments and the result
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

import { type Operation, pathParameters } from './operation';
import type { TicketsChangeOptions, TicketsCreateOptions } from './options';

/**
 * What a method that stands for an operation was called with.
 * @public
 */
export interface OperationCall {
  /** The parameters of the path, by their names. */
  readonly path: Readonly<Record<string, string>>;
  /** The query or the body. */
  readonly input: unknown;
  /** Empty, where none are given. */
  readonly options: TicketsChangeOptions & TicketsCreateOptions;
}

/**
 * Sorts the arguments of a method that stands for an operation.
 * @public
 */
export function operationCall(
  { path, input }: Operation,
  args: readonly unknown[],
): OperationCall {
  const names = pathParameters(path);
  const rest = args.slice(names.length);
  return {
    path: Object.fromEntries(
      names.map((name, index) => [name, String(args[index])]),
    ),
    input: input && rest.shift(),
    options: (rest[0] as OperationCall['options'] | undefined) ?? {},
  };
}

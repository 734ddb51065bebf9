import { type Operation, pathParameters } from './operation';
import type {
  TicketsChangeOptions,
  TicketsCreateOptions,
  TicketsUploadOptions,
} from './options';

/**
 * The arguments of a client method.
 * @public
 */
export interface OperationCall {
  /** The parameters of the path, by their names. */
  readonly path: Readonly<Record<string, string>>;
  /** The query or the body. */
  readonly input: unknown;
  /** Empty if none are given. */
  readonly options: TicketsChangeOptions &
    TicketsCreateOptions &
    TicketsUploadOptions;
}

/**
 * Names the arguments of a client method.
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

import { NotImplementedError } from '@backstage/errors';
import {
  type Operation,
  type OperationName,
  type TicketsApi,
  operationCall,
  operations,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../desk/Caller';
import type { Desk } from '../desk/Desk';
import type { AnyUseCase } from '../desk/mapDesk';
import { useCaseArguments } from '../desk/useCaseArguments';

/** What imports have nothing to do with. */
const unavailable: ReadonlySet<OperationName> = new Set([
  'discardFailedNotification',
  'discardFile',
  'downloadFile',
  'exportTickets',
  'getOpenApi',
  'listFailedNotifications',
  'retryFailedNotification',
  'uploadFile',
]);

/**
 * The desk as one caller uses it, without HTTP between. Files, exports and
 * failed notifications are not part of it.
 *
 * @param callerOf - finds the caller, when something is done
 */
export function deskAsTicketsApi(
  desk: Desk,
  callerOf: () => Promise<Caller>,
): TicketsApi {
  const useCases = new Map(Object.entries(desk)) as Map<string, AnyUseCase>;

  function method(name: string, operation: Operation) {
    const useCase = useCases.get(name);
    if (!useCase || unavailable.has(name as OperationName)) {
      return async () => {
        throw new NotImplementedError(`An import cannot use ${name}`);
      };
    }
    return async (...args: unknown[]) => {
      const { path, input, options } = operationCall(operation, args);
      const { version, idempotencyKey } = options;
      return useCase(
        await callerOf(),
        ...useCaseArguments(operation, {
          path,
          version,
          input: operation.input?.schema.parse(input ?? {}),
          delivery: { idempotencyKey },
        }),
      );
    };
  }

  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name,
      method(name, operation),
    ]),
  ) as unknown as TicketsApi;
}

import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { NotImplementedError } from '@backstage/errors';
import {
  type Channel,
  type Operation,
  type OperationName,
  type TicketsApi,
  operationCall,
  operations,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from './Caller';
import type { Desk } from './Desk';
import type { AnyUseCase } from './mapDesk';
import { useCaseArguments } from './useCaseArguments';

/** What modules in the same process have nothing to do with. */
const unavailable: ReadonlySet<OperationName> = new Set([
  'discardFailedNotification',
  'discardFile',
  'downloadFile',
  'exportTickets',
  'getOpenApi',
  'listFailedNotifications',
  'retryFailedNotification',
]);

interface DeskUse {
  /** By which the tickets come. Default: `portal` */
  readonly channel?: Channel;
  /** Whether files can be uploaded, which no transaction takes back. */
  readonly uploads?: boolean;
}

/**
 * The desk as one caller uses it, without HTTP between. The content of files,
 * exports and failed notifications are not part of it.
 *
 * @param callerOf - finds the caller, when something is done
 */
export function deskAsTicketsApi(
  desk: Desk,
  callerOf: () => Promise<Caller>,
  { channel, uploads = false }: DeskUse = {},
): TicketsApi {
  const useCases = new Map(Object.entries(desk)) as Map<string, AnyUseCase>;

  function method(name: string, operation: Operation) {
    const useCase = useCases.get(name);
    const isUpload = operation.input?.kind === 'upload';
    if (
      !useCase ||
      unavailable.has(name as OperationName) ||
      (isUpload && !uploads)
    ) {
      return async () => {
        throw new NotImplementedError(`${name} cannot be used here`);
      };
    }
    if (isUpload) {
      return async ({ content, ...query }: { content: Blob }) =>
        useCase(await callerOf(), {
          ...(operation.input?.schema.parse(query) as object),
          size: content.size,
          content: Readable.fromWeb(content.stream() as ReadableStream),
        });
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
          delivery: { idempotencyKey, channel },
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

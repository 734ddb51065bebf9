import type { Operation } from '@portaldesk/plugin-tickets-common';
import type { Delivery } from './Desk';

/** What an operation is asked for with, parsed. */
export interface ParsedCall {
  /** The parameters of the path, in their order. */
  readonly path: Readonly<Record<string, string>>;
  readonly version?: number;
  /** The query or the body. */
  readonly input: unknown;
  readonly delivery: Delivery;
}

/** What a use case of the desk is called with beside the caller. */
export function useCaseArguments(
  { input, headers = [] }: Operation,
  call: ParsedCall,
): unknown[] {
  const [first, ...names] = Object.entries(call.path);
  return [
    ...(first ? [targetOf(first, headers.includes('If-Match'), call)] : []),
    ...names.map(([, value]) => value),
    ...(input ? [call.input] : []),
    ...(headers.includes('Idempotency-Key') ? [call.delivery] : []),
  ];
}

function targetOf(
  [name, value]: [string, string],
  withVersion: boolean,
  { version }: ParsedCall,
): unknown {
  return withVersion ? { [name]: value, version } : value;
}

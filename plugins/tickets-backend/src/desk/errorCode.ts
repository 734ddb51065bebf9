import { type ErrorCode, errorCodes } from '@portaldesk/plugin-tickets-common';

/**
 * The errors of the desk and the framework whose messages are for the caller,
 * with the code of those that have none of their own.
 */
const codesByName = new Map<string, ErrorCode>([
  ['AuthenticationError', 'not-signed-in'],
  ['ConflictError', 'conflict'],
  ['FileTooLargeError', 'file-too-large'],
  ['FileTypeNotAllowedError', 'file-type-not-allowed'],
  ['InputError', 'invalid-request'],
  ['MethodNotAllowedError', 'method-not-allowed'],
  ['NotAllowedError', 'not-allowed'],
  ['NotFoundError', 'not-found'],
  ['PayloadTooLargeError', 'body-too-large'],
  ['StaleTicketError', 'stale-ticket'],
  ['StaleViewError', 'stale-view'],
  ['TooManyRequestsError', 'too-many-requests'],
  ['UnsupportedMediaTypeError', 'media-type-not-supported'],
]);

/**
 * The code of a refusal.
 *
 * @returns undefined for an error whose message is not for the caller
 */
export function errorCodeOf(error: {
  readonly name: string;
  readonly code?: unknown;
}): ErrorCode | undefined {
  const code = codesByName.get(error.name);
  return code !== undefined && isErrorCode(error.code) ? error.code : code;
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code);
}

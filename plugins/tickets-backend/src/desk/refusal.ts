import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { type ErrorCode, errorCodes } from '@portaldesk/plugin-tickets-common';

const errors = {
  403: NotAllowedError,
  404: NotFoundError,
  409: ConflictError,
} as const;

/** The codes of refusals that consist of a sentence. */
type RefusalCode = {
  [Code in ErrorCode]: (typeof errorCodes)[Code] extends keyof typeof errors
    ? Code
    : never;
}[ErrorCode];

/**
 * An error that says why something is refused: with a code for programs and
 * translations, and a sentence for people.
 */
export function refusal(code: RefusalCode, message: string): Error {
  return Object.assign(new errors[errorCodes[code]](message), { code });
}

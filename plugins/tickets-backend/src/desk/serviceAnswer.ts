import { AuthenticationError, isError } from '@backstage/errors';
import { UnavailableError } from './errors';

/** The message for callers when another part of the portal does not answer. */
const texts = {
  catalog: 'The catalog does not answer at the moment; try again later',
  permissions:
    'Your permissions cannot be checked at the moment. Try again later.',
  'sign-in': 'Who you are cannot be found out at the moment; try again later',
} as const;

/** In seconds. */
const RETRY_AFTER = 10;

/** How long an answer is waited for, in seconds. */
export const LONGEST_WAIT = 5;

/**
 * Calls another part of the portal. The text of its errors can contain
 * anything, so it is only logged. A service that never answers counts as
 * unavailable after a time limit, so that callers of the desk do not wait for
 * it.
 *
 * @throws AuthenticationError when it no longer accepts the caller's token
 * @throws UnavailableError when it does not answer
 */
export async function serviceAnswer<T>(
  source: keyof typeof texts,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await inTime(ask());
  } catch (failure) {
    if (isUnknownToken(failure)) {
      throw new AuthenticationError('Sign in again');
    }
    throw new UnavailableError(texts[source], {
      source,
      retryAfter: RETRY_AFTER,
      failure,
    });
  }
}

/** @throws Error when it takes too long; what comes of it later is not used */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`No response within ${LONGEST_WAIT} seconds`)),
      LONGEST_WAIT * 1_000,
    ).unref();
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function isUnknownToken(failure: unknown): boolean {
  return (
    isError(failure) &&
    (failure.name === 'AuthenticationError' ||
      ('statusCode' in failure && failure.statusCode === 401))
  );
}

import { AuthenticationError, isError } from '@backstage/errors';
import { UnavailableError } from './errors';

/** What callers are told when another part of the portal does not answer. */
const texts = {
  catalog: 'The catalog does not answer at the moment; try again later',
  permissions:
    'What you may do cannot be found out at the moment; try again later',
  'sign-in': 'Who you are cannot be found out at the moment; try again later',
} as const;

/** In seconds. */
const RETRY_AFTER = 10;

/**
 * Asks another part of the portal. What it says when it fails can be anything,
 * of anybody, and is for the log alone.
 *
 * @throws AuthenticationError when it does not know the caller's token any more
 * @throws UnavailableError when it gives no answer
 */
export async function serviceAnswer<T>(
  source: keyof typeof texts,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
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

function isUnknownToken(failure: unknown): boolean {
  return (
    isError(failure) &&
    (failure.name === 'AuthenticationError' ||
      ('statusCode' in failure && failure.statusCode === 401))
  );
}

/**
 * What a token is for; it is good for nothing else.
 * - `inbox`: the words with which an anonymous reporter returns.
 * - `inbox-session`: what the pages of an opened inbox carry from one to the
 *   next, so that nobody has to type the words again.
 */
export type TokenPurpose = 'inbox' | 'inbox-session';

const HOUR = 60 * 60_000;

/**
 * How long tokens of each purpose hold, in milliseconds; undefined: as long as
 * what they lead to.
 */
export const lifetimes: Readonly<Record<TokenPurpose, number | undefined>> = {
  inbox: undefined,
  'inbox-session': HOUR,
};

/**
 * Whether it is audited that a token is made and revoked. Of reporters that
 * would say when they come to read.
 */
export const isAudited: Readonly<Record<TokenPurpose, boolean>> = {
  inbox: true,
  'inbox-session': false,
};

/** What decides whether a token still opens anything. */
export interface TokenFacts {
  readonly purpose: TokenPurpose;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** When a token that is made now ends; null: it has no end. */
export function expiryOf(purpose: TokenPurpose, now: Date): Date | null {
  const lifetime = lifetimes[purpose];
  return lifetime === undefined ? null : new Date(now.getTime() + lifetime);
}

/** Whether a token opens what it was made for, and that is what is asked. */
export function isUsable(
  { purpose, expiresAt, revokedAt }: TokenFacts,
  asked: TokenPurpose,
  now: Date,
): boolean {
  return (
    purpose === asked &&
    revokedAt === null &&
    (expiresAt === null || now < expiresAt)
  );
}

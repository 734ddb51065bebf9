import { type TokenFacts, expiryOf, isUsable } from './tokens';

const now = new Date('2026-05-05T08:00:00Z');
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);

const fresh: TokenFacts = {
  purpose: 'inbox',
  expiresAt: null,
  revokedAt: null,
};

describe('tokens', () => {
  it.each<[string, Partial<TokenFacts>, boolean]>([
    ['one without an end', {}, true],
    ['one of another purpose', { purpose: 'inbox-session' }, false],
    ['one that ends in a moment', { expiresAt: after(1) }, true],
    ['one that ends now', { expiresAt: now }, false],
    ['one that has ended', { expiresAt: after(-1) }, false],
    ['one that was revoked', { revokedAt: after(-1) }, false],
    [
      'one that was revoked and has not ended',
      { expiresAt: after(1), revokedAt: now },
      false,
    ],
  ])('%s', (_what, facts, usable) => {
    expect(isUsable({ ...fresh, ...facts }, 'inbox', now)).toBe(usable);
  });

  it('end by themselves, except the words of an inbox', () => {
    expect(expiryOf('inbox', now)).toBeNull();
    expect(expiryOf('inbox-session', now)).toEqual(after(60 * 60_000));
  });
});

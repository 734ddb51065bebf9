import type { IdentityApi } from '@backstage/core-plugin-api';

const KEY = 'demo.person';

/** The choice outlives a reload, but not the browser tab. */
export const chosenPerson = {
  get: () => window.sessionStorage.getItem(KEY) ?? undefined,
  set: (ref: string) => window.sessionStorage.setItem(KEY, ref),
  forget: () => window.sessionStorage.removeItem(KEY),
};

/** The same identity, except that signing out leads back to the choice. */
export function forgottenOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      chosenPerson.forget();
      await identity.signOut();
    },
  };
}

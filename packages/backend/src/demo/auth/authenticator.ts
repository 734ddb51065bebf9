import { AuthenticationError } from '@backstage/errors';
import {
  createProxyAuthenticator,
  type SignInResolver,
} from '@backstage/plugin-auth-node';
import type { DemoPerson } from './demoPeople';

/** The request header that says which demo person somebody chose. */
export const DEMO_PERSON_HEADER = 'x-demo-person';

/** Believes the header, as long as it names one of these people. */
export function createDemoAuthenticator(people: readonly DemoPerson[]) {
  return createProxyAuthenticator({
    defaultProfileTransform: async (person: DemoPerson) => ({
      profile: { displayName: person.name },
    }),
    initialize: () => people,
    async authenticate({ req }) {
      const chosen = req.header(DEMO_PERSON_HEADER);
      const person = people.find(({ ref }) => ref === chosen);
      if (!person) {
        throw new AuthenticationError(
          `The header ${DEMO_PERSON_HEADER} names none of the demo people`,
        );
      }
      return { result: person };
    },
  });
}

/** The chosen person as the catalog knows them, groups and all. */
export const demoSignInResolver: SignInResolver<DemoPerson> = (
  { result },
  context,
) => context.signInWithCatalogUser({ entityRef: result.ref });

import type { UserEntity } from '@backstage/catalog-model';
import { AuthenticationError } from '@backstage/errors';
import {
  createProxyAuthenticator,
  type SignInResolver,
} from '@backstage/plugin-auth-node';

/** The request header with the demo person that was chosen. */
export const DEMO_PERSON_HEADER = 'x-demo-person';

/** The person that was chosen. */
export interface Choice {
  entityRef: string;
}

/** Believes the header, as long as it names one of these people. */
export function createDemoAuthenticator(people: readonly string[]) {
  return createProxyAuthenticator({
    defaultProfileTransform: async (choice: Choice, context) => {
      const { entity } = await context.findCatalogUser(choice);
      const { displayName, email } = (entity as UserEntity).spec.profile ?? {};
      return { profile: { displayName, email } };
    },
    initialize: () => people,
    async authenticate({ req }) {
      const chosen = req.header(DEMO_PERSON_HEADER);
      const entityRef = people.find(ref => ref === chosen);
      if (entityRef === undefined) {
        throw new AuthenticationError(
          `The header ${DEMO_PERSON_HEADER} names none of the demo people`,
        );
      }
      return { result: { entityRef } };
    },
  });
}

/** The chosen person as the catalog knows them, groups and all. */
export const demoSignInResolver: SignInResolver<Choice> = (
  { result },
  context,
) => context.signInWithCatalogUser(result);

import {
  type BackstageCredentials,
  type PermissionsService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { groupsOf } from './organisation';

/**
 * The permission framework, switched on with this policy: it decides as the
 * permission backend does, in the same process.
 *
 * @param onBatch - gets the names of the permissions that one call asks for
 */
export function policyPermissions(
  policy: PermissionPolicy,
  onBatch: (permissions: string[]) => void = () => {},
) {
  const decide = (
    requests: readonly { permission: Permission }[],
    credentials: BackstageCredentials,
  ) => {
    onBatch(requests.map(({ permission }) => permission.name));
    const { userEntityRef } = (
      credentials as BackstageCredentials<{
        type: 'user';
        userEntityRef: string;
      }>
    ).principal;
    const info = {
      userEntityRef,
      ownershipEntityRefs: [userEntityRef, ...groupsOf(userEntityRef)],
    };
    return Promise.all(
      requests.map(({ permission }) =>
        policy.handle({ permission }, { credentials, info }),
      ),
    );
  };
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: (): PermissionsService => ({
      authorizeConditional: (queries, { credentials }) =>
        decide(queries, credentials),
      authorize: async (requests, { credentials }) =>
        (await decide(requests, credentials)).map(decision => {
          if (decision.result === AuthorizeResult.CONDITIONAL) {
            throw new Error('a condition needs a resource');
          }
          return decision;
        }),
    }),
  });
}

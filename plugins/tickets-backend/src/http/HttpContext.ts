import { createHash } from 'node:crypto';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { Caller } from '../desk/Caller';
import type { Desk } from '../desk/Desk';
import type { DeskCatalog } from '../desk/DeskCatalog';
import { canonicalRef } from '../desk/relations/relations';
import { serviceAnswer } from '../desk/serviceAnswer';
import type { Exports } from './export/Exports';
import type { Gate } from './sharing/Gate';
import type { Lanes } from './sharing/Lanes';
import type { AsyncCache } from '../desk/AsyncCache';
import type { ThrottledLogger } from '../desk/ThrottledLogger';

/** What every endpoint needs. */
export interface HttpContext {
  readonly desk: Desk;
  readonly exports: Exports;
  /** Every request passes it; heavy users wait in it. */
  readonly gate: Gate;
  /** Expensive requests wait in their lane. */
  readonly lanes: Lanes;
  readonly logger: LoggerService;
  /** For failures that repeat. */
  readonly throttledLogger: ThrottledLogger;
  /** @throws AuthenticationError or NotAllowedError, unless a user calls */
  callerOf(request: Request): Promise<Caller>;
}

/** The owner of a token, and what they belong to. */
type Owner = Pick<Caller, 'ref' | 'belongsTo'>;

/**
 * Finds out who calls and what they belong to: the groups of the sign-in, and
 * all their parent groups. The framework verifies the token of each request;
 * the groups of its owner are cached for a short time.
 */
export function callerReader(services: {
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  /** By session of the caller. */
  ownership: AsyncCache<Owner>;
  /** Adds the parent groups to the groups of the sign-in. */
  catalog: Pick<DeskCatalog, 'belongings'>;
  throttledLogger: ThrottledLogger;
}): HttpContext['callerOf'] {
  return async request => {
    const credentials = await services.httpAuth.credentials(request, {
      allow: ['user'],
    });
    const session = sessionOf(request, credentials);
    const ask = async (): Promise<Owner> => {
      const { userEntityRef, ownershipEntityRefs } = await serviceAnswer(
        'sign-in',
        () => services.userInfo.getUserInfo(credentials),
      );
      const ref = canonicalRef(userEntityRef);
      const own = ownershipEntityRefs.map(canonicalRef);
      try {
        return await services.catalog.belongings(ref, own);
      } catch (error) {
        // with fewer groups, callers see too little but never too much
        services.throttledLogger.warn(
          'groups-above',
          'Could not read the parent groups of callers',
          error,
        );
        return { ref, belongsTo: new Set([ref, ...own]) };
      }
    };
    const person = await (session === undefined
      ? ask()
      : services.ownership.get(session, ask));
    return { ...person, credentials, session };
  };
}

/**
 * The cache key of a request: its token, and what the framework read from it.
 * Credentials that did not come in the usual header are not cached.
 */
function sessionOf(
  { headers }: Request,
  { principal, expiresAt }: BackstageCredentials<BackstageUserPrincipal>,
): string | undefined {
  const { authorization } = headers;
  return authorization === undefined
    ? undefined
    : createHash('sha256')
        .update(
          JSON.stringify([
            principal.userEntityRef,
            principal.actor?.subject,
            expiresAt,
            authorization,
          ]),
        )
        .digest('base64url');
}

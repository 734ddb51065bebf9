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

/** What every endpoint works with. */
export interface HttpContext {
  readonly desk: Desk;
  readonly exports: Exports;
  /** Where those wait who ask for very much. */
  readonly gate: Gate;
  /** Where what is dear waits for its turn. */
  readonly lanes: Lanes;
  readonly logger: LoggerService;
  /** For what goes wrong again and again. */
  readonly throttledLogger: ThrottledLogger;
  /** @throws AuthenticationError or NotAllowedError, unless a user calls */
  callerOf(request: Request): Promise<Caller>;
}

/** The owner of a token, and what they belong to. */
type Owner = Pick<Caller, 'ref' | 'belongsTo'>;

/**
 * Finds out who calls, and what they belong to: the groups that the sign-in
 * says, and all groups above them. The framework verifies the token of each
 * request; what its owner belongs to is kept for a short time.
 */
export function callerReader(services: {
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  /** By session of the caller. */
  ownership: AsyncCache<Owner>;
  /** Completes the groups that the sign-in says by those above them. */
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
        // with fewer groups somebody sees less, and never too much
        services.throttledLogger.warn(
          'groups-above',
          'The groups above those of callers could not be read',
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
 * Names the token of a request, and what the framework read from it. Nothing is
 * kept for credentials that did not come in the usual header.
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

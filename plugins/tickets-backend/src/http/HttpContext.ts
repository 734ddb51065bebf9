import type {
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { Caller } from '../desk/Caller';
import type { Desk } from '../desk/Desk';

/** What every route works with. */
export interface HttpContext {
  readonly desk: Desk;
  /** @throws AuthenticationError or NotAllowedError, unless a user calls */
  callerOf(request: Request): Promise<Caller>;
}

/** Finds out who calls, and what they belong to. */
export function callerReader(services: {
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
}): HttpContext['callerOf'] {
  return async request => {
    const credentials = await services.httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { userEntityRef, ownershipEntityRefs } =
      await services.userInfo.getUserInfo(credentials);
    return {
      ref: userEntityRef,
      belongsTo: new Set([userEntityRef, ...ownershipEntityRefs]),
      credentials,
    };
  };
}

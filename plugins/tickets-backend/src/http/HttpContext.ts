import type {
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type {
  PageQuery,
  ParkedNoticePage,
} from '@portaldesk/plugin-tickets-common';
import type { Request } from 'express';
import type { Caller } from '../desk/Caller';
import type { Desk } from '../desk/Desk';

/** What could not be told through a channel; for admins only. */
export interface ParkedNotices {
  /** Oldest first. */
  list(caller: Caller, page: PageQuery): Promise<ParkedNoticePage>;
  /** @throws NotFoundError when no such notice is parked */
  retry(caller: Caller, id: string): Promise<void>;
  /** @throws NotFoundError when no such notice is parked */
  discard(caller: Caller, id: string): Promise<void>;
}

/** What every endpoint works with. */
export interface HttpContext {
  readonly desk: Desk;
  readonly parkedNotices: ParkedNotices;
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

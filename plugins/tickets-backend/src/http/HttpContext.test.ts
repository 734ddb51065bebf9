import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Request } from 'express';
import { AsyncCache } from '../desk/AsyncCache';
import { ThrottledLogger } from '../desk/ThrottledLogger';
import { callerReader } from './HttpContext';

const ada: BackstageUserPrincipal = {
  type: 'user',
  userEntityRef: 'user:default/ada',
};

/** What the framework read from a request. */
interface Arrival {
  principal?: BackstageUserPrincipal;
  expiresAt?: Date;
  authorization?: string;
}

/** A reader of callers, by a clock that is moved by hand. */
function reader(ttl = 5_000) {
  let now = Date.parse('2026-05-05T08:00:00.000Z');
  const httpAuth = mockServices.httpAuth.mock();
  const userInfo = mockServices.userInfo.mock();
  const ownership = new Map<string, string[]>();
  userInfo.getUserInfo.mockImplementation(
    async ({ principal }: BackstageCredentials) => {
      const { userEntityRef } = principal as BackstageUserPrincipal;
      const ownershipEntityRefs = ownership.get(userEntityRef) ?? [];
      return { userEntityRef, ownershipEntityRefs };
    },
  );
  const callerOf = callerReader({
    httpAuth,
    userInfo,
    catalog: {
      belongings: async (ref, groups) => ({
        ref,
        belongsTo: new Set([ref, ...groups]),
      }),
    },
    throttledLogger: new ThrottledLogger(
      mockServices.logger.mock(),
      () => new Date(now),
    ),
    ownership: new AsyncCache({
      ttl: ttl,
      max: 100,
      clock: () => new Date(now),
    }),
  });
  return {
    read: async (arrival: Arrival = {}) => {
      const {
        principal = ada,
        expiresAt = new Date('2026-05-05T09:00:00.000Z'),
        authorization = 'Bearer one',
      } = arrival;
      const credentials: BackstageCredentials<BackstageUserPrincipal> = {
        $$type: '@backstage/BackstageCredentials',
        principal,
        expiresAt,
      };
      httpAuth.credentials.mockResolvedValueOnce(credentials);
      const headers = { authorization: authorization || undefined };
      return callerOf({ headers } as Request);
    },
    httpAuth,
    ownership,
    asked: userInfo.getUserInfo,
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const bob = { ...ada, userEntityRef: 'user:default/bob' };

describe('who calls', () => {
  it('has what they belong to found out once in a while', async () => {
    const { read, ownership, asked, advance } = reader();
    ownership.set(ada.userEntityRef, ['group:default/first']);
    await read();
    ownership.set(ada.userEntityRef, ['group:default/second']);

    advance(4_999);
    const before = await read();
    expect([...before.belongsTo]).toEqual([
      ada.userEntityRef,
      'group:default/first',
    ]);
    expect(asked).toHaveBeenCalledTimes(1);

    advance(1);
    const after = await read();
    expect([...after.belongsTo]).toEqual([
      ada.userEntityRef,
      'group:default/second',
    ]);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it.each<[what: string, other: Arrival]>([
    ['another person', { principal: bob }],
    ['another token', { authorization: 'Bearer other' }],
    ['another end of it', { expiresAt: new Date('2026-05-05T10:00:00.000Z') }],
    [
      'a plugin that acts for the person',
      {
        principal: {
          ...ada,
          actor: { type: 'service', subject: 'plugin:search' },
        },
      },
    ],
  ])('is not taken for %s', async (_what, other) => {
    const { read, asked } = reader();
    const first = await read();
    const second = await read(other);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(second.session).not.toBe(first.session);
    expect(second.ref).toBe((other.principal ?? ada).userEntityRef);
  });

  it('keeps credentials of this request', async () => {
    const { read } = reader();
    const [first, second] = [await read(), await read()];
    expect(second.session).toBe(first.session);
    expect(second.credentials).not.toBe(first.credentials);
  });

  it('is found out in each request where the token came in another way', async () => {
    const { read, asked } = reader();
    const caller = await read({ authorization: '' });
    await read({ authorization: '' });
    expect(caller.session).toBeUndefined();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is found out in each request where nothing is to be kept', async () => {
    const { read, asked } = reader(0);
    await read();
    await read();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is refused once the framework takes the token no more', async () => {
    const { read, httpAuth } = reader();
    await read();
    httpAuth.credentials.mockReset();
    httpAuth.credentials.mockRejectedValueOnce(new Error('expired'));
    await expect(read()).rejects.toThrow('expired');
  });
});

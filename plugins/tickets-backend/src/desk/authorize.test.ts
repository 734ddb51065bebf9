import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ticketCreatePermission } from '@portaldesk/plugin-tickets-common';
import { caller } from '../__testUtils__/testDesk';
import { Statuses } from '../domain/statuses';
import { isPermitted } from '../domain/access/decisions';
import { DEFAULT_STATUSES } from '../config/defaults';
import { AsyncCache } from './AsyncCache';
import { createAuthorize } from './authorize';

/** A framework that allows everything or nothing, and a clock moved by hand. */
function framework() {
  let now = Date.parse('2026-05-05T08:00:00.000Z');
  let result: DefinitivePolicyDecision['result'] = AuthorizeResult.ALLOW;
  const permissions = mockServices.permissions.mock();
  permissions.authorize.mockImplementation(async requests =>
    requests.map(() => ({ result })),
  );
  permissions.authorizeConditional.mockImplementation(async queries =>
    queries.map(() => ({ result })),
  );
  const authorize = createAuthorize({
    permissions,
    transformConditions: () => {
      throw new Error('there are no conditions');
    },
    statuses: new Statuses(DEFAULT_STATUSES),
    cache: new AsyncCache({
      ttl: 5_000,
      max: 100,
      clock: () => new Date(now),
    }),
  });
  return {
    permissions,
    ask: () => authorize(caller('requester')),
    mayFile: async (session?: string) => {
      const asking = { ...caller('requester'), session };
      const { decisions } = await authorize(asking);
      return isPermitted(decisions, ticketCreatePermission);
    },
    decide: (decision: DefinitivePolicyDecision['result']) => {
      result = decision;
    },
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('what the permission framework decides', () => {
  it.each<[DefinitivePolicyDecision['result'], boolean]>([
    [AuthorizeResult.ALLOW, true],
    [AuthorizeResult.DENY, false],
  ])('is kept when it is %s, until its time is over', async (first, may) => {
    const { mayFile, decide, advance } = framework();
    decide(first);
    expect(await mayFile('session')).toBe(may);
    decide(may ? AuthorizeResult.DENY : AuthorizeResult.ALLOW);
    advance(4_999);
    expect(await mayFile('session')).toBe(may);
    advance(1);
    expect(await mayFile('session')).toBe(!may);
  });

  it('is asked for once by requests that come at the same time', async () => {
    const { mayFile, permissions } = framework();
    await Promise.all([mayFile('session'), mayFile('session')]);
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
  });

  it('is not shared between sessions', async () => {
    const { mayFile, decide } = framework();
    expect(await mayFile('one')).toBe(true);
    decide(AuthorizeResult.DENY);
    expect(await mayFile('other')).toBe(false);
  });

  it('is not kept without a session', async () => {
    const { mayFile, decide } = framework();
    expect(await mayFile()).toBe(true);
    decide(AuthorizeResult.DENY);
    expect(await mayFile()).toBe(false);
  });

  it.each<[string, PolicyDecision, boolean]>([
    ['allows it', { result: AuthorizeResult.ALLOW }, true],
    ['denies it', { result: AuthorizeResult.DENY }, false],
    [
      'sets conditions',
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          resourceType: 'catalog-entity',
          params: { claims: [] },
        },
      },
      false,
    ],
  ])(
    'tells whether somebody reads the whole catalog when it %s',
    async (_what, decision, whole) => {
      const { ask, permissions } = framework();
      permissions.authorizeConditional.mockImplementation(async queries =>
        queries.map(({ permission: { name } }) =>
          name === 'catalog.entity.read'
            ? decision
            : { result: AuthorizeResult.ALLOW },
        ),
      );
      expect(await ask()).toEqual({
        decisions: undefined,
        readsWholeCatalog: whole,
      });
    },
  );

  it('is asked for again after a failure', async () => {
    const { mayFile, permissions } = framework();
    permissions.authorize.mockRejectedValueOnce(new Error('away'));
    await expect(mayFile('session')).rejects.toThrow(
      'Your permissions cannot be checked at the moment. Try again later.',
    );
    expect(await mayFile('session')).toBe(true);
  });
});

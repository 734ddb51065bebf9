import { type AccessPolicy, scopeOf } from './access';
import { givesViewsTo, sharesViewsOf, viewOwnersOf } from './viewOwners';

const SUPPORT = 'group:default/support';
const SHOP = 'group:default/shop';

const named: AccessPolicy = {
  admins: ['group:default/admins'],
  teams: [SUPPORT, 'group:default/other-support'],
  agentsSee: 'all',
};
const unnamed: AccessPolicy = { ...named, teams: [] };

function person(name: string, ...groups: string[]) {
  const ref = `user:default/${name}`;
  const refs = groups.map(group => `group:default/${group}`);
  return { ref, belongsTo: new Set([ref, ...refs]) };
}

const agent = person('agent', 'support', 'shop');
const admin = person('admin', 'admins');
const requester = person('requester', 'shop');

describe('saved views', () => {
  it.each([
    ['an agent', named, agent, [agent.ref, SUPPORT]],
    ['a requester', named, requester, [requester.ref]],
    ['an admin', named, admin, [admin.ref]],
    [
      'a member of any group, where no teams are named',
      unnamed,
      requester,
      [requester.ref, SHOP],
    ],
  ] as const)('of %s are listed', (_who, policy, who, owners) => {
    expect(viewOwnersOf(policy, { person: who })).toEqual(owners);
  });

  it.each([
    ['an agent', named, agent, agent.ref, true, true],
    ['an agent', named, agent, SUPPORT, true, true],
    ['an agent', named, agent, 'group:default/other-support', false, false],
    ['an agent', named, agent, SHOP, false, false],
    ['an agent', named, agent, requester.ref, false, false],
    ['a requester', named, requester, requester.ref, true, true],
    ['a requester', named, requester, SUPPORT, false, false],
    ['a requester', named, requester, SHOP, false, false],
    ['a requester', unnamed, requester, SHOP, true, true],
    ['an admin', named, admin, SUPPORT, true, true],
    // a team that is configured no more leaves views behind
    ['an admin', named, admin, SHOP, true, false],
    ['an admin', named, admin, agent.ref, false, false],
    ['an admin', unnamed, admin, SHOP, true, true],
  ] as const)(
    'are shared with %s, %j %j: of %s',
    (_who, policy, who, owner, shares, gives) => {
      const scope = scopeOf(policy, who);
      expect(sharesViewsOf(policy, scope, owner)).toBe(shares);
      expect(givesViewsTo(policy, scope, owner)).toBe(gives);
    },
  );
});

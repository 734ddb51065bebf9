import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Request } from 'express';
import fc from 'fast-check';
import { cases } from '../__testUtils__/cases';
import {
  type GroupTree,
  groupRef,
  groupTreeEntities,
  personRef,
  signInGroups,
} from '../__testUtils__/groupTree';
import { callerReader } from '../http/HttpContext';
import { DeskCatalog } from './DeskCatalog';
import { AsyncCache } from './AsyncCache';
import { ThrottledLogger } from './ThrottledLogger';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const PEOPLE = ['kim', 'lou', 'max'];

/** Groups that may contain each other in a circle, and some that are missing. */
const trees: fc.Arbitrary<GroupTree> = fc
  .record({
    there: fc.subarray(NAMES, { minLength: 1 }),
    edges: fc.array(
      fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES)),
      { maxLength: 12 },
    ),
    memberships: fc.array(
      fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...NAMES)),
      { maxLength: 6 },
    ),
  })
  .map(({ there, edges, memberships }) => ({
    children: Object.fromEntries(
      there.map(name => [
        name,
        [
          ...new Set(
            edges.filter(([from]) => from === name).map(([, to]) => to),
          ),
        ],
      ]),
    ),
    memberships: Object.fromEntries(
      PEOPLE.map(name => [
        name,
        [
          ...new Set(
            memberships
              .filter(([who]) => who === name)
              .map(([, group]) => group),
          ),
        ],
      ]),
    ),
  }));

/** Who belongs to a group, said as plainly as can be. */
function belongs(tree: GroupTree, person: string, group: string): boolean {
  let inside = new Set([group]);
  for (const _step of NAMES) {
    const below = [...inside].flatMap(name => tree.children[name] ?? []);
    inside = new Set([...inside, ...below.filter(name => tree.children[name])]);
  }
  return tree.memberships[person].some(own => inside.has(own));
}

function open(tree: GroupTree) {
  const clock = () => new Date('2026-05-05T08:00:00.000Z');
  const service = catalogServiceMock({ entities: groupTreeEntities(tree) });
  const asked = jest.spyOn(service, 'getEntitiesByRefs');
  const kept = { ttl: 30_000, max: 100, clock };
  const catalog = new DeskCatalog(
    service,
    mockServices.auth(),
    new AsyncCache(kept),
  );
  const httpAuth = mockServices.httpAuth.mock();
  const userInfo = mockServices.userInfo.mock();
  const callerOf = callerReader({
    httpAuth,
    userInfo,
    catalog,
    throttledLogger: new ThrottledLogger(mockServices.logger.mock(), clock),
    ownership: new AsyncCache(kept),
  });
  return {
    asked,
    catalog,
    signIn: async (ref: string, own: string[]) => {
      httpAuth.credentials.mockResolvedValueOnce(mockCredentials.user(ref));
      userInfo.getUserInfo.mockResolvedValueOnce({
        userEntityRef: ref,
        ownershipEntityRefs: own,
      });
      const headers = { authorization: ref };
      return callerOf({ headers } as Request);
    },
  };
}

describe('who belongs to a group', () => {
  it('is the same for those who call, are chosen and are told', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async tree => {
        const { catalog, signIn } = open(tree);
        const groups = Object.keys(tree.children);
        const directory = await catalog.directory([
          ...groups.map(groupRef),
          ...PEOPLE.map(personRef),
        ]);
        for (const person of PEOPLE) {
          const ref = personRef(person);
          const expected = groups.filter(name => belongs(tree, person, name));
          const own = signInGroups(tree)(ref);
          const caller = await signIn(ref, own);
          const known = await catalog.person(ref);
          expect(known?.belongsTo).toEqual(caller.belongsTo);
          expect(directory.person(ref)?.belongsTo).toEqual(caller.belongsTo);
          for (const name of groups) {
            const notified = (
              await catalog.directory([groupRef(name)])
            ).membersOf(groupRef(name));
            const isMember = expected.includes(name);
            expect(caller.belongsTo.has(groupRef(name))).toBe(isMember);
            expect(notified.includes(ref)).toBe(isMember);
            expect(directory.membersOf(groupRef(name))).toEqual(notified);
          }
          // the organisation of somebody is a group of their own
          expect(
            known && [...known.belongsTo].slice(1, own.length + 1),
          ).toEqual(own);
        }
      }),
      { numRuns: cases(150) },
    );
  });

  it('does not depend on how references are spelled', async () => {
    const { catalog, signIn } = open({
      children: { top: ['sub'], sub: [] },
      memberships: { kim: ['sub'] },
    });
    const caller = await signIn('user:Default/Kim', ['Group:default/SUB']);
    expect(caller.ref).toBe('user:default/kim');
    expect([...caller.belongsTo]).toEqual([
      'user:default/kim',
      'group:default/sub',
      'group:default/top',
    ]);
    const directory = await catalog.directory(['Group:Default/TOP']);
    expect(directory.membersOf('group:default/top')).toEqual([
      'user:default/kim',
    ]);
  });

  it('is asked for level by level, however many groups there are', async () => {
    const teams = Array.from({ length: 40 }, (_, at) => `team${at}`);
    const { asked, catalog } = open({
      children: {
        top: ['mid'],
        mid: teams,
        ...Object.fromEntries(teams.map(name => [name, []])),
      },
      memberships: { kim: teams },
    });
    await catalog.directory([groupRef('top')]);
    expect(asked).toHaveBeenCalledTimes(3);
    await catalog.belongings(personRef('kim'), teams.map(groupRef));
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('is what the sign-in says while the catalog does not answer', async () => {
    const { asked, signIn } = open({ children: {}, memberships: {} });
    asked.mockRejectedValue(new Error('the catalog is away'));
    const caller = await signIn(personRef('kim'), [groupRef('a')]);
    expect([...caller.belongsTo]).toEqual([personRef('kim'), groupRef('a')]);
  });
});

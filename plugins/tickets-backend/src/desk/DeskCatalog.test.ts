import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DeskCatalog } from './DeskCatalog';

function entity(
  kind: string,
  name: string,
  relations: [type: string, targetRef: string][],
  more: { metadata?: object; spec?: Entity['spec'] } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...more.metadata },
    spec: more.spec,
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

const catalog = new DeskCatalog(
  catalogServiceMock({
    entities: [
      entity('Group', 'team', [
        ['hasMember', 'user:default/zoe'],
        ['hasMember', 'user:default/ann'],
        ['parentOf', 'group:default/other'],
      ]),
      entity(
        'User',
        'ann',
        [
          ['memberOf', 'group:default/team'],
          ['memberOf', 'group:default/all'],
          ['ownerOf', 'component:default/web'],
        ],
        { spec: { profile: { displayName: 'Ann Ant' } } },
      ),
      entity('User', 'zoe', [], { metadata: { title: 'Zoe' } }),
      entity(
        'Component',
        'web',
        [
          ['ownedBy', 'group:default/team'],
          ['partOf', 'component:default/whole'],
          ['partOf', 'system:default/shop'],
        ],
        {
          metadata: {
            tags: ['java'],
            annotations: { 'tickets/support-team': 'helpers' },
          },
          spec: { type: 'website' },
        },
      ),
      entity('System', 'shop', [], {
        metadata: { annotations: { 'tickets/support-team': '' } },
      }),
    ],
  }),
  mockServices.auth(),
);
const credentials = mockCredentials.user();

describe('the catalog as the desk knows it', () => {
  it('tells what decisions on assets need, in the order asked for', async () => {
    const [shop, nothing, web] = await catalog.assets(
      ['system:default/shop', 'component:default/x', 'component:default/web'],
      credentials,
    );
    expect(nothing).toBeUndefined();
    expect(web).toEqual({
      entityRef: 'component:default/web',
      kind: 'component',
      type: 'website',
      system: 'system:default/shop',
      tags: ['java'],
      annotations: { 'tickets/support-team': 'helpers' },
      owner: 'group:default/team',
      supportTeam: 'group:default/helpers',
    });
    expect(shop).toMatchObject({
      kind: 'system',
      system: 'system:default/shop',
      tags: [],
      supportTeam: undefined,
      owner: undefined,
    });
  });

  it('tells who belongs to whom', async () => {
    const directory = await catalog.directory([
      'group:default/team',
      'user:default/ann',
      'user:default/zoe',
      'user:default/nobody',
      null,
      undefined,
    ]);
    expect(directory.membersOf('group:default/team')).toEqual([
      'user:default/ann',
      'user:default/zoe',
    ]);
    expect(directory.membersOf('group:default/nobody')).toEqual([]);
    expect(directory.groupsOf('user:default/ann')).toEqual([
      'group:default/team',
      'group:default/all',
    ]);
    expect(directory.person('user:default/ann')).toEqual({
      ref: 'user:default/ann',
      belongsTo: new Set([
        'user:default/ann',
        'group:default/team',
        'group:default/all',
      ]),
    });
    expect(directory.person('user:default/nobody')).toBeUndefined();
    expect(directory.has('user:default/zoe')).toBe(true);
    expect(directory.has('user:default/nobody')).toBe(false);
  });

  it.each([
    ['user:default/ann', 'Ann Ant'],
    ['user:default/zoe', 'Zoe'],
    ['group:default/team', 'team'],
    ['user:default/nobody', undefined],
  ])('calls %s %s', async (ref, name) => {
    const directory = await catalog.directory([ref]);
    expect(directory.nameOf(ref)).toBe(name);
  });

  it('takes only groups for groups', async () => {
    expect(
      await catalog.existingGroups([
        'group:default/team',
        'group:default/x',
        'user:default/ann',
      ]),
    ).toEqual(new Set(['group:default/team']));
  });
});

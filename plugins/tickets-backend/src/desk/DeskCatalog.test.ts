import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DeskCatalog } from './DeskCatalog';
import { AsyncCache } from './AsyncCache';

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

const entities: Entity[] = [
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
];

/** What the catalog shows, and how often it was asked, by a clock of our own. */
function deskCatalog(ttl = 30_000) {
  let now = Date.parse('2026-05-05T08:00:00.000Z');
  const shown = new Map(entities.map(it => [stringifyEntityRef(it), it]));
  const service = catalogServiceMock.mock();
  service.getEntitiesByRefs.mockImplementation(async ({ entityRefs }) => ({
    items: entityRefs.map(ref => shown.get(ref)),
  }));
  const catalog = new DeskCatalog(
    service,
    mockServices.auth(),
    new AsyncCache({ ttl: ttl, max: 100, clock: () => new Date(now) }),
  );
  return {
    catalog,
    shown,
    asked: service.getEntitiesByRefs,
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const { catalog } = deskCatalog();
const caller = { credentials: mockCredentials.user() };
const web = 'component:default/web';

describe('the catalog as the desk knows it', () => {
  it('tells what decisions on assets need, in the order asked for', async () => {
    const [shop, nothing, site] = await catalog.assets(
      ['system:default/shop', 'component:default/x', 'component:default/web'],
      caller,
    );
    expect(nothing).toBeUndefined();
    expect(site).toEqual({
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
});

describe('what the catalog said', () => {
  const readsAll = { ...caller, readsWholeCatalog: true };

  it('is used again for a time by the desk and those who may see all of it', async () => {
    const { catalog: kept, shown, asked, advance } = deskCatalog();
    await kept.assets([web, 'system:default/shop'], readsAll);
    shown.clear();
    advance(29_999);
    const [site] = await kept.assets([web], readsAll);
    expect(site?.owner).toBe('group:default/team');
    expect((await kept.directory([web])).has(web)).toBe(true);
    expect(asked).toHaveBeenCalledTimes(1);
    advance(1);
    expect(await kept.assets([web], readsAll)).toEqual([undefined]);
  });

  it('is read with the rights of the desk, all that is not kept at once', async () => {
    const { catalog: kept, asked } = deskCatalog();
    await kept.directory(['user:default/zoe']);
    await kept.assets([web, 'user:default/zoe', 'user:default/ann'], readsAll);
    expect(asked.mock.calls).toEqual([
      [
        expect.objectContaining({ entityRefs: ['user:default/zoe'] }),
        { credentials: mockCredentials.service('plugin:test') },
      ],
      [
        expect.objectContaining({ entityRefs: [web, 'user:default/ann'] }),
        { credentials: mockCredentials.service('plugin:test') },
      ],
    ]);
  });

  it('is asked for each time as somebody from whom something may be hidden', async () => {
    const { catalog: kept, shown, asked } = deskCatalog();
    await kept.assets([web], readsAll);
    shown.delete(web);
    const narrowed = { ...caller, readsWholeCatalog: false };
    for (const reader of [narrowed, caller]) {
      expect(await kept.assets([web], reader)).toEqual([undefined]);
      expect(await kept.existing([web], reader)).toEqual(new Set());
      expect((await kept.names([web], reader)).has(web)).toBe(false);
    }
    expect(asked.mock.calls.slice(1).map(([, options]) => options)).toEqual(
      Array(6).fill({ credentials: caller.credentials }),
    );
  });

  it('is not that something is missing', async () => {
    const { catalog: kept, shown } = deskCatalog();
    const fresh = 'component:default/fresh';
    expect(await kept.existing([fresh], readsAll)).toEqual(new Set());
    shown.set(fresh, entity('Component', 'fresh', []));
    expect(await kept.existing([fresh], readsAll)).toEqual(new Set([fresh]));
  });

  it('is asked for by requests at the same time once', async () => {
    const { catalog: kept, asked } = deskCatalog();
    await Promise.all([
      kept.assets([web], readsAll),
      kept.directory([web, 'user:default/zoe']),
    ]);
    expect(asked.mock.calls.map(([{ entityRefs }]) => entityRefs)).toEqual([
      [web],
      ['user:default/zoe'],
    ]);
  });

  it('is not used again where nothing is to be kept', async () => {
    const { catalog: kept, asked } = deskCatalog(0);
    await kept.assets([web], readsAll);
    await kept.assets([web], readsAll);
    expect(asked).toHaveBeenCalledTimes(2);
  });
});

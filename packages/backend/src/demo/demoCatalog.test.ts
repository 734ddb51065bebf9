import { ConfigReader } from '@backstage/config';
import { demoCatalog, portalConfig } from '../__testUtils__/demoPortal';
import { demoPeople } from './auth/demoPeople';
import { allPeople } from './tickets/people';

function ofKind(...kinds: string[]) {
  return demoCatalog().filter(({ kind }) => kinds.includes(kind));
}

function displayName(spec: unknown): string {
  const { profile } = spec as { profile: { displayName: string } };
  return profile.displayName;
}

describe('the demo catalog', () => {
  it('has 14 people in 6 groups, and 15 assets in 4 systems', () => {
    expect(ofKind('User')).toHaveLength(14);
    expect(ofKind('Group')).toHaveLength(6);
    expect(ofKind('System')).toHaveLength(4);
    expect(ofKind('Component', 'API', 'Resource')).toHaveLength(15);
  });

  it('describes everything, and names only what it has', () => {
    const names = demoCatalog().map(({ name }) => name);
    for (const { entity, owner } of demoCatalog()) {
      expect(entity.metadata.description).toBeTruthy();
      const {
        system,
        dependsOn = [],
        providesApis = [],
        consumesApis = [],
      } = entity.spec as Record<string, string & string[]>;
      const referred = [
        ...(owner ? [`group:${owner}`] : []),
        ...(system ? [`system:${system}`] : []),
        ...[...providesApis, ...consumesApis].map(api => `api:${api}`),
        ...[...dependsOn].map(ref => ref.replace(':default/', ':')),
      ];
      expect(names).toEqual(expect.arrayContaining(referred));
    }
  });

  it('has exactly the people whom the sign-in page offers, in their groups', () => {
    const config = portalConfig();
    const groupTitles = new Map(
      ofKind('Group').map(({ entity }) => [
        entity.metadata.name,
        displayName(entity.spec),
      ]),
    );
    const offered = config.demo.groups.flatMap(
      (group: { title: string; people: { ref: string; name: string }[] }) =>
        group.people.map(({ ref, name }) => [ref, name, group.title]),
    );
    const known = ofKind('User').map(({ ref, entity }) => [
      ref,
      displayName(entity.spec),
      groupTitles.get(String(entity.spec?.memberOf)),
    ]);
    expect(new Set(offered.map(String))).toEqual(new Set(known.map(String)));
    expect(demoPeople(new ConfigReader(config)).sort()).toEqual(
      [...allPeople].sort(),
    );
  });
});

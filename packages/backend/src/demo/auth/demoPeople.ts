import type { Config } from '@backstage/config';

/** A person whom the sign-in page offers. */
export interface DemoPerson {
  ref: string;
  name: string;
}

/** Everybody in `demo.groups` of the configuration. */
export function demoPeople(config: Config): DemoPerson[] {
  return config.getConfigArray('demo.groups').flatMap(group =>
    group.getConfigArray('people').map(person => ({
      ref: person.getString('ref'),
      name: person.getString('name'),
    })),
  );
}

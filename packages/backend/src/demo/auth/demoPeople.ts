import type { Config } from '@backstage/config';

/** References of everybody in `demo.groups` of the configuration. */
export function demoPeople(config: Config): string[] {
  return config
    .getConfigArray('demo.groups')
    .flatMap(group =>
      group.getConfigArray('people').map(person => person.getString('ref')),
    );
}

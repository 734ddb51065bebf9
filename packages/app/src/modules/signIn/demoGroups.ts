import type { ConfigApi } from '@backstage/core-plugin-api';

const roleTitles: Readonly<Record<string, string>> = {
  engineer: 'Engineer',
  agent: 'Support agent',
  admin: 'Platform admin',
};

export interface DemoPerson {
  ref: string;
  name: string;
  job: string;
}

export interface DemoGroup {
  title: string;
  /** What its people are to the desk, ready to be shown. */
  role: string;
  isEngineer: boolean;
  people: DemoPerson[];
}

/** The people that can be chosen, from `demo.groups` of the configuration. */
export function demoGroups(config: ConfigApi): DemoGroup[] {
  return (config.getOptionalConfigArray('demo.groups') ?? []).map(group => {
    const role = group.getString('role');
    return {
      title: group.getString('title'),
      role: roleTitles[role] ?? role,
      isEngineer: role === 'engineer',
      people: group.getConfigArray('people').map(person => ({
        ref: person.getString('ref'),
        name: person.getString('name'),
        job: person.getString('job'),
      })),
    };
  });
}

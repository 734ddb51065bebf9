const people = {
  storefront: ['ines.carvalho', 'ravi.menon', 'hannah.brandt'],
  payments: ['diego.salazar', 'aoife.byrne'],
  fulfilment: ['mehmet.yilmaz', 'chloe.nguyen'],
  'platform-admins': ['elena.petrova'],
  'platform-support': ['noor.haddad', 'tomasz.zielinski', 'keiko.tanaka'],
  'commerce-support': ['maya.lindqvist', 'samuel.osei', 'lucia.ferrer'],
} as const;

export type GroupName = keyof typeof people;

/** A group that owns tickets. */
export type TeamName = 'platform-support' | 'commerce-support';

/** References of the people of a group. */
export function peopleOf(group: GroupName): string[] {
  return people[group].map(name => `user:default/${name}`);
}

export const allPeople = Object.values(people)
  .flat()
  .map(name => `user:default/${name}`);

export const groupRef = (group: GroupName) => `group:default/${group}`;

import { GROUP, MASK, PERSON, ZONE, type Mistake } from './words';

/** Mistakes in numbers and people. */
export const peopleMistakes: readonly Mistake[] = [
  [
    'a mask without counter',
    { numbering: { mask: 'T{yyyy}' } },
    `tickets.numbering.mask is "T{yyyy}": it has no counter; ${MASK}`,
  ],
  [
    'a mask with two counters',
    { numbering: { mask: '{0}-{000}' } },
    `tickets.numbering.mask is "{0}-{000}": it has more than one counter; ${MASK}`,
  ],
  [
    'a mask with an unknown part',
    { numbering: { mask: '{week}-{000}' } },
    `tickets.numbering.mask is "{week}-{000}": it holds the unknown part {week}; ${MASK}`,
  ],
  [
    'a mask with characters that an address cannot have',
    { numbering: { mask: 'T/{000}' } },
    `tickets.numbering.mask is "T/{000}": it holds "/"; ${MASK}`,
  ],
  [
    'a mask with a month but no year',
    { numbering: { mask: 'T{mm}-{000}' } },
    `tickets.numbering.mask is "T{mm}-{000}": its month lacks a year, so numbers would repeat; ${MASK}`,
  ],
  [
    'a mask whose category cannot be told from its counter',
    { numbering: { mask: '{category}{000}' } },
    `tickets.numbering.mask is "{category}{000}": its category and its counter run together, so put a dash between them; ${MASK}`,
  ],
  [
    'numbering without mask',
    { numbering: { timeZone: 'UTC' } },
    `tickets.numbering.mask is missing: ${MASK}`,
  ],
  [
    'numbering that is only a mask',
    { numbering: 'T{000}' },
    'tickets.numbering is "T{000}": use an object with the key mask',
  ],
  [
    'an unknown time zone',
    { numbering: { mask: 'T{000}', timeZone: 'Europe/Bonn' } },
    `tickets.numbering.timeZone is "Europe/Bonn": ${ZONE}`,
  ],
  [
    'a time zone that differs from server to server',
    { numbering: { mask: 'T{000}', timeZone: 'local' } },
    `tickets.numbering.timeZone is "local": ${ZONE}`,
  ],
  [
    'a team that is no full reference',
    { teams: [{ group: 'support' }] },
    `tickets.teams[0].group is "support": ${GROUP}`,
  ],
  [
    'a team that is a user',
    { teams: [{ group: 'user:default/jane' }] },
    `tickets.teams[0].group is "user:default/jane": ${GROUP}`,
  ],
  [
    'a team that is only a reference',
    { teams: ['group:default/support'] },
    'tickets.teams[0] is "group:default/support": use an object with the key group',
  ],
  [
    'a duplicate team, however it is written',
    { teams: [{ group: 'group:default/a' }, { group: 'Group:A' }] },
    'tickets.teams[1].group is "Group:A": tickets.teams[0] has it already; choose another or remove one',
  ],
  [
    'no teams',
    { teams: [] },
    'tickets.teams is []: list at least one team, or leave the key out so that every group can own tickets',
  ],
  [
    'an admin that is neither user nor group',
    { admins: ['group:default/a', 'component:default/b'] },
    `tickets.admins[1] is "component:default/b": ${PERSON}`,
  ],
  [
    'admins that are no list',
    { admins: 'group:default/a' },
    'tickets.admins is "group:default/a": use a list of references of users and groups',
  ],
  [
    'a default team that is no group',
    { defaultTeam: 'user:default/jane' },
    `tickets.defaultTeam is "user:default/jane": ${GROUP}`,
  ],
  [
    'a default team that cannot own tickets',
    {
      teams: [{ group: 'group:default/a' }],
      defaultTeam: 'group:default/b',
    },
    'tickets.defaultTeam is "group:default/b": use a group of tickets.teams, or add it there',
  ],
  [
    'a wrong word for what agents see',
    { access: { agentsSee: 'everything' } },
    'tickets.access.agentsSee is "everything": use one of all, own-team',
  ],

  [
    'an unknown way to assign',
    { teams: [{ group: 'group:default/a', assign: 'random' }] },
    'tickets.teams[0].assign is "random": use one of none, creator, round-robin, least-loaded',
  ],
  [
    'a wrong word for the access of organisations',
    { access: { organisation: true } },
    'tickets.access.organisation is true: use one of granted, not-granted',
  ],
];

import type { Mistake } from './Mistake';

/** Mistakes in numbers and people. */
export const peopleMistakes: readonly Mistake[] = [
  [
    'a mask without counter',
    { numbering: { mask: 'T{yyyy}' } },
    'tickets.numbering.mask',
    'mask',
  ],
  [
    'a mask with two counters',
    { numbering: { mask: '{0}-{000}' } },
    'tickets.numbering.mask',
    'mask',
  ],
  [
    'a mask with an unknown part',
    { numbering: { mask: '{week}-{000}' } },
    'tickets.numbering.mask',
    'mask',
  ],
  [
    'a mask with characters that an address cannot have',
    { numbering: { mask: 'T/{000}' } },
    'tickets.numbering.mask',
    'mask',
  ],
  [
    'a mask with a month but no year',
    { numbering: { mask: 'T{mm}-{000}' } },
    'tickets.numbering.mask',
    'mask',
  ],
  [
    'a mask whose category cannot be told from its counter',
    { numbering: { mask: '{category}{000}' } },
    'tickets.numbering.mask',
    'mask',
  ],
  [
    'numbering without mask',
    { numbering: { timeZone: 'UTC' } },
    'tickets.numbering.mask',
    'missing',
  ],
  [
    'numbering that is only a mask',
    { numbering: 'T{000}' },
    'tickets.numbering',
    'object',
  ],
  [
    'an unknown time zone',
    { numbering: { mask: 'T{000}', timeZone: 'Europe/Bonn' } },
    'tickets.numbering.timeZone',
    'time zone',
  ],
  [
    'a time zone that differs from server to server',
    { numbering: { mask: 'T{000}', timeZone: 'local' } },
    'tickets.numbering.timeZone',
    'time zone',
  ],
  [
    'a team that is no full reference',
    { teams: [{ group: 'support' }] },
    'tickets.teams[0].group',
    'reference',
  ],
  [
    'a team that is a user',
    { teams: [{ group: 'user:default/jane' }] },
    'tickets.teams[0].group',
    'reference',
  ],
  [
    'a team that is only a reference',
    { teams: ['group:default/support'] },
    'tickets.teams[0]',
    'object',
  ],
  [
    'a duplicate team, however it is written',
    { teams: [{ group: 'group:default/a' }, { group: 'Group:A' }] },
    'tickets.teams[1].group',
    'duplicate',
  ],
  ['no teams', { teams: [] }, 'tickets.teams', 'empty list'],
  [
    'an admin that is neither user nor group',
    { admins: ['group:default/a', 'component:default/b'] },
    'tickets.admins[1]',
    'reference',
  ],
  [
    'admins that are no list',
    { admins: 'group:default/a' },
    'tickets.admins',
    'list',
  ],
  [
    'a default team that is no group',
    { defaultTeam: 'user:default/jane' },
    'tickets.defaultTeam',
    'reference',
  ],
  [
    'a default team that cannot own tickets',
    {
      teams: [{ group: 'group:default/a' }],
      defaultTeam: 'group:default/b',
    },
    'tickets.defaultTeam',
    'unknown name',
  ],
  [
    'a language that has no texts',
    { language: 'fr' },
    'tickets.language',
    'choice',
  ],
  [
    'a wrong word for what agents see',
    { access: { agentsSee: 'everything' } },
    'tickets.access.agentsSee',
    'choice',
  ],

  [
    'an unknown way to assign',
    { teams: [{ group: 'group:default/a', assign: 'random' }] },
    'tickets.teams[0].assign',
    'choice',
  ],
  [
    'a wrong word for the access of organisations',
    { access: { organisation: true } },
    'tickets.access.organisation',
    'choice',
  ],
];

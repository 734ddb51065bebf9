import { z } from 'zod';
import { group, list, oneOf, person } from './basics';

export const assign = oneOf(['none', 'creator', 'round-robin', 'least-loaded']);

const team = z.strictObject(
  {
    group: group.meta({
      description: 'Full reference of a catalog Group.',
      example: 'group:default/platform-support',
    }),
    assign: assign.default('none').meta({
      description:
        'Who of the team gets a ticket that no rule assigns: nobody, the agent who filed it, each in turn, or the one with the fewest open tickets. Absent people are passed over.',
      example: 'round-robin',
    }),
  },
  'use an object with the key group',
);

export const access = z
  .strictObject(
    {
      agentsSee: oneOf(['all', 'own-team']).default('all').meta({
        description:
          'Whether agents see the tickets of other teams, confidential ones excepted. It takes effect only where `tickets.teams` names the teams.',
        example: 'own-team',
      }),
      organisation: oneOf(['granted', 'not-granted']).default('granted').meta({
        description:
          "Whether the other members of the requester's group, and those of all groups inside of it, see a new ticket, unless it is confidential. For each ticket it can be granted and revoked later.",
        example: 'not-granted',
      }),
    },
    'use an object with the keys agentsSee and organisation',
  )
  .prefault({})
  .meta({
    description:
      'Who sees which tickets. What people may do follows from their relation to a ticket; a permission policy can narrow it further.',
    example: { agentsSee: 'own-team', organisation: 'not-granted' },
  });

export const admins = z
  .array(person, 'use a list of references of users and groups')
  .default([])
  .meta({
    description:
      'Users and groups that administer the desk: they see and handle every ticket, and can delete it.',
    defaultText: 'nobody',
    example: ['group:default/platform-admins'],
  });

export const teams = list(
  team,
  'list at least one team, or leave the key out so that every group can own tickets',
)
  .optional()
  .meta({
    description: 'The groups that can own tickets; their members are agents.',
    defaultText: 'every group can',
    example: [
      { group: 'group:default/platform-support' },
      { group: 'group:default/commerce-support', assign: 'round-robin' },
    ],
  });

import type { JsonObject } from '@backstage/types';
import { ADMINS, type SeedOrganisation } from './organisation';

/** How that company has configured its desk, below `tickets`. */
export function seedConfig({ teams }: SeedOrganisation): JsonObject {
  const weekday = ['09:00-17:00'];
  return {
    admins: [ADMINS],
    teams: teams.map(team => ({ group: team.group })),
    defaultTeam: teams[0].group,
    numbering: { mask: 'T{yyyy}-{000000}', timeZone: 'UTC' },
    categories: [
      {
        id: 'incident',
        title: 'Something is broken',
        priority: 'high',
        form: {
          schema: {
            type: 'object',
            properties: {
              environment: { type: 'string', enum: ['test', 'production'] },
              users: { type: 'integer' },
            },
          },
        },
      },
      { id: 'access', title: 'Access' },
      { id: 'request', title: 'Service request' },
      { id: 'data', title: 'Data correction' },
      { id: 'question', title: 'Question', priority: 'low' },
    ],
    calendars: [
      {
        id: 'office',
        timeZone: 'Europe/Berlin',
        hours: {
          monday: weekday,
          tuesday: weekday,
          wednesday: weekday,
          thursday: weekday,
          friday: weekday,
        },
      },
    ],
    slaPolicies: [
      {
        id: 'standard',
        title: 'Standard',
        calendar: 'office',
        targets: {
          high: { response: { hours: 2 }, resolution: { hours: 16 } },
        },
        default: { response: { hours: 8 }, resolution: { hours: 40 } },
      },
    ],
    defaultSlaPolicy: 'standard',
  };
}

import type { Mistake } from './Mistake';
import { DONE, NEW, OFFICE } from './samples';

/** Mistakes in what is there at all. */
export const shapeMistakes: readonly Mistake[] = [
  ['a section that is a list', [], 'tickets', 'object'],
  ['a section that is text', 'on', 'tickets', 'object'],
  [
    'an unknown key',
    { team: 'group:default/support' },
    'tickets.team',
    'unknown setting',
    'teams',
  ],
  [
    'a key that is a whole path',
    { 'access.agentsSee': 'all' },
    'tickets["access.agentsSee"]',
    'unknown setting',
  ],
  [
    'an unknown key in an object',
    { access: { agentSees: 'all' } },
    'tickets.access.agentSees',
    'unknown setting',
    'agentsSee',
  ],
  [
    'an unknown key in a list',
    { statuses: [{ ...NEW, nxt: ['done'] }, DONE] },
    'tickets.statuses[0].nxt',
    'unknown setting',
    'next',
  ],
  [
    'an unknown reaction',
    { workflow: { onClose: { to: 'in-progress' } } },
    'tickets.workflow.onClose',
    'unknown setting',
  ],
  [
    'a misspelt name of a required setting, and not that it is missing',
    { categories: [{ id: 'a', titel: 'A' }] },
    'tickets.categories[0].titel',
    'unknown setting',
    'title',
  ],
  [
    'a misspelt name in a form of several',
    { calendars: [{ ...OFFICE, holidays: { contry: 'DE' } }] },
    'tickets.calendars[0].holidays.contry',
    'unknown setting',
    'country',
  ],
];

import { DONE, NEW, OFFICE, STRANGER, type Mistake } from './words';

/** Mistakes in what is there at all. */
export const shapeMistakes: readonly Mistake[] = [
  [
    'a section that is a list',
    [],
    'tickets is []: use an object with settings of the desk, or leave the key out',
  ],
  [
    'a section that is text',
    'on',
    'tickets is "on": use an object with settings of the desk, or leave the key out',
  ],
  [
    'an unknown key',
    { team: 'group:default/support' },
    `tickets.team is "group:default/support": ${STRANGER} (did you mean teams?)`,
  ],
  [
    'a key that is a whole path',
    { 'access.agentsSee': 'all' },
    `tickets["access.agentsSee"] is "all": ${STRANGER}`,
  ],
  [
    'an unknown key in an object',
    { access: { agentSees: 'all' } },
    `tickets.access.agentSees is "all": ${STRANGER} (did you mean agentsSee?)`,
  ],
  [
    'an unknown key in a list',
    { statuses: [{ ...NEW, nxt: ['done'] }, DONE] },
    `tickets.statuses[0].nxt is ["done"]: ${STRANGER} (did you mean next?)`,
  ],
  [
    'an unknown reaction',
    { workflow: { onClose: { to: 'in-progress' } } },
    `tickets.workflow.onClose is {"to":"in-progress"}: ${STRANGER}`,
  ],
  [
    'a misspelt name of a required setting, and not that it is missing',
    { categories: [{ id: 'a', titel: 'A' }] },
    `tickets.categories[0].titel is "A": ${STRANGER} (did you mean title?)`,
  ],
  [
    'a misspelt name in a form of several',
    { calendars: [{ ...OFFICE, holidays: { contry: 'DE' } }] },
    `tickets.calendars[0].holidays.contry is "DE": ${STRANGER} (did you mean country?)`,
  ],
];

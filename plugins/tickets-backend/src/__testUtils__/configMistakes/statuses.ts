import { COLOR, DONE, ID, NEW, QUOTES, TYPE, type Mistake } from './words';

/** Mistakes in the statuses. */
export const statusMistakes: readonly Mistake[] = [
  [
    'no statuses',
    { statuses: [] },
    'tickets.statuses is []: list at least one status, or leave the key out for the default ones',
  ],
  [
    'statuses that are no list',
    { statuses: { id: 'new' } },
    'tickets.statuses is {"id":"new"}: list at least one status, or leave the key out for the default ones',
  ],
  [
    'a status that is only a name',
    { statuses: ['new', DONE] },
    'tickets.statuses[0] is "new": use an object with the keys id, title and type',
  ],
  [
    'an unknown status type',
    { statuses: [{ ...NEW, type: 'unread' }, DONE] },
    `tickets.statuses[0].type is "unread": ${TYPE}`,
  ],
  [
    'a status without type',
    { statuses: [{ id: 'fresh', title: 'Fresh' }, DONE] },
    `tickets.statuses[0].type is missing: ${TYPE}`,
  ],
  [
    'a status without title',
    { statuses: [{ id: 'fresh', type: 'new' }, DONE] },
    'tickets.statuses[0].title is missing: write the title that people see',
  ],
  [
    'an empty title',
    { statuses: [{ ...NEW, title: '  ' }, DONE] },
    'tickets.statuses[0].title is "  ": write the title that people see',
  ],
  [
    'a title that YAML reads as a number',
    { statuses: [{ ...NEW, title: 1 }, DONE] },
    `tickets.statuses[0].title is 1: ${QUOTES}`,
  ],
  [
    'a title without end',
    { statuses: [{ ...NEW, title: 'x'.repeat(201) }, DONE] },
    `tickets.statuses[0].title is "${'x'.repeat(76)}...: use at most 200 characters`,
  ],
  [
    'an id with capitals and spaces',
    { statuses: [{ ...NEW, id: 'In Progress' }, DONE] },
    `tickets.statuses[0].id is "In Progress": ${ID}`,
  ],
  [
    'an id that YAML reads as a number',
    { statuses: [{ ...NEW, id: 1 }, DONE] },
    `tickets.statuses[0].id is 1: ${QUOTES}`,
  ],
  [
    'an id that YAML reads as a truth value',
    { statuses: [{ ...NEW, id: true }, DONE] },
    `tickets.statuses[0].id is true: ${QUOTES}`,
  ],
  [
    'an id without end',
    { categories: [{ id: 'x'.repeat(65), title: 'X' }] },
    `tickets.categories[0].id is "${'x'.repeat(65)}": use at most 64 characters`,
  ],
  [
    'an unknown portal status',
    { statuses: [{ ...NEW, portalStatus: 'open' }, DONE] },
    'tickets.statuses[0].portalStatus is "open": use one of in-progress, answer-expected, postponed, closed',
  ],
  [
    'a colour by name',
    { statuses: [{ ...NEW, color: 'red' }, DONE] },
    `tickets.statuses[0].color is "red": ${COLOR}`,
  ],
  [
    'a colour that YAML reads as a comment',
    { statuses: [{ ...NEW, color: null }, DONE] },
    `tickets.statuses[0].color is null: ${COLOR}`,
  ],
  [
    'a duplicate status',
    { statuses: [NEW, DONE, { ...DONE, id: 'fresh' }] },
    'tickets.statuses[2].id is "fresh": tickets.statuses[0] has it already; choose another or remove one',
  ],
  [
    'an unknown status in a transition',
    { statuses: [{ ...NEW, next: ['done', 'gone'] }, DONE] },
    'tickets.statuses[0].next[1] is "gone": use one of fresh, done, or add it to tickets.statuses (did you mean done?)',
  ],
  [
    'transitions that are no list',
    { statuses: [{ ...NEW, next: 'done' }, DONE] },
    'tickets.statuses[0].next is "done": use a list of ids of statuses',
  ],
  [
    'no status to begin in',
    { statuses: [DONE] },
    'tickets.statuses is [{"id":"done","title":"Done","type":"closed"}]: add a status of type new or open, in which tickets begin',
  ],
  [
    'no status to end in',
    { statuses: [NEW] },
    'tickets.statuses is [{"id":"fresh","title":"Fresh","type":"new"}]: add a status of type solved or closed, in which tickets end',
  ],
];

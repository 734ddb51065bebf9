import type { Mistake } from './Mistake';
import { DONE, NEW } from './samples';

/** Mistakes in the statuses. */
export const statusMistakes: readonly Mistake[] = [
  ['no statuses', { statuses: [] }, 'tickets.statuses', 'empty list'],
  [
    'statuses that are no list',
    { statuses: { id: 'new' } },
    'tickets.statuses',
    'empty list',
  ],
  [
    'a status that is only a name',
    { statuses: ['new', DONE] },
    'tickets.statuses[0]',
    'object',
  ],
  [
    'an unknown status type',
    { statuses: [{ ...NEW, type: 'unread' }, DONE] },
    'tickets.statuses[0].type',
    'choice',
  ],
  [
    'a status without type',
    { statuses: [{ id: 'fresh', title: 'Fresh' }, DONE] },
    'tickets.statuses[0].type',
    'missing',
  ],
  [
    'a status without title',
    { statuses: [{ id: 'fresh', type: 'new' }, DONE] },
    'tickets.statuses[0].title',
    'missing',
  ],
  [
    'an empty title',
    { statuses: [{ ...NEW, title: '  ' }, DONE] },
    'tickets.statuses[0].title',
    'empty',
  ],
  [
    'a title that YAML reads as a number',
    { statuses: [{ ...NEW, title: 1 }, DONE] },
    'tickets.statuses[0].title',
    'text without quotes',
  ],
  [
    'a title without end',
    { statuses: [{ ...NEW, title: 'x'.repeat(201) }, DONE] },
    'tickets.statuses[0].title',
    'bound',
  ],
  [
    'an id with capitals and spaces',
    { statuses: [{ ...NEW, id: 'In Progress' }, DONE] },
    'tickets.statuses[0].id',
    'id',
  ],
  [
    'an id that YAML reads as a number',
    { statuses: [{ ...NEW, id: 1 }, DONE] },
    'tickets.statuses[0].id',
    'text without quotes',
  ],
  [
    'an id that YAML reads as a truth value',
    { statuses: [{ ...NEW, id: true }, DONE] },
    'tickets.statuses[0].id',
    'text without quotes',
  ],
  [
    'an id without end',
    { categories: [{ id: 'x'.repeat(65), title: 'X' }] },
    'tickets.categories[0].id',
    'bound',
  ],
  [
    'an unknown portal status',
    { statuses: [{ ...NEW, portalStatus: 'open' }, DONE] },
    'tickets.statuses[0].portalStatus',
    'choice',
  ],
  [
    'a colour by name',
    { statuses: [{ ...NEW, color: 'red' }, DONE] },
    'tickets.statuses[0].color',
    'colour',
  ],
  [
    'a colour that YAML reads as a comment',
    { statuses: [{ ...NEW, color: null }, DONE] },
    'tickets.statuses[0].color',
    'colour',
  ],
  [
    'a duplicate status',
    { statuses: [NEW, DONE, { ...DONE, id: 'fresh' }] },
    'tickets.statuses[2].id',
    'duplicate',
  ],
  [
    'an unknown status in a transition',
    { statuses: [{ ...NEW, next: ['done', 'gone'] }, DONE] },
    'tickets.statuses[0].next[1]',
    'unknown name',
    'done',
  ],
  [
    'transitions that are no list',
    { statuses: [{ ...NEW, next: 'done' }, DONE] },
    'tickets.statuses[0].next',
    'list',
  ],
  ['no status to begin in', { statuses: [DONE] }, 'tickets.statuses', 'empty'],
  ['no status to end in', { statuses: [NEW] }, 'tickets.statuses', 'empty'],
];

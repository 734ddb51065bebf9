import type { Mistake } from './Mistake';

/** Mistakes in priorities and categories. */
export const categoryMistakes: readonly Mistake[] = [
  ['no priorities', { priorities: [] }, 'tickets.priorities', 'empty list'],
  [
    'a duplicate priority',
    {
      priorities: [
        { id: 'p1', title: 'One' },
        { id: 'p1', title: 'Two' },
      ],
    },
    'tickets.priorities[1].id',
    'duplicate',
  ],
  [
    'an unknown default priority',
    { defaultPriority: 'urgent' },
    'tickets.defaultPriority',
    'unknown name',
  ],
  [
    'a default priority that the desk does not have',
    { priorities: [{ id: 'p1', title: 'One' }], defaultPriority: 'normal' },
    'tickets.defaultPriority',
    'unknown name',
  ],
  [
    'a default priority that is a number',
    { defaultPriority: 1 },
    'tickets.defaultPriority',
    'text without quotes',
  ],
  [
    'categories that are no list',
    { categories: { incident: 'Incident' } },
    'tickets.categories',
    'list',
  ],
  [
    'a duplicate category',
    {
      categories: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B' },
        { id: 'a', title: 'C' },
      ],
    },
    'tickets.categories[2].id',
    'duplicate',
  ],
  [
    'a category with an unknown priority',
    { categories: [{ id: 'a', title: 'A', priority: 'urgent' }] },
    'tickets.categories[0].priority',
    'unknown name',
  ],
  [
    'a category with an empty description',
    { categories: [{ id: 'a', title: 'A', description: '' }] },
    'tickets.categories[0].description',
    'empty',
  ],
  [
    'a category with an unknown SLA policy',
    { categories: [{ id: 'a', title: 'A', slaPolicy: 'gold' }] },
    'tickets.categories[0].slaPolicy',
    'unknown name',
  ],
  [
    'a category of a group that cannot own tickets',
    {
      teams: [{ group: 'group:default/a' }],
      categories: [{ id: 'a', title: 'A', team: 'group:default/b' }],
    },
    'tickets.categories[0].team',
    'unknown name',
  ],
  [
    'a category whose tickets their requesters would not see',
    { categories: [{ id: 'a', title: 'A', visibility: 'internal' }] },
    'tickets.categories[0].visibility',
    'choice',
  ],
  [
    'a category with an unknown visibility',
    { categories: [{ id: 'a', title: 'A', visibility: 'secret' }] },
    'tickets.categories[0].visibility',
    'choice',
  ],
  [
    'a category with a tag that is none',
    { categories: [{ id: 'a', title: 'A', tags: ['on call'] }] },
    'tickets.categories[0].tags[0]',
    'tag',
  ],
  [
    'a category that fits nothing in particular',
    { categories: [{ id: 'a', title: 'A', fits: {} }] },
    'tickets.categories[0].fits',
    'empty',
  ],
  [
    'a category that fits no kind',
    { categories: [{ id: 'a', title: 'A', fits: { kinds: [] } }] },
    'tickets.categories[0].fits.kinds',
    'empty list',
  ],
  [
    'a category with a mask that is none',
    { categories: [{ id: 'a', title: 'A', numbering: { mask: 'A' } }] },
    'tickets.categories[0].numbering.mask',
    'mask',
  ],
  [
    'two categories that people cannot tell apart',
    {
      categories: [
        { id: 'a', title: 'Access' },
        { id: 'b', title: 'ACCESS ' },
      ],
    },
    'tickets.categories[1].title',
    'duplicate',
  ],
  [
    'two categories of one title for assets of one kind',
    {
      categories: [
        { id: 'a', title: 'Broken', fits: { kinds: ['api', 'component'] } },
        { id: 'b', title: 'Broken', fits: { kinds: ['Component'] } },
      ],
    },
    'tickets.categories[1].title',
    'duplicate',
  ],
  [
    'two priorities that people cannot tell apart',
    {
      priorities: [
        { id: 'p1', title: 'High' },
        { id: 'p2', title: 'high' },
      ],
    },
    'tickets.priorities[1].title',
    'duplicate',
  ],
  [
    'an id with a letter too many',
    { defaultPriority: 'hihgh' },
    'tickets.defaultPriority',
    'unknown name',
    'high',
  ],
  [
    'one priority that many settings lack, once',
    {
      priorities: [{ id: 'hihg', title: 'High' }],
      defaultPriority: 'high',
      categories: ['a', 'b', 'c', 'd', 'e'].map(id => ({
        id,
        title: id,
        priority: 'high',
      })),
    },
    'tickets.defaultPriority',
    'unknown name',
    'hihg',
  ],
];

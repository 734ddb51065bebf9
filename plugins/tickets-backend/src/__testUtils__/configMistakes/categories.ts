import { MASK, PRIORITY, QUOTES, TAG, TEAM, type Mistake } from './words';

/** Mistakes in priorities and categories. */
export const categoryMistakes: readonly Mistake[] = [
  [
    'no priorities',
    { priorities: [] },
    'tickets.priorities is []: list at least one priority, or leave the key out for low, normal and high',
  ],
  [
    'a duplicate priority',
    {
      priorities: [
        { id: 'p1', title: 'One' },
        { id: 'p1', title: 'Two' },
      ],
    },
    'tickets.priorities[1].id is "p1": tickets.priorities[0] has it already; choose another or remove one',
  ],
  [
    'an unknown default priority',
    { defaultPriority: 'urgent' },
    `tickets.defaultPriority is "urgent": ${PRIORITY}`,
  ],
  [
    'a default priority that the desk does not have',
    { priorities: [{ id: 'p1', title: 'One' }], defaultPriority: 'normal' },
    'tickets.defaultPriority is "normal": use one of p1, or add it to tickets.priorities',
  ],
  [
    'a default priority that is a number',
    { defaultPriority: 1 },
    `tickets.defaultPriority is 1: ${QUOTES}`,
  ],
  [
    'categories that are no list',
    { categories: { incident: 'Incident' } },
    'tickets.categories is {"incident":"Incident"}: use a list of categories, or leave the key out',
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
    'tickets.categories[2].id is "a": tickets.categories[0] has it already; choose another or remove one',
  ],
  [
    'a category with an unknown priority',
    { categories: [{ id: 'a', title: 'A', priority: 'urgent' }] },
    `tickets.categories[0].priority is "urgent": ${PRIORITY}`,
  ],
  [
    'a category with an empty description',
    { categories: [{ id: 'a', title: 'A', description: '' }] },
    'tickets.categories[0].description is "": write one sentence, or leave it out',
  ],
  [
    'a category with an unknown SLA policy',
    { categories: [{ id: 'a', title: 'A', slaPolicy: 'gold' }] },
    'tickets.categories[0].slaPolicy is "gold": add it to tickets.slaPolicies',
  ],
  [
    'a category of a group that cannot own tickets',
    {
      teams: [{ group: 'group:default/a' }],
      categories: [{ id: 'a', title: 'A', team: 'group:default/b' }],
    },
    `tickets.categories[0].team is "group:default/b": ${TEAM}`,
  ],
  [
    'a category whose tickets their requesters would not see',
    { categories: [{ id: 'a', title: 'A', visibility: 'internal' }] },
    'tickets.categories[0].visibility is "internal": use public or confidential, or add agentsOnly: true, since nobody else sees internal tickets',
  ],
  [
    'a category with an unknown visibility',
    { categories: [{ id: 'a', title: 'A', visibility: 'secret' }] },
    'tickets.categories[0].visibility is "secret": use one of public, confidential, internal',
  ],
  [
    'a category with a tag that is none',
    { categories: [{ id: 'a', title: 'A', tags: ['on call'] }] },
    `tickets.categories[0].tags[0] is "on call": ${TAG}`,
  ],
  [
    'a category that fits nothing in particular',
    { categories: [{ id: 'a', title: 'A', fits: {} }] },
    'tickets.categories[0].fits is {}: add kinds, types or tags, or leave fits out',
  ],
  [
    'a category that fits no kind',
    { categories: [{ id: 'a', title: 'A', fits: { kinds: [] } }] },
    'tickets.categories[0].fits.kinds is []: list at least one kind',
  ],
  [
    'a category with a mask that is none',
    { categories: [{ id: 'a', title: 'A', numbering: { mask: 'A' } }] },
    `tickets.categories[0].numbering.mask is "A": it has no counter; ${MASK}`,
  ],
  [
    'two categories that people cannot tell apart',
    {
      categories: [
        { id: 'a', title: 'Access' },
        { id: 'b', title: 'ACCESS ' },
      ],
    },
    'tickets.categories[1].title is "ACCESS ": tickets.categories[0] has it already; choose another or remove one',
  ],
  [
    'two categories of one title for assets of one kind',
    {
      categories: [
        { id: 'a', title: 'Broken', fits: { kinds: ['api', 'component'] } },
        { id: 'b', title: 'Broken', fits: { kinds: ['Component'] } },
      ],
    },
    'tickets.categories[1].title is "Broken": tickets.categories[0] has it already; choose another or remove one',
  ],
  [
    'two priorities that people cannot tell apart',
    {
      priorities: [
        { id: 'p1', title: 'High' },
        { id: 'p2', title: 'high' },
      ],
    },
    'tickets.priorities[1].title is "high": tickets.priorities[0] has it already; choose another or remove one',
  ],
  [
    'an id with a letter too many',
    { defaultPriority: 'hihgh' },
    `tickets.defaultPriority is "hihgh": ${PRIORITY} (did you mean high?)`,
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
    'tickets.defaultPriority is "high" (also at tickets.categories[0].priority, tickets.categories[1].priority, tickets.categories[2].priority and 2 more): use one of hihg, or add it to tickets.priorities (did you mean hihg?)',
  ],
];

import type { Mistake } from './Mistake';

/** Rules that are wrong in one place, at a desk with the categories a and b. */
const routing: readonly Mistake[] = [
  [
    'rules that are one rule',
    { when: {}, then: { priority: 'high' } },
    'tickets.routing',
    'list',
  ],
  [
    'a rule without conditions',
    [{ then: { priority: 'high' } }],
    'tickets.routing[0].when',
    'missing',
  ],
  [
    'a rule that decides nothing',
    [{ when: { category: 'a' }, then: {} }],
    'tickets.routing[0].then',
    'empty',
  ],
  [
    'a rule for an unknown category',
    [{ when: { category: ['a', 'c'] }, then: { priority: 'high' } }],
    'tickets.routing[0].when.category[1]',
    'unknown name',
  ],
  [
    'a rule for an unknown priority',
    [{ when: { priority: 'urgent' }, then: { assign: 'creator' } }],
    'tickets.routing[0].when.priority',
    'unknown name',
  ],
  [
    'a rule for a priority that is a number',
    [{ when: { priority: 1 }, then: { assign: 'creator' } }],
    'tickets.routing[0].when.priority',
    'text without quotes',
  ],
  [
    'a rule for no category at all',
    [{ when: { category: [] }, then: { priority: 'high' } }],
    'tickets.routing[0].when.category',
    'empty list',
  ],
  [
    'a rule for an unknown channel',
    [{ when: { channel: 'phone' }, then: { priority: 'high' } }],
    'tickets.routing[0].when.channel',
    'choice',
  ],
  [
    'a rule for an unknown channel among others',
    [{ when: { channel: ['api', 'phone'] }, then: { priority: 'high' } }],
    'tickets.routing[0].when.channel[1]',
    'choice',
  ],
  [
    'a rule for a tag that is none',
    [{ when: { tags: 'On Call' }, then: { priority: 'high' } }],
    'tickets.routing[0].when.tags',
    'tag',
  ],
  [
    'a rule for a requester who is no group',
    [{ when: { requesterGroup: 'jane' }, then: { priority: 'high' } }],
    'tickets.routing[0].when.requesterGroup',
    'reference',
  ],
  [
    'a rule for a field that no form has',
    [{ when: { fields: { size: 1 } }, then: { priority: 'high' } }],
    'tickets.routing[0].when.fields.size',
    'unknown name',
  ],
  [
    'a rule for a field that its category does not have',
    [
      {
        when: { category: 'b', fields: { level: 'top' } },
        then: { priority: 'high' },
      },
    ],
    'tickets.routing[0].when.fields.level',
    'unknown name',
  ],
  [
    'a rule for a choice that a field does not have',
    [{ when: { fields: { level: 'high' } }, then: { priority: 'high' } }],
    'tickets.routing[0].when.fields.level',
    'choice',
  ],
  [
    'a rule for a field that is an object',
    [{ when: { fields: { level: { a: 1 } } }, then: { priority: 'high' } }],
    'tickets.routing[0].when.fields.level',
    'value',
  ],
  [
    'a rule for an asset that is anything',
    [{ when: { asset: {} }, then: { priority: 'high' } }],
    'tickets.routing[0].when.asset',
    'empty',
  ],
  [
    'a rule for a system that is none',
    [
      {
        when: { asset: { system: 'component:default/a' } },
        then: { priority: 'high' },
      },
    ],
    'tickets.routing[0].when.asset.system',
    'reference',
  ],
  [
    'a rule for an annotation that is a number',
    [
      {
        when: { asset: { annotations: { 'example.com/tier': 1 } } },
        then: { priority: 'high' },
      },
    ],
    'tickets.routing[0].when.asset.annotations["example.com/tier"]',
    'text without quotes',
  ],
  [
    'a rule for a group that cannot own tickets',
    [{ when: {}, then: { team: 'group:default/b' } }],
    'tickets.routing[0].then.team',
    'unknown name',
  ],
  [
    'a rule that sets an unknown priority',
    [{ when: {}, then: { priority: 'urgent' } }],
    'tickets.routing[0].then.priority',
    'unknown name',
  ],
  [
    'a rule that sets an unknown SLA policy',
    [{ when: {}, then: { slaPolicy: 'gold' } }],
    'tickets.routing[0].then.slaPolicy',
    'unknown name',
  ],
  [
    'a rule with a watcher who is nobody',
    [{ when: {}, then: { watchers: ['jane'] } }],
    'tickets.routing[0].then.watchers[0]',
    'reference',
  ],
  [
    'a rule that never gets its turn',
    [
      { when: {}, then: { priority: 'high' } },
      { when: { tags: 'x' }, then: { priority: 'low' } },
    ],
    'tickets.routing[1]',
    'order',
  ],
  [
    'a duplicate name of rules',
    [
      { name: 'x', when: { tags: 'x' }, then: { priority: 'high' } },
      { name: 'x', when: { tags: 'y' }, then: { priority: 'low' } },
    ],
    'tickets.routing[1].name',
    'duplicate',
  ],
];

/** Mistakes in the rules. */
export const routingMistakes: readonly Mistake[] = [
  ...routing.map(([what, rules, ...said]): Mistake => [
    what,
    {
      teams: [{ group: 'group:default/a' }],
      categories: [
        {
          id: 'a',
          title: 'A',
          form: {
            schema: {
              properties: {
                level: { type: 'string', enum: ['low', 'top'] },
                note: { type: 'string' },
              },
            },
          },
        },
        { id: 'b', title: 'B' },
      ],
      routing: rules,
    },
    ...said,
  ]),
];

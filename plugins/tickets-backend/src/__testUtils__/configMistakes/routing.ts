import type { JsonValue } from '@backstage/types';
import {
  GROUP,
  PERSON,
  PRIORITY,
  QUOTES,
  TAG,
  TEAM,
  type Mistake,
} from './words';

/** Rules that are wrong in one place, at a desk with the categories a and b. */
const routing: [what: string, rules: JsonValue, message: string][] = [
  [
    'rules that are one rule',
    { when: {}, then: { priority: 'high' } },
    'tickets.routing is {"when":{},"then":{"priority":"high"}}: use a list of rules, or leave the key out',
  ],
  [
    'a rule without conditions',
    [{ then: { priority: 'high' } }],
    'tickets.routing[0].when is missing: use an object with what has to hold, such as category or asset; {} for every ticket',
  ],
  [
    'a rule that decides nothing',
    [{ when: { category: 'a' }, then: {} }],
    'tickets.routing[0].then is {}: add what the rule decides, such as team',
  ],
  [
    'a rule for an unknown category',
    [{ when: { category: ['a', 'c'] }, then: { priority: 'high' } }],
    'tickets.routing[0].when.category[1] is "c": use one of a, b, or add it to tickets.categories',
  ],
  [
    'a rule for an unknown priority',
    [{ when: { priority: 'urgent' }, then: { assign: 'creator' } }],
    `tickets.routing[0].when.priority is "urgent": ${PRIORITY}`,
  ],
  [
    'a rule for a priority that is a number',
    [{ when: { priority: 1 }, then: { assign: 'creator' } }],
    `tickets.routing[0].when.priority is 1: ${QUOTES}`,
  ],
  [
    'a rule for no category at all',
    [{ when: { category: [] }, then: { priority: 'high' } }],
    'tickets.routing[0].when.category is []: use the id of a category, or a list of ids',
  ],
  [
    'a rule for an unknown channel',
    [{ when: { channel: 'phone' }, then: { priority: 'high' } }],
    'tickets.routing[0].when.channel is "phone": use one of portal, api, email, public',
  ],
  [
    'a rule for an unknown channel among others',
    [{ when: { channel: ['api', 'phone'] }, then: { priority: 'high' } }],
    'tickets.routing[0].when.channel[1] is "phone": use one of portal, api, email, public',
  ],
  [
    'a rule for a tag that is none',
    [{ when: { tags: 'On Call' }, then: { priority: 'high' } }],
    `tickets.routing[0].when.tags is "On Call": ${TAG}`,
  ],
  [
    'a rule for a requester who is no group',
    [{ when: { requesterGroup: 'jane' }, then: { priority: 'high' } }],
    `tickets.routing[0].when.requesterGroup is "jane": ${GROUP}`,
  ],
  [
    'a rule for a field that no form has',
    [{ when: { fields: { size: 1 } }, then: { priority: 'high' } }],
    'tickets.routing[0].when.fields.size is 1: use one of the fields level, note, or add it to the form of a category',
  ],
  [
    'a rule for a field that its category does not have',
    [
      {
        when: { category: 'b', fields: { level: 'top' } },
        then: { priority: 'high' },
      },
    ],
    'tickets.routing[0].when.fields.level is "top": add it to the form of a category',
  ],
  [
    'a rule for a choice that a field does not have',
    [{ when: { fields: { level: 'high' } }, then: { priority: 'high' } }],
    'tickets.routing[0].when.fields.level is "high": use one of low, top',
  ],
  [
    'a rule for a field that is an object',
    [{ when: { fields: { level: { a: 1 } } }, then: { priority: 'high' } }],
    'tickets.routing[0].when.fields.level is {"a":1}: use text, a number, true or false, or a list of those',
  ],
  [
    'a rule for an asset that is anything',
    [{ when: { asset: {} }, then: { priority: 'high' } }],
    'tickets.routing[0].when.asset is {}: add what has to hold of the asset, such as type',
  ],
  [
    'a rule for a system that is none',
    [
      {
        when: { asset: { system: 'component:default/a' } },
        then: { priority: 'high' },
      },
    ],
    'tickets.routing[0].when.asset.system is "component:default/a": use the full reference of a system, such as system:default/payments',
  ],
  [
    'a rule for an annotation that is a number',
    [
      {
        when: { asset: { annotations: { 'example.com/tier': 1 } } },
        then: { priority: 'high' },
      },
    ],
    `tickets.routing[0].when.asset.annotations["example.com/tier"] is 1: ${QUOTES}`,
  ],
  [
    'a rule for a group that cannot own tickets',
    [{ when: {}, then: { team: 'group:default/b' } }],
    `tickets.routing[0].then.team is "group:default/b": ${TEAM}`,
  ],
  [
    'a rule that sets an unknown priority',
    [{ when: {}, then: { priority: 'urgent' } }],
    `tickets.routing[0].then.priority is "urgent": ${PRIORITY}`,
  ],
  [
    'a rule that sets an unknown SLA policy',
    [{ when: {}, then: { slaPolicy: 'gold' } }],
    'tickets.routing[0].then.slaPolicy is "gold": add it to tickets.slaPolicies',
  ],
  [
    'a rule with a watcher who is nobody',
    [{ when: {}, then: { watchers: ['jane'] } }],
    `tickets.routing[0].then.watchers[0] is "jane": ${PERSON}`,
  ],
  [
    'a rule that never gets its turn',
    [
      { when: {}, then: { priority: 'high' } },
      { when: { tags: 'x' }, then: { priority: 'low' } },
    ],
    'tickets.routing[1] is {"when":{"tags":"x"},"then":{"priority":"low"}}: put it before tickets.routing[0], which takes every ticket',
  ],
  [
    'a duplicate name of rules',
    [
      { name: 'x', when: { tags: 'x' }, then: { priority: 'high' } },
      { name: 'x', when: { tags: 'y' }, then: { priority: 'low' } },
    ],
    'tickets.routing[1].name is "x": tickets.routing[0] has it already; choose another or remove one',
  ],
];

/** Mistakes in the rules. */
export const routingMistakes: readonly Mistake[] = [
  ...routing.map(([what, rules, message]): [string, JsonValue, string] => [
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
    message,
  ]),
];

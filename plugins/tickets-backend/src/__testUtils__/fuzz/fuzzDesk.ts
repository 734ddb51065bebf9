import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  PermanentDeliveryError,
  ticketsChannelsExtensionPoint,
} from '@portaldesk/plugin-tickets-node';
import type { JsonObject } from '@backstage/types';
import { deskConfig } from '../organisation';
import { userRef } from '../startTestDesk';
import type { Hints } from './ValueMaker';

/** A desk with something of everything that can be configured. */
export const fuzzDesk: JsonObject = {
  ...deskConfig,
  categories: [
    ...deskConfig.categories,
    {
      id: 'form',
      title: 'With a form',
      tags: ['formal'],
      form: {
        schema: {
          type: 'object',
          properties: {
            region: { type: 'string' },
            cost: { type: 'integer' },
          },
        },
        hidden: ['cost'],
      },
    },
  ],
  slaPolicies: [
    { id: 'default', title: 'Default', default: { resolution: '16h' } },
  ],
  cannedReplies: [
    { id: 'hello', title: 'Hello', body: 'Hello {{requester.name}}' },
    {
      id: 'wait',
      title: 'Wait',
      body: 'Please wait',
      set: { status: 'waiting-requester' },
    },
  ],
};

const users = [
  'agent',
  'second-agent',
  'other-agent',
  'admin',
  'requester',
  'owner',
  'to-person',
  'outsider',
].map(userRef);

const groups = ['support', 'other-support', 'shop', 'payments'].map(
  name => `group:default/${name}`,
);

const assets = ['ledger', 'queue', 'website', 'misrouted'].map(
  name => `component:default/${name}`,
);

const texts = [
  'Refunds fail',
  'Printer on fire',
  'A longer text with **marks** and an ümlaut',
];

/** What properties hold that well-meant requests have. */
export const hints: Hints = {
  subject: texts,
  message: texts,
  body: texts,
  comment: texts,
  name: ['log.txt', 'table.csv', 'Größe.png'],
  text: ['refunds', 'fire', 'printer fails'],
  tags: ['vip', 'c++', 'eu'],
  fields: [{}, { region: 'eu' }, { region: 'us', cost: 7 }],
  category: ['incident', 'question', 'form'],
  priority: ['low', 'normal', 'high'],
  status: ['new', 'in-progress', 'waiting-requester', 'solved', 'closed'],
  slaPolicy: ['default'],
  policy: ['default'],
  team: groups,
  assignee: users,
  requester: users,
  person: users,
  onBehalfOf: users,
  recipients: users,
  ref: [...users, ...groups],
  to: [...users, ...groups],
  cc: [...users, ...groups],
  watchers: [...users, ...groups],
  asset: assets,
  assets,
  entities: assets,
  system: assets,
};

/** A channel that never works, so that there are failed notifications. */
export const brokenChannel = createBackendModule({
  pluginId: 'tickets',
  moduleId: 'broken-channel',
  register(env) {
    env.registerInit({
      deps: { channels: ticketsChannelsExtensionPoint },
      async init({ channels }) {
        channels.addChannel({
          id: 'broken',
          events: ['filed'],
          deliver: async () => {
            throw new PermanentDeliveryError('There is no such address');
          },
        });
      },
    });
  },
});

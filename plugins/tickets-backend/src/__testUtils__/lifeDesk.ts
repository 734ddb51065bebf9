import type { JsonObject } from '@backstage/types';
import type {
  EventDetail,
  FileTicketRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { DeskContext } from '../desk/context';
import { deskConfig, organisation } from './organisation';
import { caller, testDesk } from './testDesk';

export const SYSTEM = 'system:default/checkout';
export const LEDGER = 'component:default/ledger';
export const QUEUE = 'component:default/queue';
export const WEBSITE = 'component:default/website';
export const SUPPORT = 'group:default/support';

/** A desk with forms, SLA policies and canned replies. */
const lifeConfig = {
  ...deskConfig,
  categories: [
    {
      id: 'incident',
      title: 'Incident',
      form: {
        schema: {
          type: 'object',
          required: ['impact'],
          properties: {
            impact: { type: 'string', enum: ['low', 'high'] },
            users: { type: 'integer' },
            cause: { type: 'string' },
          },
        },
        hidden: ['cause'],
      },
    },
    {
      id: 'question',
      title: 'Question',
      form: {
        schema: { type: 'object', properties: { users: { type: 'integer' } } },
      },
    },
    { id: 'other', title: 'Anything else' },
  ],
  slaPolicies: [
    { id: 'gold', title: 'Gold', targets: { high: { response: 'PT4H' } } },
  ],
  cannedReplies: [
    {
      id: 'thanks',
      title: 'Thanks',
      body: 'Dear {{requester.name}}, {{ticket.number}} is with {{team.name}}. {{agent.name}}',
    },
    {
      id: 'known',
      title: 'A known problem',
      body: 'We know of {{asset.name}}.',
      categories: ['incident'],
      teams: [SUPPORT],
      set: {
        status: 'solved',
        priority: 'low',
        category: 'question',
        addTags: ['known'],
      },
    },
    { id: 'look', title: 'Look at it', kind: 'note', body: 'Please look' },
    {
      id: 'elsewhere',
      title: 'For others',
      body: 'Hello',
      teams: ['group:default/other-support'],
    },
  ],
};

/** That desk, called directly, where `requester` files and `support` answers. */
export async function lifeDesk(
  knex: Knex,
  options: { tickets?: JsonObject; context?: Partial<DeskContext> } = {},
) {
  const { desk, ...rest } = await testDesk(knex, {
    tickets: { ...lifeConfig, ...options.tickets },
    context: options.context,
    entities: [
      ...organisation,
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: { name: 'checkout', namespace: 'default' },
      },
    ],
  });

  async function events(ticket: string): Promise<EventDetail[]> {
    const page = await desk.listEvents(caller('admin'), ticket, { limit: 100 });
    return page.items.map(({ detail }) => detail).reverse();
  }

  return {
    ...rest,
    desk,
    /** A ticket of the requester in the queue of `support`. */
    file: (request: Partial<FileTicketRequest> = {}): Promise<Ticket> =>
      desk.fileTicket(caller('requester'), {
        subject: 'The ledger is slow',
        assets: [LEDGER],
        ...request,
      }),
    /** What was recorded of a ticket, oldest first. */
    events,
    /** What was recorded of a ticket after it was filed and routed. */
    changes: async (ticket: string) => (await events(ticket)).slice(2),
  };
}

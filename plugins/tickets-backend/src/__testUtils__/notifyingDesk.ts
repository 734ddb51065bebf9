import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type {
  FileTicketRequest,
  NotificationEvent,
} from '@portaldesk/plugin-tickets-common';
import type { TicketNotification } from '@portaldesk/plugin-tickets-node';
import type { Knex } from 'knex';
import { createDesk } from '../desk/createDesk';
import { Channels } from '../outbox/Channels';
import { createRelay } from '../outbox/createRelay';
import { deskConfig } from './organisation';
import { type TestDeskContext, caller, testDesk } from './testDesk';

/** A desk with a channel that keeps the notifications it is given. */
export async function notifyingDesk(
  knex: Knex,
  {
    notifications = { send: async () => {} },
    ...options
  }: TestDeskContext & {
    /** The portal's. Default: it keeps nothing */
    notifications?: NotificationService;
  } = {},
) {
  const { context, clock } = await testDesk(knex, {
    ...options,
    tickets: { ...deskConfig, ...options.tickets },
  });
  const delivered: TicketNotification[] = [];
  const channels = new Channels();
  channels.addChannel({
    id: 'test',
    async deliver(notification) {
      delivered.push(notification);
    },
  });
  const relay = createRelay(context, channels, {
    instance: mockServices.rootInstanceMetadata(),
    logger: mockServices.logger.mock(),
    notifications,
    signals: { publish: async () => {} },
    gate: { isServing: false },
  });
  const notifying = {
    ...context,
    outboxSignal: {
      channelsFor: (event: NotificationEvent) => relay.channelsFor(event),
      withdrawals: relay.withdrawals,
      wake: () => {},
    },
  };
  const desk = createDesk(notifying);

  async function deliver() {
    // a delivery can cause further notifications
    for (let round = 0; round < 2; round++) {
      relay.wake();
      await relay.idle();
    }
    return delivered.splice(0);
  }

  return {
    desk,
    clock,
    context: notifying,
    /** Looks whether everybody may still know what they were notified of. */
    review: () => relay.review(),
    notifications: deliver,
    /** Who was notified of what since the last call, such as `filed: agent`. */
    notified: async () =>
      (await deliver())
        .map(
          ({ event, recipients }) =>
            `${event}: ${recipients.map(({ ref }) => ref.split('/')[1]).sort()}`,
        )
        .sort(),
    /** A ticket of the requester in the queue of `support`. */
    file: (request: Partial<FileTicketRequest> = {}) =>
      desk.fileTicket(caller('requester'), {
        subject: 'Help',
        assets: ['component:default/queue'],
        ...request,
      }),
    /** Says that these people are away. */
    away: async (...names: string[]) => {
      for (const name of names) {
        await desk.setAbsence(caller('admin'), {
          person: `user:default/${name}`,
        });
      }
    },
  };
}

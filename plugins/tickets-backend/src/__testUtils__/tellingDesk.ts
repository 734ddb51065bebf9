import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type {
  FileTicketRequest,
  NoticeOccasion,
} from '@portaldesk/plugin-tickets-common';
import type { TicketNotice } from '@portaldesk/plugin-tickets-node';
import type { Knex } from 'knex';
import { createDesk } from '../desk/createDesk';
import { Channels } from '../outbox/Channels';
import { createRelay } from '../outbox/createRelay';
import { deskConfig } from './organisation';
import { type TestDeskContext, caller, testDesk } from './testDesk';

/** A desk that tells people through a channel which keeps what it is given. */
export async function tellingDesk(
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
  const notices: TicketNotice[] = [];
  const channels = new Channels();
  channels.addChannel({
    id: 'test',
    async deliver(notice) {
      notices.push(notice);
    },
  });
  const relay = createRelay(context, channels, {
    instance: mockServices.rootInstanceMetadata(),
    logger: mockServices.logger.mock(),
    notifications,
    signals: { publish: async () => {} },
    traffic: { isServing: () => false },
  });
  const announcing = {
    ...context,
    announcer: {
      channelsFor: (occasion: NoticeOccasion) => relay.channelsFor(occasion),
      withdrawals: relay.withdrawals,
      wake: () => {},
    },
  };
  const desk = createDesk(announcing);

  async function deliver() {
    // what is told can give occasion to tell more
    for (let round = 0; round < 2; round++) {
      relay.wake();
      await relay.idle();
    }
    return notices.splice(0);
  }

  return {
    desk,
    clock,
    context: announcing,
    /** Looks whether everybody may still know what they were told. */
    review: () => relay.review(),
    notices: deliver,
    /** Who was told of what since the last call, such as `filed: agent`. */
    told: async () =>
      (await deliver())
        .map(
          ({ occasion, recipients }) =>
            `${occasion}: ${recipients.map(({ ref }) => ref.split('/')[1]).sort()}`,
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

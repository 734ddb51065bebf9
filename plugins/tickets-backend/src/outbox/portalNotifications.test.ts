import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import type { JsonObject } from '@backstage/types';
import type { Notification } from '@backstage/plugin-notifications-common';
import {
  type NotificationService,
  notificationService,
} from '@backstage/plugin-notifications-node';
import type {
  TicketChannel,
  TicketNotification,
} from '@portaldesk/plugin-tickets-node';
import request from 'supertest';
import { testDatabases } from '../__testUtils__/databases';
import { delivery } from '../__testUtils__/delivery';
import { deskConfig } from '../__testUtils__/organisation';
import { eventually } from '../__testUtils__/eventually';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';
import { DeskStore } from '../store/DeskStore';
import { notificationsChannel } from './notificationsChannel';
import { english } from './texts/en';

jest.setTimeout(60_000);

const databases = testDatabases();
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) {
    await stop();
  }
});

/** The desk beside the portal's own notifications backend, as in production. */
async function startPortal(
  id: (typeof databases.ids)[number],
  tickets: JsonObject = {},
) {
  let notifications: NotificationService | undefined;
  const knex = await databases.init(id);
  const desk = await startTestDesk({
    knex,
    otherDatabases: { notifications: await databases.empty(id) },
    config: { app: { baseUrl: 'http://localhost:3000' } },
    tickets: { ...deskConfig, ...tickets },
    features: [
      notificationsPlugin,
      createBackendModule({
        pluginId: 'tickets',
        moduleId: 'probe',
        register: env =>
          env.registerInit({
            deps: { service: notificationService },
            async init({ service }) {
              notifications = service;
            },
          }),
      }),
    ],
  });
  stops.push(desk.stop);
  if (!notifications) {
    throw new Error('the portal has no notifications');
  }
  return {
    ...desk,
    channel: notificationsChannel({
      notifications,
      instance: {
        ...mockServices.rootInstanceMetadata(),
        getInstalledPlugins: async () => [
          { pluginId: 'notifications', modules: [] },
        ],
      },
      logger: mockServices.logger.mock(),
      page: '/help',
      texts: english,
      notified: new DeskStore(knex).notified,
      clock: () => new Date(),
      pace: () => 'free',
    }),
    /** What somebody finds in the portal. */
    inbox: async (name: string): Promise<Notification[]> => {
      const { body } = await request(desk.server)
        .get('/api/notifications/notifications')
        .set('Authorization', mockCredentials.user.header(userRef(name)));
      return body.notifications;
    },
  };
}

function notification(
  changes: Partial<TicketNotification> = {},
): TicketNotification {
  return {
    id: 'n1',
    event: 'replied',
    ticket: { id: 't1', number: 'T1', subject: 'Help' },
    actor: userRef('agent'),
    at: new Date(0),
    recipients: [
      { ref: userRef('requester'), roles: ['requester'], seesInternal: false },
    ],
    audience: [],
    ...changes,
  };
}

const recipient = (ref: string) => ({
  ref,
  roles: ['requester' as const],
  seesInternal: false,
});

describe.each(databases.ids)("the portal's notifications backend on %s", id => {
  async function received(
    channel: TicketChannel,
    inbox: (name: string) => Promise<Notification[]>,
    notified: TicketNotification,
  ) {
    await channel.deliver(notified, delivery);
    return (await inbox('requester')).map(({ payload }) => payload);
  }

  it('takes a ticket whose number, subject and kind of event are longer than its columns', async () => {
    const { channel, inbox } = await startPortal(id);
    const [payload] = await received(
      channel,
      inbox,
      notification({
        ticket: {
          id: 't'.repeat(300),
          number: `T${'👩‍🚒'.repeat(120)}`,
          subject: 'x'.repeat(20_000),
        },
      }),
    );
    expect(payload.title).toMatch(/^New reply to ticket T(👩‍🚒)+…$/u);
    expect(payload.title.length).toBeLessThanOrEqual(255);
    expect(payload.scope?.length).toBeLessThanOrEqual(255);
    expect(payload.description).toContain('x'.repeat(1_000));
  });

  it('reaches people however their reference is spelt, and others though one reference is none', async () => {
    const { channel, inbox } = await startPortal(id);
    await channel.deliver(
      notification({
        recipients: [
          recipient('no reference'),
          recipient('USER:Default/Requester'),
          recipient(userRef('requester')),
          recipient('user:agent'),
        ],
      }),
      delivery,
    );
    await expect(inbox('requester')).resolves.toHaveLength(1);
    await expect(inbox('agent')).resolves.toHaveLength(1);
  });

  it('puts the newest words and the way to the ticket in place of the old ones', async () => {
    const { channel, inbox } = await startPortal(id);
    await received(channel, inbox, notification());
    const renamed = { id: 't1', number: 'T2', subject: 'Help <me> & "you"' };
    const payloads = await received(
      channel,
      inbox,
      notification({ ticket: renamed }),
    );
    expect(payloads).toMatchObject([
      {
        title: 'New reply to ticket T2',
        description: 'Help ‹me› & "you"',
        link: '/help/T2',
      },
    ]);
    const emptied = await received(
      channel,
      inbox,
      notification({ ticket: { ...renamed, subject: '' } }),
    );
    expect(emptied[0].description ?? '').not.toContain('Help');
  });

  it('keeps one of each sort, also when several are told at once', async () => {
    const { channel, inbox } = await startPortal(id);
    await Promise.all(
      ['n1', 'n2', 'n3', 'n4'].map(each =>
        channel.deliver(notification({ id: each }), delivery),
      ),
    );
    await expect(inbox('requester')).resolves.toHaveLength(1);
  });

  it('has what the desk tells people of their tickets', async () => {
    const { as, inbox } = await startPortal(id);
    const ticket = await as('requester').fileTicket({
      subject: 'Nothing works',
      assets: ['component:default/queue'],
    });
    await eventually(async () => expect(await inbox('agent')).toHaveLength(1));
    const [{ payload }] = await inbox('requester');
    expect(payload).toMatchObject({
      title: `Your ticket ${ticket.number} was filed`,
      description: 'Nothing works',
    });
  });

  it('is written to in the language of the desk', async () => {
    const { as, inbox } = await startPortal(id, { language: 'de' });
    const { number } = await as('requester').fileTicket({
      subject: 'Nichts geht',
      assets: ['component:default/queue'],
    });
    await eventually(async () => {
      const [{ payload }] = await inbox('agent');
      expect(payload.title).toBe(`Neues Ticket ${number}`);
    });
    const [{ payload }] = await inbox('requester');
    expect(payload.title).toBe(`Ihr Ticket ${number} wurde erfasst`);
  });

  describe('of whoever loses a ticket', () => {
    const neutral = {
      title: 'A ticket that you can no longer read',
      description:
        'It was moved, restricted or deleted. If you still need it, ask the people who work on it.',
      link: '/tickets',
      severity: 'low',
    };

    async function startOwnTeams() {
      const portal = await startPortal(id, {
        access: { agentsSee: 'own-team' },
      });
      const { as, inbox } = portal;
      const ticket = await as('requester').fileTicket({
        subject: 'Nothing works',
        assets: ['component:default/ledger'],
        cc: [userRef('cc-person')],
      });
      await as('requester').addMessage(ticket.id, {
        kind: 'reply',
        body: 'Well?',
      });
      await eventually(async () => {
        expect(await inbox('agent')).toHaveLength(2);
        expect(await inbox('cc-person')).toHaveLength(2);
        expect(await inbox('requester')).toHaveLength(1);
      });
      const payloads = async (name: string) =>
        (await inbox(name)).map(({ payload }) => payload);
      return { ...portal, ticket, payloads };
    }

    it('keeps neither number nor subject when the ticket goes to another team', async () => {
      const { as, payloads, ticket } = await startOwnTeams();
      await as('agent').handOver(ticket.id, {
        assignee: null,
        team: 'group:default/other-support',
      });
      // whoever did it is no exception, and nobody gets a topic that is new to them
      const topics = (await payloads('agent')).map(({ topic }) => topic);
      expect([...topics].sort()).toEqual(['filed', 'replied']);
      for (const name of ['agent', 'second-agent']) {
        await eventually(async () =>
          expect(await payloads(name)).toEqual(
            topics.map(topic => expect.objectContaining({ ...neutral, topic })),
          ),
        );
      }
      await eventually(async () =>
        expect(JSON.stringify(await payloads('other-agent'))).toContain(
          ticket.number,
        ),
      );
      expect(await payloads('cc-person')).toMatchObject([
        { description: 'Nothing works' },
        { description: 'Nothing works' },
      ]);
    });

    it('keeps only that it is gone when the ticket is deleted', async () => {
      const { as, payloads, ticket } = await startOwnTeams();
      await as('admin').deleteTicket(ticket.id);
      for (const [name, lost] of [
        ['agent', []],
        ['cc-person', [`You no longer have access to ticket ${ticket.number}`]],
      ] as const) {
        await eventually(async () => {
          const titles = (await payloads(name)).map(({ title }) => title);
          expect(titles.sort()).toEqual([
            neutral.title,
            neutral.title,
            ...lost,
          ]);
        });
        expect(JSON.stringify(await payloads(name))).not.toContain('Nothing');
      }
    });
  });
});

import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  type NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import {
  type SignalPayload,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';
import {
  type TicketNotification,
  ticketsChannelsExtensionPoint,
  ticketsImportExtensionPoint,
} from '@portaldesk/plugin-tickets-node';
import { notificationEventSchema } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) {
    await stop();
  }
});

/** The whole desk in a portal with notifications and signals that keep what they get. */
async function startPortal(id: (typeof databases.ids)[number]) {
  const notifications: NotificationSendOptions[] = [];
  const signals: SignalPayload[] = [];
  const knex = await databases.init(id);
  const desk = await startTestDesk({
    knex,
    features: [
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          async send(notification) {
            notifications.push(notification);
          },
        }),
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          async publish(signal) {
            signals.push(signal as SignalPayload);
          },
        }),
      }),
    ],
  });
  stops.push(desk.stop);
  return {
    ...desk,
    /** Resolves when everything was told, and forgets what was before. */
    notified: async () => {
      await untilEmpty(knex);
      return {
        notifications: notifications.splice(0),
        signals: signals.splice(0),
      };
    },
  };
}

async function untilEmpty(knex: Knex): Promise<void> {
  await eventually(
    async () =>
      (await knex('ticket_outbox').whereNotNull('due_at')).length === 0,
  );
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await holds()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error('it did not come to pass');
}

function addressees({ recipients }: NotificationSendOptions): string[] {
  return recipients.type === 'entity' ? [recipients.entityRef].flat() : [];
}

const asset = 'component:default/queue';

describe.each(databases.ids)('the channels of the portal on %s', id => {
  it('notify people of a new ticket, in words that fit them, with the way to it', async () => {
    const { as, notified } = await startPortal(id);
    const ticket = await as('requester').fileTicket({
      subject: 'Nothing works',
      message: 'Not even this',
      assets: [asset],
    });

    const { notifications } = await notified();
    const payload = {
      description: 'Nothing works',
      link: `/tickets/${ticket.number}`,
      topic: 'filed',
      scope: `ticket:${ticket.id}:filed`,
      severity: 'normal',
    };
    expect(notifications).toEqual([
      {
        recipients: { type: 'entity', entityRef: [userRef('requester')] },
        payload: {
          ...payload,
          title: `Your ticket ${ticket.number} was filed`,
        },
      },
      {
        recipients: {
          type: 'entity',
          entityRef: [userRef('agent'), userRef('second-agent')],
        },
        payload: { ...payload, title: `New ticket ${ticket.number}` },
      },
    ]);
  });

  it('notify of replies and notes without a word of them', async () => {
    const { as, notified } = await startPortal(id);
    const { id: ticket, number } = await as('requester').fileTicket({
      subject: 'Nothing works',
      assets: [asset],
    });
    await as('second-agent').takeOver(ticket);
    await notified();

    await as('agent').addMessage(ticket, { kind: 'reply', body: 'OPEN WORDS' });
    await as('agent').addMessage(ticket, {
      kind: 'note',
      body: 'SECRET WORDS',
    });
    const { notifications } = await notified();

    expect(
      notifications.map(sent => [sent.payload.title, addressees(sent)]).sort(),
    ).toEqual([
      [`New note on ticket ${number}`, [userRef('second-agent')]],
      [
        `New reply to ticket ${number}`,
        [userRef('requester'), userRef('second-agent')],
      ],
    ]);
    expect(JSON.stringify(notifications)).not.toMatch(/WORDS/);
  });

  it('signal the id of a ticket that changed, and nothing else, to those only who may read it', async () => {
    const { as, notified } = await startPortal(id);
    const { id: ticket } = await as('requester').fileTicket({
      subject: 'Nothing works',
      assets: [asset],
    });
    await notified();
    const signalTo = (...names: string[]) => ({
      channel: 'tickets',
      message: { ticket },
      recipients: { type: 'user', entityRef: names.map(userRef) },
    });

    await as('agent').addMessage(ticket, { kind: 'reply', body: 'Hello' });
    const reply = await notified();
    expect(reply.signals.map(inOrder)).toEqual([
      signalTo(
        'admin',
        'agent',
        'colleague',
        'other-agent',
        'requester',
        'second-agent',
      ),
    ]);

    await as('agent').addMessage(ticket, { kind: 'note', body: 'Psst' });
    const note = await notified();
    expect(note.signals.map(inOrder)).toEqual([
      signalTo('admin', 'agent', 'other-agent', 'second-agent'),
    ]);

    await as('agent').editTicket(ticket, { visibility: 'confidential' });
    const hidden = await notified();
    expect(hidden.signals.map(inOrder)).toEqual([
      signalTo('admin', 'agent', 'requester', 'second-agent'),
    ]);
  });

  it('tell nothing of what an import brings', async () => {
    const knex = await databases.init(id);
    const delivered: TicketNotification[] = [];
    const oldDesk = createBackendModule({
      pluginId: 'tickets',
      moduleId: 'old-desk',
      register: env =>
        env.registerInit({
          deps: {
            channels: ticketsChannelsExtensionPoint,
            imports: ticketsImportExtensionPoint,
          },
          async init({ channels, imports }) {
            channels.addChannel({
              id: 'memory',
              events: notificationEventSchema.options,
              async deliver(notification) {
                delivered.push(notification);
              },
            });
            imports.addImport({
              id: 'old-desk',
              async run(old) {
                const at = new Date('2025-03-01T08:00:00Z');
                const { id: ticket } = await old
                  .as(userRef('requester'), at)
                  .fileTicket({ subject: 'Long ago', assets: [asset] });
                await old
                  .as(userRef('agent'), at)
                  .addMessage(ticket, { kind: 'reply', body: 'Done' });
              },
            });
          },
        }),
    });
    const desk = await startTestDesk({ knex, features: [oldDesk] });
    stops.push(desk.stop);
    await eventually(async () => (await knex('tickets')).length === 1);

    await desk
      .as('requester')
      .fileTicket({ subject: 'Today', assets: [asset] });
    await untilEmpty(knex);
    expect(
      delivered.map(({ ticket, event }) => `${ticket.subject}: ${event}`),
    ).toEqual(expect.arrayContaining(['Today: filed', 'Today: changed']));
    expect(delivered.map(({ ticket }) => ticket.subject)).not.toContain(
      'Long ago',
    );
  });
});

describe('a portal without notifications and signals', () => {
  it('has a desk all the same, which tells nobody and keeps nothing', async () => {
    const knex = await databases.init('SQLITE_3');
    const desk = await startTestDesk({ knex });
    stops.push(desk.stop);
    await desk.as('requester').fileTicket({ subject: 'Help', assets: [asset] });
    await untilEmpty(knex);
    await expect(knex('ticket_outbox').select()).resolves.toEqual([]);
  });
});

/** Recipients come in the order in which they were found. */
function inOrder({ recipients, ...signal }: SignalPayload) {
  return {
    ...signal,
    recipients:
      recipients.type === 'user'
        ? { ...recipients, entityRef: [recipients.entityRef].flat().sort() }
        : recipients,
  };
}

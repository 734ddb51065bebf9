import { mockServices } from '@backstage/backend-test-utils';
import type { TicketNotification } from '@portaldesk/plugin-tickets-node';
import { delivery } from '../__testUtils__/delivery';
import { notificationsChannel } from './notificationsChannel';
import type { Pace } from './pace';
import { english } from './texts/en';

const notification: TicketNotification = {
  id: '1',
  event: 'sla-breach',
  ticket: { id: 'id-1', number: 'T 2026/1', subject: 'Help' },
  actor: 'user:default/agent',
  at: new Date(0),
  recipients: [
    { ref: 'user:default/jane', roles: ['assignee'], seesInternal: true },
  ],
  audience: [],
};

function channel(
  failure: string | undefined,
  installed: string[],
  pace: () => Pace = () => 'free',
) {
  const send = jest.fn(async (_notification: unknown) => {
    if (failure !== undefined) {
      throw new Error(failure);
    }
  });
  const forget = jest.fn(async () => {});
  const logger = mockServices.logger.mock();
  const instance = {
    ...mockServices.rootInstanceMetadata(),
    getInstalledPlugins: async () =>
      installed.map(pluginId => ({ pluginId, modules: [] })),
  };
  return {
    send,
    forget,
    logger,
    ...notificationsChannel({
      notifications: { send },
      instance,
      logger,
      page: '/help',
      texts: english,
      notified: { record: async () => {}, forget },
      clock: () => new Date(0),
      pace,
    }),
  };
}

const ABSENT =
  'Failed to send notifications: Error: Request failed with status 404';

describe('notificationsChannel', () => {
  it('leads to the ticket, whatever its number looks like', async () => {
    const { deliver, send } = channel(undefined, ['notifications']);
    await deliver(notification, delivery);
    expect(send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: ['user:default/jane'] },
      payload: expect.objectContaining({
        title: 'Ticket T 2026/1 has missed its SLA deadline',
        link: '/help/T%202026%2F1',
        severity: 'high',
      }),
    });
  });

  it.each([
    ['sla-warning', 'response', 'The first reply to ticket T1 is due soon'],
    [
      'sla-breach',
      'resolution',
      'Ticket T1 has missed its resolution deadline',
    ],
    ['sla-breach', 'inactivity', 'Ticket T1 has had no activity'],
  ] as const)(
    'says of %s which deadline it is about, of which none hides another: %s',
    async (event, type, title) => {
      const { deliver, send } = channel(undefined, ['notifications']);
      const deadline = { type, dueAt: new Date(0) };
      const ticket = { ...notification.ticket, number: 'T1' };
      await deliver({ ...notification, ticket, event, deadline }, delivery);
      expect(send).toHaveBeenCalledWith(
        expect.objectContaining({
          payload: expect.objectContaining({
            title,
            topic: event,
            scope: `ticket:id-1:${event}:${type}`,
          }),
        }),
      );
    },
  );

  it('tells who lost access what to do, and leads to no ticket', async () => {
    const { deliver, send } = channel(undefined, ['notifications']);
    await deliver({ ...notification, event: 'access-lost' }, delivery);
    expect(send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: ['user:default/jane'] },
      payload: expect.objectContaining({
        title: 'You no longer have access to ticket T 2026/1',
        description:
          'It was moved, restricted or deleted. If you still need it, ask the people who work on it.',
        link: '/help',
        severity: 'normal',
      }),
    });
  });

  it('goes on where a delivery ended that was cut off, and notifies nobody twice', async () => {
    const { deliver, send } = channel(
      undefined,
      ['notifications'],
      () => 'slow',
    );
    const recipients = ['a', 'b', 'c', 'd', 'e'].map(name => ({
      ...notification.recipients[0],
      ref: `user:default/${name}`,
    }));
    const toMany = { ...notification, recipients };
    send.mockImplementation(async () => {
      if (send.mock.calls.length === 2) {
        throw new Error('out of order');
      }
    });
    await expect(deliver(toMany, delivery)).rejects.toThrow('out of order');
    await deliver(toMany, delivery);
    expect(
      send.mock.calls.map(
        ([sent]) =>
          (sent as { recipients: { entityRef: string[] } }).recipients
            .entityRef,
      ),
    ).toEqual(
      ['a b', 'c d', 'c d', 'e'].map(names =>
        names.split(' ').map(name => `user:default/${name}`),
      ),
    );
    // what came to an end is no longer known
    await deliver(toMany, delivery);
    expect(send).toHaveBeenCalledTimes(7);
  });

  it('sends nothing when there is nobody to send it to', async () => {
    const { deliver, send } = channel(undefined, ['notifications']);
    await deliver({ ...notification, recipients: [] }, delivery);
    expect(send).not.toHaveBeenCalled();
  });

  it('gives up, and says so once, in a portal without notifications', async () => {
    const { deliver, forget, logger, withdraw } = channel(ABSENT, [
      'tickets',
      'catalog',
    ]);
    await deliver(notification, delivery);
    await deliver(notification, delivery);
    expect(logger.info).toHaveBeenCalledTimes(1);
    // nobody has anything that would have to be taken back
    const notified = {
      ticketId: 'id-1',
      scope: 'ticket:id-1:sla-breach',
      people: ['user:default/jane'],
    };
    expect(forget).toHaveBeenCalledWith(notified, new Date(0));
    await expect(withdraw(notified)).resolves.toBeUndefined();
  });

  it.each([
    ['is installed and not found yet', ABSENT, ['notifications']],
    ['cannot be reached in another process', 'fetch failed', ['tickets']],
    [
      'fails in another process',
      'Failed to send notifications: Error: Request failed with status 503',
      ['tickets'],
    ],
  ])(
    'fails when the notifications backend %s',
    async (_, failure, installed) => {
      const { deliver } = channel(failure, installed);
      await expect(deliver(notification, delivery)).rejects.toThrow(failure);
    },
  );
});

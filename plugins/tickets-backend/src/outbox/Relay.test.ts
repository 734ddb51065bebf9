import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationEvent } from '@portaldesk/plugin-tickets-common';
import {
  ChannelUnavailableError,
  PermanentDeliveryError,
  type DeliveryOptions,
  type TicketChannel,
  type TicketNotification,
} from '@portaldesk/plugin-tickets-node';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { caller, testDesk } from '../__testUtils__/testDesk';
import { ThrottledLogger } from '../desk/ThrottledLogger';
import { createDesk } from '../desk/createDesk';
import {
  discardFailedNotification,
  listFailedNotifications,
  retryFailedNotification,
} from '../desk/notifications/failedNotifications';
import { TicketStore } from '../store/tickets/TicketStore';
import { Relay } from './Relay';
import type { Pace } from './pace';

jest.setTimeout(60_000);

const databases = testDatabases();

interface TestChannel extends TicketChannel {
  readonly delivered: TicketNotification[];
}

/** A channel that keeps what it is given, and does first what `act` does. */
function testChannel(
  act: (
    notification: TicketNotification,
    options: DeliveryOptions,
  ) => Promise<void> | void = () => {},
  options: { id?: string; events?: NotificationEvent[] } = {},
): TestChannel {
  const delivered: TicketNotification[] = [];
  return {
    id: 'test',
    ...options,
    delivered,
    async deliver(notification, delivery) {
      await act(notification, delivery);
      delivered.push(notification);
    },
  };
}

/** A desk whose replica is awake only when a test says so. */
async function deskWith(knex: Knex, ...channels: TicketChannel[]) {
  const { context, clock } = await testDesk(knex);
  const logger = mockServices.logger.mock();
  const load: { pace: Pace } = { pace: 'free' };
  const relayTo = (...replicaChannels: TicketChannel[]) =>
    new Relay(replicaChannels, {
      context,
      throttledLogger: new ThrottledLogger(logger, context.clock),
      random: () => 0.5,
      pace: () => load.pace,
    });
  const relay = relayTo(...channels);
  const wake = jest.fn();
  const notifying = {
    ...context,
    outboxSignal: {
      channelsFor: (event: NotificationEvent) => relay.channelsFor(event),
      wake,
    },
  };
  const desk = createDesk(notifying);
  return {
    desk,
    clock,
    context: notifying,
    knex,
    logger,
    /** How much the process of the replicas has to do. */
    load,
    relayTo,
    wake,
    file: () =>
      desk.fileTicket(caller('requester'), {
        subject: 'Help',
        assets: ['component:default/queue'],
      }),
    /** Lets the replica deliver all that is due. */
    relay: async (replica = relay) => {
      replica.wake();
      await replica.idle();
    },
    waiting: () =>
      knex('ticket_outbox').select().orderBy('seq') as Promise<
        { attempts: number; due_at: unknown; last_error: string | null }[]
      >,
  };
}

function notified(notifications: readonly TicketNotification[]) {
  return notifications.map(
    ({ event, recipients }) =>
      `${event}: ${recipients
        .map(({ ref }) => ref.replace('user:default/', ''))
        .sort()
        .join(', ')}`,
  );
}

describe.each(databases.ids)('Relay on %s', id => {
  async function start(...channels: TicketChannel[]) {
    return deskWith(await databases.init(id), ...channels);
  }

  it('parks what nobody delivered for a day because its channel was taken out', async () => {
    const { clock, file, logger, relayTo, waiting } = await start(
      testChannel(undefined, { id: 'gone' }),
      testChannel(undefined, { id: 'here' }),
    );
    await file();
    const without = relayTo(testChannel(undefined, { id: 'here' }));
    clock.advance(60);
    await without.failStranded();
    expect((await waiting()).map(row => row.due_at)).not.toContain(null);

    clock.advance(24 * 60);
    await without.failStranded();
    const failed = (await waiting()).filter(row => row.due_at === null);
    expect(failed).toMatchObject([
      { channel: 'gone', last_error: 'No channel with this id is installed' },
    ]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('tells those concerned once it is committed, and keeps nothing afterwards', async () => {
    const channel = testChannel();
    const { desk, file, relay, waiting, wake } = await start(channel);
    const ticket = await file();
    expect(wake).toHaveBeenCalledTimes(1);
    expect(channel.delivered).toEqual([]);
    await desk.addMessage(
      caller('agent'),
      { ticket: ticket.id },
      { kind: 'reply', body: 'Which one?' },
    );

    await relay();

    expect(notified(channel.delivered).sort()).toEqual([
      'filed: agent, requester, second-agent',
      'replied: requester',
    ]);
    const reply = channel.delivered.find(({ event }) => event === 'replied');
    expect(reply).toMatchObject({
      ticket: { id: ticket.id, number: ticket.number, subject: 'Help' },
      actor: 'user:default/agent',
      at: new Date('2026-05-05T08:00:00.000Z'),
      messageId: expect.any(String),
      recipients: [
        {
          ref: 'user:default/requester',
          roles: ['requester'],
          seesInternal: false,
        },
      ],
      audience: [{ ref: 'user:default/requester', roles: ['requester'] }],
    });
    await expect(waiting()).resolves.toEqual([]);
  });

  it('gives a channel the groups as well, and says who sees the ticket from inside', async () => {
    const channel = testChannel();
    const { file, relay } = await start(channel);
    await file();
    await relay();
    expect(channel.delivered).toMatchObject([
      {
        recipients: [
          { ref: 'user:default/requester', seesInternal: false },
          { ref: 'user:default/agent', roles: ['team'], seesInternal: true },
          {
            ref: 'user:default/second-agent',
            roles: ['team'],
            seesInternal: true,
          },
        ],
        audience: [
          { ref: 'user:default/requester', roles: ['requester'] },
          { ref: 'group:default/support', roles: ['team'] },
        ],
      },
    ]);
  });

  it('keeps notices of a rolled back change to itself', async () => {
    const channel = testChannel();
    const { context, file, relay, waiting, wake } = await start(channel);
    const ticket = await file();
    await relay();
    wake.mockClear();
    const failing = context.store.transaction(async store => {
      await createDesk({ ...context, store }).addMessage(
        caller('agent'),
        { ticket: ticket.id },
        { kind: 'reply', body: 'Never said' },
      );
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(wake).not.toHaveBeenCalled();
    await expect(waiting()).resolves.toEqual([]);
  });

  it('wakes when the outermost transaction is committed, not before', async () => {
    const { context, wake, file } = await start(testChannel());
    const ticket = await file();
    wake.mockClear();
    await context.store.transaction(async store => {
      await createDesk({ ...context, store }).addMessage(
        caller('agent'),
        { ticket: ticket.id },
        { kind: 'reply', body: 'Hello' },
      );
      expect(wake).not.toHaveBeenCalled();
    });
    expect(wake).toHaveBeenCalledTimes(1);
  });

  it('writes nothing for events that no channel delivers', async () => {
    const channel = testChannel(() => {}, { events: ['rated'] });
    const { file, waiting, wake } = await start(channel);
    await file();
    await expect(waiting()).resolves.toEqual([]);
    expect(wake).not.toHaveBeenCalled();
  });

  it('gives every channel its own copy under the same id', async () => {
    const one = testChannel(() => {}, { id: 'one' });
    const other = testChannel(() => {}, { id: 'other' });
    const { file, relay } = await start(one, other);
    await file();
    await relay();
    expect(one.delivered).toHaveLength(1);
    expect(other.delivered).toEqual(one.delivered);
  });

  it('delivers each notice once, however many replicas take from the outbox', async () => {
    const channels = Array.from({ length: 4 }, () =>
      testChannel(() => new Promise(resolve => setTimeout(resolve, 5))),
    );
    const { file, relay, relayTo, waiting } = await start(channels[0]);
    for (let count = 0; count < 25; count++) {
      await file();
    }
    await Promise.all(channels.map(channel => relay(relayTo(channel))));

    const shares = channels.map(({ delivered }) => delivered);
    expect(shares.filter(({ length }) => length > 0).length).toBeGreaterThan(1);
    const ids = shares.flat().map(notification => notification.id);
    expect(ids).toHaveLength(25);
    expect(new Set(ids).size).toBe(25);
    await expect(waiting()).resolves.toEqual([]);
  });

  it('tries again with growing pauses, and parks what cannot be delivered in a day', async () => {
    const attempts: { id: string; at: number }[] = [];
    const present = { clock: () => new Date() };
    const channel = testChannel(notification => {
      attempts.push({ id: notification.id, at: present.clock().getTime() });
      throw new Error('mailbox on fire');
    });
    const { file, relay, clock, waiting, logger } = await start(channel);
    present.clock = clock.now;
    const begin = clock.now().getTime();
    await file();

    for (let minute = 0; minute < 32 * 60 && attempts.length < 11; minute++) {
      await relay();
      const [{ due_at: due }] = await waiting();
      if (due === null) {
        break;
      }
      // right before it is due nothing happens
      const dueAt = new Date(due as string | number | Date).getTime();
      clock.set(new Date(dueAt - 1));
      const before = attempts.length;
      await relay();
      expect(attempts).toHaveLength(before);
      clock.set(new Date(dueAt));
    }

    expect(attempts.map(({ at }) => (at - begin) / 1000)).toEqual([
      0, 10, 40, 130, 400, 1210, 3640, 10930, 32800, 98410,
    ]);
    expect(new Set(attempts.map(attempt => attempt.id)).size).toBe(1);
    await expect(waiting()).resolves.toMatchObject([
      { attempts: 10, due_at: null, last_error: 'mailbox on fire' },
    ]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/ filed\) .* failed after .*: mailbox on fire$/),
    );
  });

  it('counts no attempts while a channel is unavailable, and goes on where it was', async () => {
    let isAway = true;
    const order: string[] = [];
    const channel: TicketChannel = {
      id: 'test',
      inOrder: true,
      async deliver({ ticket, event }) {
        if (isAway) {
          throw new ChannelUnavailableError('the server is away');
        }
        // later ones are quicker
        await new Promise(resolve =>
          setTimeout(resolve, event === 'filed' ? 30 : 1),
        );
        order.push(`${ticket.id} ${event}`);
      },
    };
    const { desk, file, relay, clock, waiting, logger } = await start(channel);
    const expected: Record<string, string[]> = {};
    for (let count = 0; count < 6; count += 1) {
      const { id: ticket } = await file();
      await relay();
      clock.advance(10);
      await desk.addMessage(
        caller('agent'),
        { ticket },
        { kind: 'reply', body: 'Which one?' },
      );
      await relay();
      clock.advance(1);
      await relay();
      await desk.changeStatus(
        caller('agent'),
        { ticket },
        { status: 'solved' },
      );
      expected[ticket] = ['filed', 'replied', 'solved'];
    }
    expect(order).toEqual([]);
    expect((await waiting()).map(({ attempts }) => attempts)).toEqual(
      Array.from({ length: 18 }, () => 0),
    );
    // seen many times, and said now and then
    expect(logger.warn.mock.calls.flat().join()).toContain(
      'wait for the channel test: the server is away',
    );

    isAway = false;
    await relay();
    // it rests
    expect(order).toEqual([]);
    clock.advance(1);
    await relay();
    await expect(waiting()).resolves.toEqual([]);
    const byTicket = Object.fromEntries(
      Object.keys(expected).map(ticket => [
        ticket,
        order
          .filter(text => text.startsWith(ticket))
          .map(text => text.split(' ')[1]),
      ]),
    );
    expect(byTicket).toEqual(expected);
  });

  it('delivers what failed before', async () => {
    let fails = 2;
    const channel = testChannel(() => {
      if (fails-- > 0) {
        throw new Error('not now');
      }
    });
    const { file, relay, clock, waiting } = await start(channel);
    await file();
    await relay();
    clock.advance(1);
    await relay();
    clock.advance(1);
    await relay();
    expect(channel.delivered).toHaveLength(1);
    await expect(waiting()).resolves.toEqual([]);
  });

  it('parks at once what can never be delivered', async () => {
    const channel = testChannel(() => {
      throw new PermanentDeliveryError('no such address');
    });
    const { file, relay, waiting } = await start(channel);
    await file();
    await relay();
    await expect(waiting()).resolves.toMatchObject([
      { attempts: 1, due_at: null, last_error: 'no such address' },
    ]);
  });

  it('delivers again what a replica had taken when it died', async () => {
    const dying = testChannel(() => new Promise(() => {}));
    const channel = testChannel();
    const { file, relay, relayTo, clock, waiting } = await start(channel);
    await file();
    const dead = relayTo(dying);
    dead.wake();
    await eventually(async () => (await waiting())[0]?.attempts === 1);

    await relay();
    expect(channel.delivered).toEqual([]);
    clock.advance(1);
    await relay();
    expect(notified(channel.delivered)).toEqual([
      'filed: agent, requester, second-agent',
    ]);
    await expect(waiting()).resolves.toEqual([]);
  });

  it('parks what ended with the process each time', async () => {
    const channel = testChannel();
    const { context, file, relay, clock, waiting } = await start(channel);
    await file();
    for (let crash = 0; crash < 10; crash++) {
      const now = clock.now();
      await context.store.outbox.claim('test', {
        now,
        until: new Date(now.getTime() + 60_000),
        limit: 1,
      });
      clock.advance(1);
    }
    await relay();
    expect(channel.delivered).toEqual([]);
    await expect(waiting()).resolves.toMatchObject([
      { due_at: null, last_error: 'no attempt came to an end' },
    ]);
  });

  it('lets a late failure change nothing for who has it now', async () => {
    const { context, file, clock, waiting } = await start(testChannel());
    const { outbox } = context.store;
    const claim = () => {
      const now = clock.now();
      const until = new Date(now.getTime() + 60_000);
      return outbox.claim('test', { now, until, limit: 1 });
    };
    await file();
    const [late] = await claim();
    clock.advance(1);
    await claim();

    await outbox.reschedule(late, new Date(0), 'too late');
    await expect(outbox.markFailed(late, 'too late')).resolves.toBe(false);
    const [row] = await waiting();
    expect(row).toMatchObject({ attempts: 2, last_error: null });
    expect(new Date(row.due_at as string)).toEqual(
      new Date(clock.now().getTime() + 60_000),
    );
  });

  it('lets what is under way come to its end when it stops, and takes nothing more', async () => {
    let finish = () => {};
    let begun = 0;
    const channel = testChannel(() => {
      begun += 1;
      return new Promise<void>(resolve => {
        finish = resolve;
      });
    });
    const { file, relayTo, waiting } = await start(channel);
    await file();
    const replica = relayTo(channel);
    replica.wake();
    await eventually(async () => begun === 1);
    await file();

    const stopped = replica.stop();
    replica.wake();
    finish();
    await stopped;
    expect(channel.delivered).toHaveLength(1);
    expect(begun).toBe(1);
    await expect(waiting()).resolves.toHaveLength(1);
  });

  describe.each<[string, Pace, number]>([
    ['several at the same time', 'free', 8],
    ['one after the other while the process is busy', 'slow', 1],
  ])('delivers %s', (_what, pace, most) => {
    it('until all is delivered', async () => {
      let present = 0;
      const atOnce: number[] = [];
      const channel = testChannel(async () => {
        present += 1;
        atOnce.push(present);
        await new Promise(resolve => setTimeout(resolve, 5));
        present -= 1;
      });
      const { file, relay, load, waiting } = await start(channel);
      load.pace = pace;
      for (let count = 0; count < 20; count++) {
        await file();
      }
      await relay();
      expect(Math.max(...atOnce)).toBe(most);
      expect(channel.delivered).toHaveLength(20);
      await expect(waiting()).resolves.toEqual([]);
    });
  });

  describe('while people are at work', () => {
    /**
     * Deliveries that take 50 ms each, in a process that is busy. None ends
     * before as many run as `company` says, or for 50 ms of the real time.
     */
    async function busy(filings: number) {
      let present = 0;
      let advance = (_minutes: number) => {};
      const atOnce: number[] = [];
      const company = { wanted: 1 };
      const channel = testChannel(async () => {
        present += 1;
        atOnce.push(present);
        let tries = 0;
        do {
          await new Promise(resolve => setTimeout(resolve, 1));
        } while (present < company.wanted && tries++ < 50);
        advance(50 / 60_000);
        present -= 1;
      });
      const started = await start(channel);
      advance = started.clock.advance;
      started.load.pace = 'slow';
      for (let count = 0; count < filings; count++) {
        await started.file();
      }
      /** How many are delivered, once it has looked again and again. */
      const delivered = async () => {
        await new Promise(resolve => setTimeout(resolve, 80));
        return channel.delivered.length;
      };
      const delivers = (count: number) =>
        eventually(async () => channel.delivered.length === count);
      return { ...started, atOnce, company, delivered, delivers };
    }

    it('rests after each delivery, three times as long as that took', async () => {
      const { clock, delivers, relay, delivered } = await busy(3);
      await relay();
      expect(await delivered()).toBe(1);
      clock.advance(149 / 60_000);
      expect(await delivered()).toBe(1);
      clock.advance(1 / 60_000);
      await delivers(2);
      expect(await delivered()).toBe(2);
      clock.advance(150 / 60_000);
      await delivers(3);
    });

    it('goes on without a rest when nobody is at work any more', async () => {
      const { delivers, load, relay, delivered } = await busy(5);
      await relay();
      expect(await delivered()).toBe(1);
      load.pace = 'free';
      await delivers(5);
    });

    it('takes no more rest when somebody has waited for long', async () => {
      const { atOnce, clock, delivers, file, relay, delivered } = await busy(5);
      await relay();
      expect(await delivered()).toBe(1);
      clock.advance(10 / 60);
      await delivers(5);
      expect(Math.max(...atOnce)).toBe(1);

      // then it has caught up, and rests again
      clock.advance(1);
      await file();
      await file();
      await relay();
      expect(await delivered()).toBe(6);
    });

    it('delivers several at the same time when somebody has waited for longer', async () => {
      const { atOnce, clock, company, delivers, relay, delivered } =
        await busy(20);
      await relay();
      expect(await delivered()).toBe(1);
      company.wanted = 3;
      clock.advance(20 / 60);
      await delivers(20);
      expect(Math.max(...atOnce)).toBe(3);
    });

    it('does not rest for an hour when the clock is set back by one', async () => {
      const { clock, delivers, relay, delivered } = await busy(2);
      await relay();
      expect(await delivered()).toBe(1);
      clock.advance(-60);
      await delivers(2);
    });
  });

  it('gives back what it took and did not begin when it stops', async () => {
    let finish = () => {};
    let begun = 0;
    const channel = testChannel(() => {
      begun += 1;
      return new Promise<void>(resolve => {
        finish = resolve;
      });
    });
    const other = testChannel();
    const { file, load, relay, relayTo, waiting } = await start(other);
    load.pace = 'slow';
    for (let count = 0; count < 3; count++) {
      await file();
    }
    const replica = relayTo(channel);
    replica.wake();
    await eventually(async () => begun === 1);
    expect((await waiting()).map(({ attempts }) => attempts)).toEqual([
      1, 1, 1,
    ]);

    const stopped = replica.stop();
    finish();
    await stopped;
    expect((await waiting()).map(({ attempts }) => attempts)).toEqual([0, 0]);
    await relay();
    expect(channel.delivered).toHaveLength(1);
    expect(other.delivered).toHaveLength(2);
  });

  it('gives back what waited too long to come to its end in time', async () => {
    const took: number[] = [];
    let passTime = () => {};
    const channel = testChannel(() => passTime());
    const { clock, context, file, load, relay, waiting } = await start(channel);
    const claim = jest.spyOn(context.store.outbox, 'claim');
    load.pace = 'slow';
    for (let count = 0; count < 3; count++) {
      await file();
    }
    passTime = () => {
      // more than a delivery may take
      clock.advance(0.6);
      took.push(claim.mock.calls.length);
    };
    await relay();
    // the others were taken anew, since their time was over before their turn
    // came, and then had waited for so long that they had no turns any more
    expect(took).toEqual([1, 2, 2]);
    expect(
      new Set(channel.delivered.map(({ id: notification }) => notification))
        .size,
    ).toBe(3);
    await expect(waiting()).resolves.toEqual([]);
  });

  it('looks up the tickets of all that it takes at once', async () => {
    const channel = testChannel();
    const { file, relay } = await start(channel);
    for (let count = 0; count < 5; count++) {
      await file();
    }
    const findTicket = jest.spyOn(TicketStore.prototype, 'find');
    const findTickets = jest.spyOn(TicketStore.prototype, 'findByIds');
    await relay();
    expect(channel.delivered).toHaveLength(5);
    expect(findTickets).toHaveBeenCalledTimes(1);
    expect(findTicket).not.toHaveBeenCalled();
    findTicket.mockRestore();
    findTickets.mockRestore();
  });

  it('leaves out who lost access while a notice waited for its turn', async () => {
    let meanwhile: () => Promise<void> = async () => {};
    const channel = testChannel(() => meanwhile());
    const { desk, file, relay, clock, load } = await start(channel);
    load.pace = 'slow';
    await file();
    const { id: ticket } = await file();
    const agent = caller('agent');
    await desk.addPerson(
      agent,
      { ticket },
      { ref: 'user:default/outsider', role: 'cc' },
    );
    await desk.addMessage(agent, { ticket }, { kind: 'reply', body: 'Hi' });
    meanwhile = async () => {
      meanwhile = async () => {};
      clock.advance(0.1);
      await desk.removePerson(
        agent,
        { ticket },
        { ref: 'user:default/outsider', role: 'cc' },
      );
    };
    await relay();
    clock.advance(0.1);
    const replied = () =>
      notified(channel.delivered).filter(one => one.startsWith('replied'));
    await eventually(async () => replied().length > 0);
    expect(replied()).toEqual(['replied: requester']);
  });

  it('leaves what only a later version can tell to one, and drops nothing of it', async () => {
    const channel = testChannel();
    const { clock, context, file, knex, relay, waiting } = await start(channel);
    await file();
    const [{ notice }] = await knex('ticket_outbox').select('notice');
    const later = JSON.stringify({ ...JSON.parse(notice), event: 'sung' });
    await knex('ticket_outbox').update({ notice: later });
    await relay();
    expect(channel.delivered).toEqual([]);
    await expect(waiting()).resolves.toMatchObject([
      { attempts: 1, last_error: expect.stringContaining('"sung"') },
    ]);

    for (let attempt = 2; attempt <= 10; attempt++) {
      clock.advance(24 * 60);
      await relay();
    }
    expect(channel.delivered).toEqual([]);
    await expect(waiting()).resolves.toMatchObject([{ due_at: null }]);

    await knex('ticket_outbox').update({ notice });
    const { outbox } = context.store;
    const [{ id: failed }] = await outbox.listFailed({ limit: 1 });
    await outbox.retryFailed(failed, clock.now());
    await relay();
    expect(notified(channel.delivered)).toHaveLength(1);
    await expect(waiting()).resolves.toEqual([]);
  });

  it('does not let a slow channel keep others waiting', async () => {
    let finish = () => {};
    const slow = testChannel(
      () =>
        new Promise<void>(resolve => {
          finish = resolve;
        }),
      { id: 'slow' },
    );
    const quick = testChannel(() => {}, { id: 'quick' });
    const { file, relayTo } = await start(slow, quick);
    await file();
    const replica = relayTo(slow, quick);
    replica.wake();
    await eventually(async () => quick.delivered.length === 1);
    expect(slow.delivered).toEqual([]);
    finish();
    await replica.idle();
  });

  describe('between commit and delivery', () => {
    it('leaves out who lost access', async () => {
      const channel = testChannel();
      const { desk, file, relay } = await start(channel);
      const { id: ticket } = await file();
      const agent = caller('agent');
      await desk.addPerson(
        agent,
        { ticket },
        { ref: 'user:default/outsider', role: 'cc' },
      );
      await desk.addPerson(
        agent,
        { ticket },
        { ref: 'user:default/colleague', role: 'watcher' },
      );
      await relay();
      channel.delivered.length = 0;

      await desk.addMessage(agent, { ticket }, { kind: 'reply', body: 'Hi' });
      await desk.removePerson(
        agent,
        { ticket },
        { ref: 'user:default/outsider', role: 'cc' },
      );
      await desk.editTicket(agent, { ticket }, { visibility: 'confidential' });
      await relay();
      expect(notified(channel.delivered).sort()).toEqual([
        'access-lost: colleague',
        'access-lost: outsider',
        'replied: requester',
      ]);
    });

    it('tells nobody of a ticket that is gone, except that it is', async () => {
      const people = testChannel(() => {}, { id: 'people' });
      const screens = testChannel(() => {}, {
        id: 'screens',
        events: ['changed', 'deleted'],
      });
      const { desk, file, relay, waiting } = await start(people, screens);
      const { id: ticket } = await file();
      await desk.deleteTicket(caller('admin'), { ticket });
      await relay();
      expect(notified(people.delivered)).toEqual(['access-lost: requester']);
      expect(notified(screens.delivered)).toEqual([
        'deleted: admin, agent, colleague, other-agent, requester, second-agent',
      ]);
      await expect(waiting()).resolves.toEqual([]);
    });

    it('tells nobody who is muted that a ticket is gone', async () => {
      const channel = testChannel(() => {}, { events: ['access-lost'] });
      const { desk, file, relay } = await start(channel);
      const agent = caller('agent');
      const { id: ticket } = await file();
      for (const [ref, role] of [
        ['user:default/colleague', 'cc'],
        ['group:default/outsiders', 'to'],
        ['user:default/to-person', 'watcher'],
        ['user:default/other-agent', 'watcher'],
      ] as const) {
        await desk.addPerson(agent, { ticket }, { ref, role });
      }
      await desk.takeOver(agent, { ticket });
      await desk.editTicket(agent, { ticket }, { notifyRequester: false });
      await relay();
      channel.delivered.length = 0;
      await desk.deleteTicket(caller('admin'), { ticket });
      await relay();
      expect(notified(channel.delivered)).toEqual([
        'access-lost: agent, other-agent',
      ]);
    });

    it.each([
      ['tells the requester', true, ['access-lost: requester']],
      ['tells nobody who is muted', false, []],
    ])(
      '%s that access is lost, when the ticket is gone by then',
      async (_what, notifyRequester, expected) => {
        const channel = testChannel(() => {}, { events: ['access-lost'] });
        const { desk, file, relay } = await start(channel);
        const agent = caller('agent');
        const { id: ticket } = await file();
        await desk.editTicket(agent, { ticket }, { notifyRequester });
        await desk.editTicket(agent, { ticket }, { visibility: 'internal' });
        await desk.deleteTicket(caller('admin'), { ticket });
        await relay();
        expect(notified(channel.delivered)).toEqual(expected);
      },
    );

    it('mutes who was muted meanwhile', async () => {
      const channel = testChannel();
      const { desk, file, relay } = await start(channel);
      const { id: ticket } = await file();
      await relay();
      channel.delivered.length = 0;
      const agent = caller('agent');
      await desk.addMessage(agent, { ticket }, { kind: 'reply', body: 'Hi' });
      await desk.editTicket(agent, { ticket }, { notifyRequester: false });
      await relay();
      expect(channel.delivered).toEqual([]);
    });
  });

  it("never tells the requester's side of a note", async () => {
    const channel = testChannel(() => {}, {
      events: ['noted', 'changed'],
    });
    const { desk, file, relay } = await start(channel);
    const { id: ticket } = await file();
    const agent = caller('agent');
    for (const [name, role] of [
      ['colleague', 'watcher'],
      ['outsider', 'to'],
      ['other-agent', 'watcher'],
    ] as const) {
      const ref = `user:default/${name}`;
      await desk.addPerson(agent, { ticket }, { ref, role });
    }
    await desk.addPerson(
      agent,
      { ticket },
      { ref: 'group:default/shop', role: 'watcher' },
    );
    await relay();
    channel.delivered.length = 0;

    await desk.addMessage(agent, { ticket }, { kind: 'note', body: 'Psst' });
    await relay();
    expect(notified(channel.delivered).sort()).toEqual([
      'changed: admin, agent, other-agent, second-agent',
      'noted: other-agent',
    ]);
    expect(channel.delivered.flatMap(({ audience }) => audience)).toEqual(
      expect.not.arrayContaining([
        expect.objectContaining({ ref: 'group:default/shop' }),
        expect.objectContaining({ ref: 'user:default/requester' }),
      ]),
    );
  });

  it('tells of a private message those only whom it is for, admins neither', async () => {
    const channel = testChannel(() => {}, {
      events: ['private-message-added', 'changed'],
    });
    const { desk, file, relay } = await start(channel);
    const { id: ticket } = await file();
    await relay();
    channel.delivered.length = 0;
    await desk.addMessage(
      caller('agent'),
      { ticket },
      {
        kind: 'private',
        body: 'Between us',
        recipients: ['user:default/second-agent'],
      },
    );
    await relay();
    expect(notified(channel.delivered).sort()).toEqual([
      'changed: agent, second-agent',
      'private-message-added: second-agent',
    ]);
  });

  it('hands a channel nothing of what was written', async () => {
    const channel = testChannel();
    const { desk, file, relay } = await start(channel);
    const agent = caller('agent');
    const { id: ticket } = await file();
    await desk.addPerson(
      agent,
      { ticket },
      { ref: 'user:default/other-agent', role: 'watcher' },
    );
    await relay();
    channel.delivered.length = 0;
    for (const [kind, body] of [
      ['note', 'SECRET TEXT'],
      ['reply', 'SPOKEN TEXT'],
    ] as const) {
      await desk.addMessage(agent, { ticket }, { kind, body });
    }
    await relay();
    expect(notified(channel.delivered).sort()).toEqual([
      'noted: other-agent',
      'replied: other-agent, requester',
    ]);
    expect(JSON.stringify(channel.delivered)).not.toMatch(/TEXT/);
  });

  describe('failed notifications', () => {
    async function failed() {
      let broken = true;
      const channel = testChannel(() => {
        if (broken) {
          throw new PermanentDeliveryError('no such address');
        }
      });
      const desk = await start(channel);
      const tickets = [await desk.file(), await desk.file(), await desk.file()];
      await desk.relay();
      return {
        ...desk,
        channel,
        tickets,
        repair: () => {
          broken = false;
        },
      };
    }
    const page = { limit: 2 };

    it('are listed for admins, oldest first, page by page', async () => {
      const { context, tickets } = await failed();
      const first = await listFailedNotifications(
        context,
        caller('admin'),
        page,
      );
      expect(first.items).toEqual(
        tickets.slice(0, 2).map(ticket => ({
          id: expect.any(String),
          channel: 'test',
          ticket: ticket.id,
          event: 'filed',
          createdAt: '2026-05-05T08:00:00.000Z',
          attempts: 1,
          lastError: 'no such address',
        })),
      );
      const second = await listFailedNotifications(context, caller('admin'), {
        ...page,
        cursor: first.nextCursor,
      });
      expect(second).toEqual({
        items: [expect.objectContaining({ ticket: tickets[2].id })],
      });
    });

    it('are delivered when an admin tries them again', async () => {
      const { context, channel, relay, repair, tickets, wake } = await failed();
      const admin = caller('admin');
      const [{ id: notice }] = (
        await listFailedNotifications(context, admin, page)
      ).items;
      repair();
      wake.mockClear();
      await retryFailedNotification(context, admin, notice);
      expect(wake).toHaveBeenCalledTimes(1);
      await relay();
      expect(channel.delivered).toMatchObject([
        { ticket: { id: tickets[0].id } },
      ]);
      const { items } = await listFailedNotifications(context, admin, page);
      expect(items.map(({ ticket }) => ticket)).toEqual([
        tickets[1].id,
        tickets[2].id,
      ]);
      await expect(
        retryFailedNotification(context, admin, notice),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    it('are gone when an admin gives them up', async () => {
      const { context, waiting } = await failed();
      const admin = caller('admin');
      const [{ id: notice }] = (
        await listFailedNotifications(context, admin, page)
      ).items;
      await discardFailedNotification(context, admin, notice);
      await expect(waiting()).resolves.toHaveLength(2);
      await expect(
        discardFailedNotification(context, admin, notice),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    it.each(['agent', 'requester', 'outsider'])(
      'are not for others: %s',
      async name => {
        const { context, waiting } = await failed();
        const who = caller(name);
        for (const attempt of [
          listFailedNotifications(context, who, page),
          retryFailedNotification(context, who, '1'),
          discardFailedNotification(context, who, '1'),
        ]) {
          await expect(attempt).rejects.toMatchObject({
            name: 'NotAllowedError',
          });
        }
        await expect(waiting()).resolves.toHaveLength(3);
      },
    );

    it('are looked for under ids only', async () => {
      const { context, waiting } = await failed();
      const admin = caller('admin');
      for (const notification of [
        "1' or '1'='1",
        '0',
        '-1',
        'x',
        '9'.repeat(30),
      ]) {
        await expect(
          discardFailedNotification(context, admin, notification),
        ).rejects.toMatchObject({ name: 'NotFoundError' });
      }
      await expect(waiting()).resolves.toHaveLength(3);
    });

    it('do not include pending ones', async () => {
      const { file, context, waiting } = await start(testChannel());
      await file();
      const admin = caller('admin');
      const [row] = (await waiting()) as unknown as { seq: number | string }[];
      await expect(
        discardFailedNotification(context, admin, String(row.seq)),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      await expect(
        listFailedNotifications(context, admin, page),
      ).resolves.toEqual({
        items: [],
      });
    });
  });

  it('tries again later what it could not look up', async () => {
    const channel = testChannel();
    const { file, relay, clock, waiting } = await start(channel);
    await file();
    const find = jest
      .spyOn(TicketStore.prototype, 'findByIds')
      .mockRejectedValueOnce(new Error('connection lost'));
    await relay();
    find.mockRestore();
    expect(channel.delivered).toEqual([]);
    await expect(waiting()).resolves.toMatchObject([
      { attempts: 1, last_error: 'connection lost' },
    ]);
    clock.advance(1);
    await relay();
    expect(channel.delivered).toHaveLength(1);
  });

  it('goes on after the outbox could not be read', async () => {
    const channel = testChannel();
    const { context, file, relay, logger } = await start(channel);
    await file();
    const claim = jest
      .spyOn(context.store.outbox, 'claim')
      .mockRejectedValueOnce(new Error('connection lost'));
    await relay();
    claim.mockRestore();
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('Could not read the outbox'),
      expect.objectContaining({ message: 'connection lost' }),
    );
    await relay();
    expect(channel.delivered).toHaveLength(1);
  });
});

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await holds()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error('it did not come to pass');
}

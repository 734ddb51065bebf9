import type { JsonObject } from '@backstage/types';
import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { deskConfig } from '../../__testUtils__/organisation';
import { replay } from '../../__testUtils__/replay';
import { caller, testDesk } from '../../__testUtils__/testDesk';
import { DeskStore } from '../../store/DeskStore';
import { DueStore } from '../../store/due/DueStore';
import { scheduleDueWork } from '../../schedule/scheduleDueWork';
import type { Desk } from '../Desk';
import type { DeskContext } from '../context';
import { closeIdle, runScheduledWork } from './runScheduledWork';
import { readNotification } from '../../store/storedWords';

jest.setTimeout(180_000);

const requester = caller('requester');
const agent = caller('agent');
const page = { limit: 100 };

/** Minutes. */
const DAY = 24 * 60;

const autoClosing = {
  ...deskConfig,
  workflow: { autoClose: { after: { days: 14 } } },
};

/** Those of the default statuses, some of them of another type, some left out. */
function withStatuses(types: Record<string, string>): JsonObject {
  return {
    ...deskConfig,
    statuses: Object.entries(types).map(([id, type]) => ({
      id,
      title: id,
      type,
    })),
  };
}

class SlowDueStore extends DueStore {
  constructor(
    knex: Knex,
    private readonly meanwhile: () => Promise<unknown>,
  ) {
    super(knex);
  }

  async returns(...args: Parameters<DueStore['returns']>) {
    const due = await super.returns(...args);
    await this.meanwhile();
    return due;
  }

  async idle(...args: Parameters<DueStore['idle']>) {
    const idle = await super.idle(...args);
    await this.meanwhile();
    return idle;
  }
}

/** A store on which something happens between finding tickets and changing them. */
function slowStore(knex: Knex, meanwhile: () => Promise<unknown>): DeskStore {
  const due = new SlowDueStore(knex, meanwhile);
  return Object.assign(new DeskStore(knex), { due });
}

const databases = testDatabases();

describe.each(databases.ids)('keeping time on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
  });

  async function start(tickets: JsonObject = deskConfig) {
    const life = await testDesk(knex, {
      tickets,
      context: { outboxSignal: { channelsFor: () => ['log'], wake: () => {} } },
    });
    const { desk, context, clock } = life;
    const later = (minutes: number) =>
      new Date(clock.now().getTime() + minutes * 60_000).toISOString();
    const file = () =>
      desk.fileTicket(requester, {
        subject: 'The queue is full',
        assets: ['component:default/queue'],
      });
    return {
      ...life,
      file,
      later,
      /** A ticket that comes back in so many minutes. */
      filePostponed: async (minutes: number) => {
        const { id: ticket } = await file();
        const until = later(minutes);
        return desk.postponeTicket(agent, { ticket }, { until });
      },
      fileSolved: async () => {
        const { id: ticket } = await file();
        return desk.solveTicket(agent, { ticket }, {});
      },
      get: (ticket: { id: string }) => desk.getTicket(agent, ticket.id),
      /** The desk with another configuration, at the same time. */
      reconfigured: async (other: JsonObject): Promise<DeskContext> =>
        (
          await testDesk(knex, {
            tickets: other,
            context: { clock: clock.now, outboxSignal: context.outboxSignal },
          })
        ).context,
      /** What was recorded that the desk did by itself. */
      ownEvents: async (ticket: { id: string }) => {
        const { items } = await desk.listEvents(agent, ticket.id, page);
        return items.filter(({ actor }) => actor === DESK_ACTOR).reverse();
      },
      /** Who is to be told of what the desk did by itself. */
      notified: async (): Promise<string[]> => {
        const rows = await knex('ticket_outbox').orderBy('seq').pluck('notice');
        return rows
          .map(readNotification)
          .filter(
            ({ actor, event }) => actor === DESK_ACTOR && event !== 'changed',
          )
          .map(
            ({ event, parties }) =>
              `${event}: ${parties.map(({ ref }) => ref).join(', ')}`,
          );
      },
    };
  }

  async function expectReplay(context: DeskContext, ticket: { id: string }) {
    const stored = await context.store.tickets.find(ticket.id);
    const events = await context.store.events.list(ticket.id, page);
    expect(stored).toMatchObject(replay(context, events.reverse()) ?? {});
    expect(stored?.version).toBe(events.at(-1)?.version);
  }

  describe('a postponed ticket', () => {
    it('comes back when its time has come, and not before', async () => {
      const { clock, context, filePostponed, get, ...life } = await start();
      const ticket = await filePostponed(60);
      clock.advance(59);
      await runScheduledWork(context);
      expect(await get(ticket)).toEqual(ticket);

      clock.advance(1);
      await runScheduledWork(context);
      const { postponedUntil, ...before } = ticket;
      expect(postponedUntil).toBeDefined();
      expect(await get(ticket)).toEqual({
        ...before,
        status: 'in-progress',
        portalStatus: 'in-progress',
        light: 'orange',
        version: ticket.version + 1,
        updatedAt: clock.now().toISOString(),
        allowedActions: expect.arrayContaining(['postpone']),
        postponedUntil: null,
      });
      expect(await life.ownEvents(ticket)).toMatchObject([
        {
          detail: {
            type: 'status-changed',
            from: 'postponed',
            to: 'in-progress',
            cause: 'return',
          },
        },
      ]);
      await expectReplay(context, ticket);
    });

    it('comes back once, however often one looks', async () => {
      const { clock, context, filePostponed, notified } = await start();
      await filePostponed(60);
      clock.advance(60);
      await runScheduledWork(context);
      clock.advance(DAY);
      await runScheduledWork(context);
      expect(await notified()).toEqual(['returned: group:default/support']);
    });

    it('tells its assignee that it is work again, and nobody else', async () => {
      const { clock, context, desk, filePostponed, notified } = await start();
      const { id: ticket } = await filePostponed(60);
      await desk.takeOver(caller('second-agent'), { ticket });
      clock.advance(60);
      await runScheduledWork(context);
      expect(await notified()).toEqual(['returned: user:default/second-agent']);
    });

    it('comes back with all others after a week of downtime, however many there are', async () => {
      const { clock, context, filePostponed, get } = await start();
      const tickets = [];
      for (const minutes of [60, 5, 60, DAY, 6 * DAY]) {
        tickets.push(await filePostponed(minutes));
      }
      const waiting = await filePostponed(8 * DAY);
      clock.advance(7 * DAY);
      await runScheduledWork(context, { batch: 2 });
      for (const ticket of tickets) {
        expect(await get(ticket)).toMatchObject({ status: 'in-progress' });
      }
      expect(await get(waiting)).toEqual(waiting);
    });

    it('goes where the configuration says', async () => {
      const { clock, context, filePostponed, get } = await start({
        ...deskConfig,
        workflow: { onReturn: { to: 'waiting-internal' } },
      });
      const ticket = await filePostponed(60);
      clock.advance(60);
      await runScheduledWork(context);
      expect(await get(ticket)).toMatchObject({ status: 'waiting-internal' });
    });

    it('comes back once when two replicas do it at the same time', async () => {
      const { clock, context, filePostponed, get, ...life } = await start();
      const tickets = [];
      for (let index = 0; index < 8; index++) {
        tickets.push(await filePostponed(60));
      }
      clock.advance(60);
      await Promise.all([runScheduledWork(context), runScheduledWork(context)]);
      for (const ticket of tickets) {
        expect(await get(ticket)).toMatchObject({
          status: 'in-progress',
          version: ticket.version + 1,
        });
        expect(await life.ownEvents(ticket)).toHaveLength(1);
      }
      expect(await life.notified()).toHaveLength(tickets.length);
      expect(context.logger.warn).not.toHaveBeenCalled();
    });

    it('comes back once when another replica is faster', async () => {
      const { clock, context, filePostponed, ...life } = await start();
      const ticket = await filePostponed(60);
      clock.advance(60);
      const store = slowStore(knex, () => runScheduledWork(context));
      await runScheduledWork({ ...context, store });
      expect(await life.ownEvents(ticket)).toHaveLength(1);
      expect(await life.notified()).toHaveLength(1);
    });

    it('stays when somebody gives it another time meanwhile', async () => {
      const { clock, context, desk, filePostponed, get, ...life } =
        await start();
      const { id: ticket } = await filePostponed(60);
      clock.advance(60);
      const until = life.later(60);
      const store = slowStore(knex, () =>
        desk.postponeTicket(agent, { ticket }, { until }),
      );
      await runScheduledWork({ ...context, store });
      expect(await get({ id: ticket })).toMatchObject({
        status: 'postponed',
        postponedUntil: until,
      });
      expect(await life.notified()).toEqual([]);
    });

    it('leaves the ticket alone that it was merged into meanwhile', async () => {
      const { clock, context, desk, filePostponed, get, ...life } =
        await start();
      const into = await filePostponed(120);
      const { id: ticket } = await filePostponed(60);
      clock.advance(60);
      const store = slowStore(knex, () =>
        desk.mergeTicket(agent, { ticket }, { into: into.id }),
      );
      await runScheduledWork({ ...context, store });
      expect(await get(into)).toMatchObject({ status: 'postponed' });
      expect(await life.ownEvents(into)).toEqual([]);
    });

    it('for which it fails does not hold up the others, and is tried again', async () => {
      const { clock, context, filePostponed, get } = await start();
      const first = await filePostponed(50);
      const second = await filePostponed(60);
      clock.advance(60);
      const store = new DeskStore(knex);
      jest
        .spyOn(store, 'transaction')
        .mockRejectedValueOnce(new Error('The connection was lost'));
      await runScheduledWork({ ...context, store }, { batch: 1 });
      expect(context.logger.warn).toHaveBeenCalledTimes(1);
      expect(context.logger.warn).toHaveBeenCalledWith(
        `Ticket ${first.id} could not be returned; this will be tried again`,
        expect.any(Error),
      );
      expect(await get(first)).toMatchObject({ status: 'postponed' });
      expect(await get(second)).toMatchObject({ status: 'in-progress' });

      await runScheduledWork({ ...context, store });
      expect(await get(first)).toMatchObject({ status: 'in-progress' });
    });

    it('stays when it is interrupted, and comes back the next time', async () => {
      const { clock, context, filePostponed, get } = await start();
      const ticket = await filePostponed(60);
      clock.advance(60);
      await runScheduledWork(context, { signal: AbortSignal.abort() });
      expect(await get(ticket)).toEqual(ticket);
      await runScheduledWork(context);
      expect(await get(ticket)).toMatchObject({ status: 'in-progress' });
    });

    it.each([
      [
        'is configured no more',
        { new: 'new', doing: 'open', closed: 'closed' },
        'doing',
        ['returned: group:default/support'],
      ],
      [
        'is an open one now',
        { new: 'new', postponed: 'open', closed: 'closed' },
        'postponed',
        ['returned: group:default/support'],
      ],
      [
        'ends a ticket now',
        { new: 'new', postponed: 'solved', closed: 'closed' },
        'postponed',
        [],
      ],
    ])(
      'waits for nothing any more when its status %s',
      async (_what, statuses, status, notified) => {
        const { clock, filePostponed, ...life } = await start();
        const { id: ticket } = await filePostponed(60);
        const context = await life.reconfigured(withStatuses(statuses));
        await runScheduledWork(context);
        expect(await life.ownEvents({ id: ticket })).toEqual([]);

        const before = await context.store.tickets.find(ticket);
        clock.advance(60);
        await runScheduledWork(context);
        await runScheduledWork(context);
        const after = await context.store.tickets.find(ticket);
        expect(after).toMatchObject({ status, postponedUntil: null });
        const [event] = await context.store.events.list(ticket, { limit: 1 });
        expect(after).toMatchObject({
          ...replay(context, [event], before),
          version: event.version,
          internalChanges: event.internalChanges,
        });
        expect(await life.ownEvents({ id: ticket })).toHaveLength(1);
        expect(await life.notified()).toEqual(notified);
      },
    );
  });

  describe('a ticket that nothing happens to any more', () => {
    it('is closed after the configured time, and not before', async () => {
      const { clock, context, fileSolved, get, ...life } =
        await start(autoClosing);
      const ticket = await fileSolved();
      clock.advance(14 * DAY - 1);
      await runScheduledWork(context);
      expect(await get(ticket)).toMatchObject({ status: 'solved', version: 2 });

      clock.advance(1);
      await runScheduledWork(context);
      await runScheduledWork(context);
      expect(await get(ticket)).toMatchObject({
        status: 'closed',
        version: 3,
        endedAt: ticket.endedAt,
        // the portal shows both statuses alike
        updatedAt: ticket.updatedAt,
      });
      expect(await life.ownEvents(ticket)).toMatchObject([
        {
          detail: {
            type: 'status-changed',
            from: 'solved',
            to: 'closed',
            cause: 'auto-close',
          },
        },
      ]);
      expect(await life.notified()).toEqual(['closed: user:default/requester']);
      await expectReplay(context, ticket);
    });

    const bookkeeping: [
      what: string,
      work: (desk: Desk, ticket: string) => Promise<unknown>,
    ][] = [
      [
        'tags',
        (desk, ticket) => desk.editTicket(agent, { ticket }, { tags: ['vpn'] }),
      ],
      [
        'a mute',
        (desk, ticket) =>
          desk.editTicket(agent, { ticket }, { notifyRequester: false }),
      ],
      [
        'a priority',
        (desk, ticket) =>
          desk.editTicket(agent, { ticket }, { priority: 'low' }),
      ],
      [
        'an asset',
        (desk, ticket) =>
          desk.editTicket(
            agent,
            { ticket },
            { assets: ['component:default/website'] },
          ),
      ],
      [
        'a watcher',
        (desk, ticket) =>
          desk.addPerson(
            agent,
            { ticket },
            { ref: agent.ref, role: 'watcher' },
          ),
      ],
      [
        'somebody in Cc',
        (desk, ticket) =>
          desk.addPerson(
            agent,
            { ticket },
            { ref: 'user:default/outsider', role: 'cc' },
          ),
      ],
      [
        'a note',
        (desk, ticket) =>
          desk.addMessage(agent, { ticket }, { kind: 'note', body: 'Hm' }),
      ],
      [
        'a work order',
        (desk, ticket) =>
          desk.createWorkOrder(
            agent,
            { ticket },
            { team: 'group:default/other-support' },
          ),
      ],
      [
        'a rating',
        (desk, ticket) => desk.rateTicket(requester, { ticket }, { stars: 5 }),
      ],
    ];

    it.each(bookkeeping)('is not kept open by %s', async (_what, work) => {
      const { clock, context, desk, fileSolved, get } =
        await start(autoClosing);
      const ticket = await fileSolved();
      clock.advance(10 * DAY);
      await work(desk, ticket.id);
      clock.advance(4 * DAY);
      await runScheduledWork(context);
      expect(await get(ticket)).toMatchObject({ status: 'closed' });
    });

    it('is as old as what an older release wrote last', async () => {
      const { clock, context, fileSolved, get } = await start(autoClosing);
      const ticket = await fileSolved();
      clock.advance(10 * DAY);
      await knex('tickets')
        .where({ id: ticket.id })
        .update({
          version: ticket.version + 1,
          updated_at: clock.now(),
          updated_by: 'user:default/requester',
        });
      clock.advance(4 * DAY);
      await runScheduledWork(context);
      expect(await get(ticket)).toMatchObject({ status: 'solved' });
      clock.advance(10 * DAY);
      await runScheduledWork(context);
      expect(await get(ticket)).toMatchObject({ status: 'closed' });
    });

    it('stays while it is worked on, also where the portal shows nothing of it', async () => {
      const { clock, context, desk, file, get } = await start({
        ...deskConfig,
        workflow: {
          autoClose: { from: ['waiting-internal'], after: { days: 14 } },
        },
      });
      const ticket = await file();
      const setStatus = (status: string) =>
        desk.changeStatus(agent, { ticket: ticket.id }, { status });
      await setStatus('in-progress');
      clock.advance(100 * DAY);
      await setStatus('waiting-internal');
      clock.advance(13 * DAY);
      await runScheduledWork(context);
      expect(await get(ticket)).toMatchObject({ status: 'waiting-internal' });
      await desk.takeOver(agent, { ticket: ticket.id });
      await setStatus('waiting-internal');
      clock.advance(13 * DAY);
      await runScheduledWork(context);
      expect(await get(ticket)).toMatchObject({ status: 'waiting-internal' });
      clock.advance(1 * DAY);
      await runScheduledWork(context);
      expect(await get(ticket)).toMatchObject({ status: 'closed' });
    });

    it('stays where it is, unless it is configured', async () => {
      const { clock, context, fileSolved, get } = await start();
      const ticket = await fileSolved();
      clock.advance(1000 * DAY);
      await runScheduledWork(context);
      expect(await get(ticket)).toMatchObject({ status: 'solved' });
    });

    it('is closed out of every configured status, and out of no other', async () => {
      const { clock, context, desk, file, get, ...life } = await start({
        ...deskConfig,
        workflow: {
          autoClose: {
            from: ['waiting-requester', 'solved'],
            to: 'solved',
            after: { days: 14 },
          },
        },
      });
      const asked = await file();
      await desk.changeStatus(
        agent,
        { ticket: asked.id },
        { status: 'waiting-requester' },
      );
      const solved = await life.fileSolved();
      const fresh = await file();
      clock.advance(7 * 365 * DAY);
      await runScheduledWork(context);
      await runScheduledWork(context);
      expect(await get(asked)).toMatchObject({ status: 'solved' });
      expect(await life.ownEvents(solved)).toEqual([]);
      expect(await get(fresh)).toMatchObject({ status: 'new' });
      expect(await life.notified()).toEqual(['solved: user:default/requester']);
    });

    it('is left alone in the archive', async () => {
      const { clock, context, desk, fileSolved, ...life } =
        await start(autoClosing);
      const { id: ticket } = await fileSolved();
      const elsewhere = await fileSolved();
      await desk.archiveTicket(agent, { ticket });
      clock.advance(20 * DAY);
      const looked = jest.spyOn(context.store.due, 'idle');
      await runScheduledWork(context);
      expect(await life.ownEvents({ id: ticket })).toEqual([]);
      expect(await life.ownEvents(elsewhere)).toHaveLength(1);
      // it is not even looked at, again and again
      const found = await Promise.all(looked.mock.results.map(it => it.value));
      expect(found.flat().map(({ id: idle }) => idle)).toEqual([elsewhere.id]);
    });

    it.each([
      [
        'where closings are not told',
        { closing: { notifyParticipants: false } },
      ],
      ["where the requester's side is muted", {}],
    ])('is closed without a word %s', async (_what, closing) => {
      const { clock, context, desk, fileSolved, get, notified } = await start({
        ...autoClosing,
        ...closing,
      });
      const { id: ticket } = await fileSolved();
      if (!('closing' in closing)) {
        await desk.editTicket(agent, { ticket }, { notifyRequester: false });
      }
      clock.advance(14 * DAY);
      await runScheduledWork(context);
      expect(await get({ id: ticket })).toMatchObject({ status: 'closed' });
      expect(await notified()).toEqual([]);
    });

    it('is closed once when two replicas do it at the same time', async () => {
      const { clock, context, fileSolved, ...life } = await start(autoClosing);
      const tickets = [];
      for (let index = 0; index < 8; index++) {
        tickets.push(await fileSolved());
      }
      clock.advance(14 * DAY);
      await Promise.all([
        runScheduledWork(context, { batch: 3 }),
        runScheduledWork(context, { batch: 3 }),
      ]);
      for (const ticket of tickets) {
        expect(await life.ownEvents(ticket)).toHaveLength(1);
      }
      expect(await life.notified()).toHaveLength(tickets.length);
      expect(context.logger.warn).not.toHaveBeenCalled();
    });

    it('stays when somebody replies meanwhile', async () => {
      const { clock, context, desk, fileSolved, ...life } =
        await start(autoClosing);
      const { id: ticket } = await fileSolved();
      clock.advance(14 * DAY);
      const body = 'It is still full';
      const store = slowStore(knex, () =>
        desk.addMessage(agent, { ticket }, { kind: 'reply', body }),
      );
      await closeIdle({ ...context, store });
      expect(await life.get({ id: ticket })).toMatchObject({
        status: 'solved',
      });
      expect(await life.ownEvents({ id: ticket })).toEqual([]);
    });
  });

  it('is done by one replica at a time, each minute', async () => {
    const { clock, context, filePostponed, get } = await start();
    const ticket = await filePostponed(60);
    clock.advance(60);
    const scheduleTask = jest.fn();
    await scheduleDueWork(
      {
        scheduleTask,
        triggerTask: jest.fn(),
        cancelTask: jest.fn(),
        getScheduledTasks: jest.fn(),
        createScheduledTaskRunner: jest.fn(),
      },
      context,
    );
    expect(scheduleTask).toHaveBeenCalledWith(
      expect.objectContaining({ scope: 'global', frequency: { minutes: 1 } }),
    );
    await scheduleTask.mock.calls[0][0].fn(new AbortController().signal);
    expect(await get(ticket)).toMatchObject({ status: 'in-progress' });
  });
});

import type { JsonObject } from '@backstage/types';
import {
  DESK_ACTOR,
  type EventDetail,
  type Ticket,
} from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';
import { DeskStore } from '../../store/DeskStore';
import { DueStore } from '../../store/due/DueStore';
import { createDesk } from '../createDesk';
import { runScheduledWork } from './runScheduledWork';
import { readNotification } from '../../store/storedWords';

jest.setTimeout(180_000);

const agent = caller('agent');
const requester = caller('requester');
const SUPPORT = 'group:default/support';
const AGENT = 'user:default/agent';

/** Minutes. */
const HOUR = 60;
const DAY = 24 * HOUR;

const gold = {
  id: 'gold',
  title: 'Gold',
  targets: { high: { response: 'PT1H' } },
  default: { response: 'PT4H', resolution: 'PT48H', inactivity: 'PT24H' },
  warnBefore: 'PT1H',
};
const onlyResponse = { ...gold, default: { response: 'PT4H' } };

class SlowDueStore extends DueStore {
  constructor(
    knex: Knex,
    private readonly meanwhile: (
      due: readonly { id: string }[],
    ) => Promise<unknown>,
  ) {
    super(knex);
  }

  async deadlines(...args: Parameters<DueStore['deadlines']>) {
    const due = await super.deadlines(...args);
    await this.meanwhile(due);
    return due;
  }
}

/** A store on which something happens between finding tickets and checking them. */
function slowStore(
  knex: Knex,
  meanwhile: (due: readonly { id: string }[]) => Promise<unknown>,
): DeskStore {
  const due = new SlowDueStore(knex, meanwhile);
  return Object.assign(new DeskStore(knex), { due });
}

const databases = testDatabases();

describe.each(databases.ids)('deadlines that are looked after on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
  });

  async function start(policy: JsonObject = gold, tickets: JsonObject = {}) {
    const life = await lifeDesk(knex, {
      tickets: { slaPolicies: [policy], defaultSlaPolicy: 'gold', ...tickets },
      context: { outboxSignal: { channelsFor: () => ['log'], wake: () => {} } },
    });
    const { clock, context, desk, file } = life;
    const begin = clock.now().getTime();
    const hour = (hours: number) =>
      new Date(begin + hours * 3_600_000).toISOString();
    const detailsOf = async (ticket: { id: string }): Promise<EventDetail[]> =>
      (await desk.listEvents(agent, ticket.id, { limit: 100 })).items
        .filter(({ actor }) => actor === DESK_ACTOR)
        .map(({ detail }) => detail)
        .reverse();
    return {
      ...life,
      hour,
      /** Lets the desk look at each hour from now on. */
      pass: async (hours: number) => {
        for (let index = 0; index < hours; index++) {
          clock.advance(HOUR);
          await runScheduledWork(context);
        }
      },
      fileAssigned: async (request = {}): Promise<Ticket> => {
        const { id: ticket } = await file(request);
        return desk.takeOver(agent, { ticket });
      },
      /** What the desk did to a ticket by itself. */
      detailsOf,
      /** The same in words, for those about deadlines. */
      recordedOf: async (ticket: { id: string }): Promise<string[]> =>
        (await detailsOf(ticket)).flatMap(detail => {
          if (detail.type !== 'sla-warned' && detail.type !== 'sla-breached') {
            return [];
          }
          const hours = (Date.parse(detail.dueAt) - begin) / 3_600_000;
          return [`${detail.type} ${detail.deadline} ${hours}`];
        }),
      /** Who is to be told of deadlines. */
      notified: async (): Promise<string[]> =>
        (await knex('ticket_outbox').orderBy('seq').pluck('notice'))
          .map(readNotification)
          .filter(({ event }) => event.startsWith('sla-'))
          .map(
            ({ event, deadline, parties }) =>
              `${event} ${deadline?.type}: ${parties
                .map(({ ref }) => ref)
                .join(', ')}`,
          ),
    };
  }

  it('are warned of and missed once each, and told to the right people', async () => {
    const life = await start();
    const ticket = await life.fileAssigned();
    await life.pass(60);
    expect(await life.recordedOf(ticket)).toEqual([
      'sla-warned response 4',
      'sla-breached response 4',
      'sla-warned inactivity 24',
      'sla-breached inactivity 24',
      'sla-warned resolution 48',
      'sla-breached resolution 48',
    ]);
    expect(await life.notified()).toEqual([
      `sla-warning response: ${AGENT}`,
      `sla-breach response: ${SUPPORT}, ${AGENT}`,
      `sla-warning inactivity: ${AGENT}`,
      `sla-breach inactivity: ${SUPPORT}, ${AGENT}`,
      `sla-warning resolution: ${AGENT}`,
      `sla-breach resolution: ${SUPPORT}, ${AGENT}`,
    ]);
    expect(
      (await life.desk.getTicket(agent, ticket.id)).deadlines,
    ).toMatchObject({
      responseMet: false,
      resolutionMet: false,
      nextDueAt: life.hour(4),
    });
  });

  it('leave no trace of it outside the team', async () => {
    const life = await start();
    const ticket = await life.fileAssigned();
    const before = await life.desk.getTicket(requester, ticket.id);
    const events = await life.desk.listEvents(requester, ticket.id, {
      limit: 100,
    });
    await life.pass(60);
    expect(await life.desk.getTicket(requester, ticket.id)).toEqual(before);
    expect(
      await life.desk.listEvents(requester, ticket.id, { limit: 100 }),
    ).toEqual(events);
    const { version, updatedAt } = await life.desk.getTicket(agent, ticket.id);
    expect({ version, updatedAt }).toEqual({
      version: before.version,
      updatedAt: before.updatedAt,
    });
  });

  it('are told to nobody before they come near, nor when they are met', async () => {
    const life = await start(onlyResponse);
    const ticket = await life.fileAssigned();
    await life.pass(2);
    await life.desk.addMessage(
      agent,
      { ticket: ticket.id },
      { kind: 'reply', body: 'On it' },
    );
    await life.pass(60);
    expect(await life.recordedOf(ticket)).toEqual([]);
    expect(await life.notified()).toEqual([]);
  });

  it('are warned of no more when they passed during a downtime', async () => {
    const life = await start();
    const ticket = await life.fileAssigned();
    life.clock.advance(3 * DAY);
    await runScheduledWork(life.context);
    await runScheduledWork(life.context);
    expect((await life.recordedOf(ticket)).sort()).toEqual([
      'sla-breached inactivity 24',
      'sla-breached resolution 48',
      'sla-breached response 4',
    ]);
    expect(await life.notified()).toHaveLength(3);
  });

  it('are warned of again when they moved, and not when they did not', async () => {
    const life = await start(onlyResponse);
    const { id: ticket } = await life.fileAssigned();
    await life.pass(3);
    const pause = async (hours: number) => {
      const target = { ticket };
      await life.desk.changeStatus(agent, target, {
        status: 'waiting-requester',
      });
      await life.pass(hours);
      await life.desk.changeStatus(agent, target, { status: 'in-progress' });
    };
    await pause(0);
    await runScheduledWork(life.context);
    await pause(5);
    await runScheduledWork(life.context);
    await life.pass(12);
    expect(await life.recordedOf({ id: ticket })).toEqual([
      'sla-warned response 4',
      'sla-warned response 9',
      'sla-breached response 9',
    ]);
  });

  it('are missed again when a longer one passes that took the place of one that was missed', async () => {
    const life = await start({
      ...onlyResponse,
      warnBefore: undefined,
    });
    const { id: ticket } = await life.fileAssigned({ priority: 'high' });
    const set = (priority: string) =>
      life.desk.editTicket(agent, { ticket }, { priority });
    await life.pass(2);
    await set('normal');
    await life.pass(1);
    await set('high');
    await life.pass(1);
    await set('normal');
    await life.pass(8);
    expect(await life.recordedOf({ id: ticket })).toEqual([
      'sla-breached response 1',
      'sla-breached response 4',
    ]);
  });

  it('remind of inactivity again only after something happened', async () => {
    const life = await start({
      ...gold,
      warnBefore: undefined,
      default: { inactivity: 'PT24H' },
    });
    const ticket = await life.fileAssigned();
    const target = { ticket: ticket.id };
    await life.pass(3 * 24);
    await life.desk.addMessage(requester, target, {
      kind: 'reply',
      body: 'Anybody there?',
    });
    await life.pass(24);
    expect(await life.recordedOf(ticket)).toEqual([
      'sla-breached inactivity 24',
    ]);
    await life.desk.addMessage(agent, target, { kind: 'note', body: 'Oh' });
    await life.pass(3 * 24);
    expect(await life.recordedOf(ticket)).toEqual([
      'sla-breached inactivity 24',
      'sla-breached inactivity 120',
    ]);
  });

  it('are recorded, and told to nobody, when what was missed is done already', async () => {
    const life = await start(onlyResponse);
    const ticket = await life.fileAssigned();
    const target = { ticket: ticket.id };
    life.clock.advance(5 * HOUR);
    await life.desk.addMessage(agent, target, { kind: 'reply', body: 'Sorry' });
    await life.desk.solveTicket(agent, target, {});
    await life.pass(2);
    expect(await life.detailsOf(ticket)).toEqual([
      {
        type: 'sla-breached',
        deadline: 'response',
        dueAt: life.hour(4),
        notified: false,
      },
    ]);
    expect(await life.notified()).toEqual([]);
  });

  it('are recorded, and told to nobody, when a new configuration had them pass long ago', async () => {
    const one = await start({ ...onlyResponse, warnBefore: undefined });
    const ticket = await one.file();
    await one.pass(2);
    const other = await start({
      ...onlyResponse,
      default: { response: 'PT1H', resolution: 'PT4H' },
    });
    other.clock.set(one.clock.now());
    await runScheduledWork(other.context);
    expect(await one.detailsOf(ticket)).toEqual([
      {
        type: 'sla-breached',
        deadline: 'response',
        dueAt: one.hour(1),
        notified: false,
      },
    ]);
    expect(await one.notified()).toEqual([]);
    other.clock.advance(3 * HOUR);
    await runScheduledWork(other.context);
    expect(await one.notified()).toEqual([`sla-breach resolution: ${SUPPORT}`]);
  });

  it('are recorded, and told to nobody, when they passed before the ticket was imported', async () => {
    const life = await start({
      ...gold,
      default: { response: 'PT4H', resolution: 'PT48H' },
    });
    const past = createDesk({
      ...life.context,
      outboxSignal: undefined,
      importing: true,
    });
    const file = async () => {
      const { id: ticket } = await past.fileTicket(requester, {
        subject: 'Of the desk before',
        assets: ['component:default/ledger'],
      });
      return past.takeOver(agent, { ticket });
    };
    const solved = await file();
    await past.solveTicket(agent, { ticket: solved.id }, {});
    const open = await file();
    life.clock.advance(20 * HOUR);
    await runScheduledWork(life.context);
    expect(await life.recordedOf(open)).toEqual(['sla-breached response 4']);
    expect(await life.recordedOf(solved)).toEqual([]);
    expect(await life.notified()).toEqual([]);
    expect(
      (await life.desk.getTicket(agent, solved.id)).deadlines,
    ).toMatchObject({
      resolutionMet: true,
    });
    await life.pass(40);
    expect(await life.notified()).toEqual([
      `sla-warning resolution: ${AGENT}`,
      `sla-breach resolution: ${SUPPORT}, ${AGENT}`,
    ]);
  });

  describe('when they escalate', () => {
    const escalating = {
      ...gold,
      warnBefore: undefined,
      escalate: {
        notify: ['group:default/other-support'],
        priority: 'high',
        team: 'group:default/other-support',
      },
    };

    it('do what the policy says, as the desk, once', async () => {
      const life = await start(escalating);
      const ticket = await life.fileAssigned({ priority: 'low' });
      await life.pass(12);
      const [breach, ...others] = await life.detailsOf(ticket);
      expect(breach).toMatchObject({ type: 'sla-breached' });
      expect(others).toEqual([
        { type: 'edited', field: 'priority', from: 'low', to: 'high' },
        {
          type: 'moved',
          from: SUPPORT,
          to: 'group:default/other-support',
        },
        { type: 'assigned', from: AGENT, to: null },
      ]);
      expect(await life.notified()).toEqual([
        `sla-breach response: ${SUPPORT}, ${AGENT}, group:default/other-support`,
      ]);
      expect(await life.desk.getTicket(requester, ticket.id)).toMatchObject({
        priority: 'high',
        team: 'group:default/other-support',
        version: ticket.version + 1,
      });
    });

    it.each<[string, JsonObject, number]>([
      [
        'do not warn of a deadline that the escalation itself has moved',
        { priority: 'high' },
        9,
      ],
      [
        'remind of a ticket that nobody worked on before it came to another team',
        { team: 'group:default/other-support' },
        5,
      ],
    ])('%s', async (_, escalate, inactive) => {
      const life = await start({
        ...escalating,
        default: { response: 'PT4H', inactivity: 'PT5H' },
        targets: { high: { response: 'PT4H', inactivity: 'PT9H' } },
        warnBefore: 'PT1H',
        escalate,
      });
      const ticket = await life.fileAssigned();
      life.clock.advance(3 * HOUR);
      await runScheduledWork(life.context);
      await life.pass(6);
      expect(await life.recordedOf(ticket)).toEqual([
        'sla-warned response 4',
        'sla-breached response 4',
        `sla-warned inactivity ${inactive}`,
        `sla-breached inactivity ${inactive}`,
      ]);
    });

    it('hold the ticket against the targets of its new priority at once', async () => {
      const life = await start({
        ...escalating,
        default: { response: 'PT4H', resolution: 'PT48H' },
        targets: { high: { response: 'PT2H', resolution: 'PT3H' } },
      });
      const ticket = await life.fileAssigned({ priority: 'low' });
      await life.pass(4);
      expect(await life.recordedOf(ticket)).toEqual([
        'sla-breached response 4',
        'sla-breached resolution 3',
      ]);
    });

    it('take no priority away, and remind of inactivity only', async () => {
      const life = await start({
        ...escalating,
        default: { inactivity: 'PT1H' },
        targets: { high: { response: 'PT2H' } },
        escalate: { priority: 'normal' },
      });
      const high = await life.file({ priority: 'high' });
      const low = await life.file({ priority: 'low' });
      await life.pass(4);
      expect(await life.detailsOf(high)).toMatchObject([
        { type: 'sla-breached', deadline: 'response' },
      ]);
      expect(await life.detailsOf(low)).toMatchObject([
        { type: 'sla-breached', deadline: 'inactivity' },
      ]);
    });
  });

  it('are recorded once when two replicas look at the same time', async () => {
    const life = await start(onlyResponse);
    const tickets = [];
    for (let index = 0; index < 8; index++) {
      tickets.push(await life.fileAssigned());
    }
    for (const hours of [3, 1]) {
      life.clock.advance(hours * HOUR);
      await Promise.all([
        runScheduledWork(life.context, { batch: 3 }),
        runScheduledWork(life.context, { batch: 3 }),
      ]);
    }
    for (const ticket of tickets) {
      expect(await life.recordedOf(ticket)).toEqual([
        'sla-warned response 4',
        'sla-breached response 4',
      ]);
    }
    expect(await life.notified()).toHaveLength(2 * tickets.length);
    expect(life.context.logger.warn).not.toHaveBeenCalled();
  });

  it('are not recorded when they are met meanwhile', async () => {
    const life = await start(onlyResponse);
    const answered = await life.fileAssigned();
    const forgotten = await life.fileAssigned();
    life.clock.advance(3.5 * HOUR);
    const found: string[][] = [];
    const store = slowStore(knex, async due => {
      found.push(due.map(ticket => ticket.id).sort());
      const ticket = answered.id;
      const reply = { kind: 'reply', body: 'On it' } as const;
      await life.desk.addMessage(agent, { ticket }, reply);
    });
    await runScheduledWork({ ...life.context, store });
    expect(found).toEqual([[answered.id, forgotten.id].sort()]);
    expect(await life.recordedOf(answered)).toEqual([]);
    expect(await life.recordedOf(forgotten)).toEqual(['sla-warned response 4']);
  });

  it.each([
    [
      'merged',
      (life: Awaited<ReturnType<typeof start>>, ticket: string, into: string) =>
        life.desk.mergeTicket(agent, { ticket }, { into }),
    ],
    [
      'deleted',
      (life: Awaited<ReturnType<typeof start>>, ticket: string) =>
        life.desk.deleteTicket(caller('admin'), { ticket }),
    ],
  ])('are nothing any more to a ticket that was %s', async (_, end) => {
    const life = await start(onlyResponse);
    const into = await life.file();
    await life.desk.solveTicket(agent, { ticket: into.id }, {});
    await life.desk.reopenTicket(agent, { ticket: into.id }, {});
    await life.desk.addMessage(
      agent,
      { ticket: into.id },
      { kind: 'reply', body: 'Yes' },
    );
    const { id: ticket } = await life.file();
    life.clock.advance(5 * HOUR);
    const store = slowStore(knex, () => end(life, ticket, into.id));
    await runScheduledWork({ ...life.context, store });
    await life.pass(2);
    expect(await life.notified()).toEqual([]);
    expect(life.context.logger.warn).not.toHaveBeenCalled();
    expect(
      await knex('tickets').whereNotNull('sla_check_at').pluck('id'),
    ).toEqual([]);
  });

  it('of which one fails do not hold up the others, and are tried again', async () => {
    const life = await start(onlyResponse);
    const first = await life.file();
    life.clock.advance(1);
    const second = await life.file();
    life.clock.advance(5 * HOUR);
    const store = new DeskStore(knex);
    jest
      .spyOn(store, 'transaction')
      .mockRejectedValueOnce(new Error('The connection was lost'));
    await runScheduledWork({ ...life.context, store }, { batch: 1 });
    expect(life.context.logger.warn).toHaveBeenCalledTimes(1);
    expect(life.context.logger.warn).toHaveBeenCalledWith(
      `Ticket ${first.id} could not be checked for SLA deadlines; this will be tried again`,
      expect.any(Error),
    );
    expect(await life.recordedOf(first)).toEqual([]);
    expect(await life.recordedOf(second)).toHaveLength(1);

    await runScheduledWork({ ...life.context, store });
    expect(await life.recordedOf(first)).toHaveLength(1);
  });
});

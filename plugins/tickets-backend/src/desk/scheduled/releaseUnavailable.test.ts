import { mockServices } from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import {
  DESK_ACTOR,
  listTicketsQuerySchema,
} from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../../__testUtils__/databases';
import {
  type GroupTree,
  groupRef,
  groupTreeEntities,
  personRef,
  signInGroups,
} from '../../__testUtils__/groupTree';
import { caller, testDesk } from '../../__testUtils__/testDesk';
import { DeskCatalog } from '../DeskCatalog';
import { AsyncCache } from '../AsyncCache';
import type { OutboxSignal } from '../notifications/OutboxSignal';
import type { ScheduledWorkOptions } from './forEachDue';
import { releaseUnavailable } from './releaseUnavailable';

jest.setTimeout(60_000);

const databases = testDatabases();

const tree: GroupTree = {
  children: { support: ['night-shift'], 'night-shift': [], rest: [], boss: [] },
  memberships: {
    ann: ['support'],
    ben: ['night-shift'],
    cem: ['support'],
    dag: ['rest'],
    eva: ['boss'],
    req: [],
  },
};

describe.each(databases.ids)('who is gone, on %s', id => {
  async function start(tickets: JsonObject = {}) {
    let shown = new Map<string, Entity>();
    const show = (next: GroupTree) => {
      shown = new Map(
        groupTreeEntities(next).map(it => [stringifyEntityRef(it), it]),
      );
    };
    show(tree);
    const service = catalogServiceMock.mock();
    const answer = service.getEntitiesByRefs.mockImplementation(
      async ({ entityRefs }) => ({
        items: entityRefs.map(ref => shown.get(ref)),
      }),
    );
    const kept = { ttl: 0, max: 10, clock: () => new Date() };
    const notified: string[] = [];
    const outboxSignal: OutboxSignal = {
      channelsFor: event => {
        notified.push(event);
        return [];
      },
      wake: () => {},
    };
    const logger = mockServices.logger.mock();
    const knex = await databases.init(id);
    const { desk, context, clock } = await testDesk(knex, {
      tickets: {
        admins: [groupRef('boss')],
        teams: [{ group: groupRef('support') }, { group: groupRef('rest') }],
        defaultTeam: groupRef('support'),
        ...tickets,
      },
      context: {
        outboxSignal,
        logger,
        catalog: new DeskCatalog(
          service,
          mockServices.auth(),
          new AsyncCache(kept),
        ),
      },
    });
    const as = (name: string) => {
      const own = signInGroups(tree)(personRef(name));
      const above = own.includes(groupRef('night-shift'))
        ? [groupRef('support')]
        : [];
      return {
        ...caller(name),
        belongsTo: new Set([personRef(name), ...own, ...above]),
      };
    };
    async function heldBy(name: string) {
      const { id: ticket } = await desk.fileTicket(as('req'), {
        subject: name,
      });
      await desk.takeOver(as(name), { ticket });
      return ticket;
    }
    const look = (ticket: string) => desk.getTicket(as('eva'), ticket);
    /** Looks for who is gone, four times an hour. */
    async function pass(hours: number, options?: ScheduledWorkOptions) {
      for (let turn = 0; turn < hours * 4; turn++) {
        await releaseUnavailable(context, options);
        clock.advance(15);
      }
      await releaseUnavailable(context, options);
    }
    /** A ticket of a team, and of somebody in it or nobody. */
    async function placed(team: string, name: string | null) {
      const { id: ticket } = await desk.fileTicket(as('req'), {
        subject: team,
      });
      await desk.handOver(
        as('eva'),
        { ticket },
        { team: groupRef(team), assignee: name && personRef(name) },
      );
      return ticket;
    }
    /** Does something as soon as the tickets of who is gone were looked for. */
    function afterLook(then: () => void) {
      const { unavailable } = context.store;
      const original = unavailable.heldTickets.bind(unavailable);
      return jest
        .spyOn(unavailable, 'heldTickets')
        .mockImplementation(async (...args) => {
          const found = await original(...args);
          then();
          return found;
        });
    }
    return {
      afterLook,
      answer,
      as,
      clock,
      context,
      desk,
      heldBy,
      kept,
      knex,
      logger,
      look,
      pass,
      placed,
      show,
      notified,
    };
  }

  const without = (...people: string[]): GroupTree => ({
    ...tree,
    memberships: Object.fromEntries(
      Object.entries(tree.memberships).filter(
        ([name]) => !people.includes(name),
      ),
    ),
  });

  const moved = (name: string, groups: string[]): GroupTree => ({
    ...tree,
    memberships: { ...tree.memberships, [name]: groups },
  });

  it.each([
    ['left the catalog', without('ann'), 'not-in-catalog'],
    ['left the team', moved('ann', ['rest']), 'not-in-team'],
  ])(
    'has tickets no more after an hour, when they %s',
    async (_, next, reason) => {
      const { as, desk, heldBy, knex, logger, look, pass, show, notified } =
        await start();
      const ticket = await heldBy('ann');
      const other = await heldBy('ben');
      const solved = await heldBy('ann');
      await desk.solveTicket(as('cem'), { ticket: solved }, {});
      show(next);
      await pass(0.75);
      expect(await look(ticket)).toMatchObject({ assignee: personRef('ann') });
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining(personRef('ann')),
      );
      const before = await look(ticket);
      notified.length = 0;
      await pass(0.5);
      expect(await look(ticket)).toMatchObject({
        assignee: null,
        team: groupRef('support'),
        status: before.status,
        version: before.version + 1,
      });
      expect(notified).toContain('returned');
      expect(await look(other)).toMatchObject({ assignee: personRef('ben') });
      expect(await look(solved)).toMatchObject({ assignee: personRef('ann') });
      const events = await desk.listEvents(as('eva'), ticket, { limit: 1 });
      expect(events.items[0]).toMatchObject({
        actor: DESK_ACTOR,
        detail: { type: 'assigned', from: personRef('ann'), to: null, reason },
      });
      const outside = await desk.listEvents(as('req'), ticket, { limit: 1 });
      expect(outside.items[0].detail).not.toHaveProperty('reason');
      const queue = await desk.listTickets(
        as('cem'),
        listTicketsQuerySchema.parse({ assignee: 'none' }),
      );
      expect(queue.items.map(item => item.id)).toEqual([ticket]);
      await pass(0.25);
      expect(await knex('ticket_unavailable')).toEqual([]);
    },
  );

  it('is not who belongs to the team by a group inside of it, or is an admin', async () => {
    const { heldBy, look, pass } = await start();
    const [inner, boss] = [await heldBy('ben'), await heldBy('eva')];
    await pass(2);
    expect(await look(inner)).toMatchObject({ assignee: personRef('ben') });
    expect(await look(boss)).toMatchObject({ assignee: personRef('eva') });
  });

  it('is nobody while the catalog does not answer', async () => {
    const { answer, context, heldBy, look, pass } = await start();
    const ticket = await heldBy('ann');
    answer.mockRejectedValue(new Error('the catalog is away'));
    await expect(pass(2)).rejects.toThrow('does not answer');
    await expect(releaseUnavailable(context)).rejects.toThrow(
      'does not answer',
    );
    expect(await look(ticket)).toMatchObject({ assignee: personRef('ann') });
  });

  it('is nobody who is there again meanwhile', async () => {
    const { heldBy, look, pass, show } = await start();
    const ticket = await heldBy('ann');
    for (let turn = 0; turn < 4; turn++) {
      show(without('ann'));
      await pass(0.5);
      show(tree);
      await pass(0);
    }
    expect(await look(ticket)).toMatchObject({ assignee: personRef('ann') });
  });

  it('is nobody when it was not looked for a while', async () => {
    const { clock, heldBy, look, pass, show } = await start();
    const ticket = await heldBy('ann');
    show(without('ann'));
    await pass(0);
    clock.advance(600);
    await pass(0);
    expect(await look(ticket)).toMatchObject({ assignee: personRef('ann') });
    await pass(1);
    expect(await look(ticket)).toMatchObject({ assignee: null });
  });

  it('is taken for gone after a day where much is missing at once', async () => {
    const { heldBy, look, pass, show } = await start();
    const tickets = [
      await heldBy('ann'),
      await heldBy('ben'),
      await heldBy('cem'),
      await heldBy('dag'),
      await heldBy('eva'),
    ];
    show({ children: { support: [], rest: [] }, memberships: {} });
    await pass(23);
    for (const ticket of tickets) {
      expect(await look(ticket)).not.toMatchObject({ assignee: null });
    }
    await pass(2);
    for (const ticket of tickets) {
      expect(await look(ticket)).toMatchObject({ assignee: null });
    }
  });

  it.each([
    [
      'the default team',
      { defaultTeam: groupRef('support') },
      groupRef('support'),
    ],
    ['triage', { defaultTeam: groupRef('rest') }, null],
    [
      'where a rule leads',
      {
        routing: [
          {
            name: 'all',
            when: {},
            then: { team: groupRef('support'), assign: 'round-robin' },
          },
        ],
      },
      groupRef('support'),
    ],
  ])('as a team leaves its tickets to %s', async (_, tickets, team) => {
    const { as, desk, heldBy, look, pass, show, notified } =
      await start(tickets);
    const ticket = await heldBy('dag');
    await desk.handOver(
      as('eva'),
      { ticket },
      { team: groupRef('rest'), assignee: personRef('dag') },
    );
    show({
      children: { support: ['night-shift'], 'night-shift': [], boss: [] },
      memberships: tree.memberships,
    });
    await pass(0.75);
    expect(await look(ticket)).toMatchObject({ team: groupRef('rest') });
    notified.length = 0;
    await pass(0.5);
    const seen = await look(ticket);
    expect(seen.team).toBe(team);
    expect(seen.assignee === null).toBe(!('routing' in tickets));
    const { items } = await desk.listEvents(as('eva'), ticket, { limit: 10 });
    expect(items.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'moved',
          from: groupRef('rest'),
          to: team,
          reason: 'not-in-catalog',
        }),
        expect.objectContaining({ type: 'routed', team }),
      ]),
    );
    // of a ticket in triage the admins are told
    expect(notified).toContain('moved');
  });

  const everybody = ['ann', 'ben', 'cem', 'dag', 'eva', 'req'];

  it.each<[string, GroupTree]>([
    ['all users', { ...tree, memberships: {} }],
    [
      'all groups',
      {
        children: {},
        memberships: Object.fromEntries(everybody.map(name => [name, []])),
      },
    ],
    [
      'all memberships',
      {
        ...tree,
        memberships: Object.fromEntries(everybody.map(name => [name, []])),
      },
    ],
    ['all users and groups', { children: {}, memberships: {} }],
  ])(
    'is nobody within hours when %s vanish, whoever has which tickets',
    async (_, next) => {
      const { desk, as, look, pass, placed, show } = await start();
      show(moved('ann', ['support', 'rest']));
      const placements: [string, string | null][] = [
        ['support', null],
        ['support', 'ann'],
        ['support', 'cem'],
        ['rest', null],
        ['rest', 'ann'],
        ['rest', 'dag'],
      ];
      const before = [];
      for (const [team, name] of placements) {
        before.push(await look(await placed(team, name)));
      }
      await desk.fileTicket(as('req'), { subject: 'Nobody has this one' });
      show(next);
      await pass(20);
      for (const ticket of before) {
        expect(await look(ticket.id)).toEqual(ticket);
      }
    },
  );

  it.each<[string, string[], GroupTree, number]>([
    [
      'the only agent',
      ['support'],
      { children: { support: [] }, memberships: { req: [] } },
      24,
    ],
    [
      'the only team',
      ['support'],
      { children: {}, memberships: { ann: [], req: [] } },
      24,
    ],
    [
      'one team of two',
      ['support', 'rest'],
      {
        children: { rest: [] },
        memberships: { ann: [], dag: ['rest'], req: [] },
      },
      1,
    ],
    [
      'one of two agents',
      ['support'],
      {
        children: { support: [] },
        memberships: { cem: ['support'], req: [] },
      },
      1,
    ],
  ])('on a desk with one ticket: %s is gone', async (_, teams, next, hours) => {
    const { look, pass, placed, show } = await start({
      admins: [personRef('eva')],
      teams: teams.map(name => ({ group: groupRef(name) })),
    });
    const ticket = await placed('support', 'ann');
    const before = await look(ticket);
    show(next);
    await pass(hours - 0.25);
    expect(await look(ticket)).toEqual(before);
    await pass(0.5);
    expect(await look(ticket)).not.toEqual(before);
  });

  it('is taken for gone after a day still, when others have tickets meanwhile', async () => {
    const { look, pass, placed, show } = await start();
    const tickets = [
      await placed('support', 'ann'),
      await placed('rest', 'dag'),
    ];
    show(without('ann', 'dag'));
    await pass(0.5);
    for (const name of ['ben', 'cem', null]) {
      await placed('support', name);
    }
    show({
      ...without('ann', 'dag'),
      memberships: {
        ...without('ann', 'dag').memberships,
        eva: ['boss', 'support'],
      },
    });
    await placed('support', 'eva');
    await pass(20);
    for (const ticket of tickets) {
      expect(await look(ticket)).not.toMatchObject({ assignee: null });
    }
    await pass(5);
    for (const ticket of tickets) {
      expect(await look(ticket)).toMatchObject({ assignee: null });
    }
  });

  it('has tickets of no team any more, when they were in several', async () => {
    const { logger, look, pass, placed, show } = await start();
    show(moved('ann', ['support', 'rest']));
    const tickets = [
      await placed('support', 'ann'),
      await placed('rest', 'ann'),
      await placed('support', 'cem'),
    ];
    show(without('ann'));
    await pass(1);
    expect(
      (await Promise.all(tickets.map(look))).map(({ assignee }) => assignee),
    ).toEqual([null, null, personRef('cem')]);
    const named = logger.warn.mock.calls
      .map(([message]) => String(message))
      .filter(message => message.includes(personRef('ann')));
    expect(named).toHaveLength(1);
    expect(named[0].split(personRef('ann'))).toHaveLength(2);
  });

  it('keeps the rest of their tickets when they are there again', async () => {
    const { afterLook, heldBy, look, pass, show } = await start();
    const tickets = [await heldBy('ann'), await heldBy('ann')];
    show(without('ann'));
    await pass(0.75);
    afterLook(() => show(tree));
    await pass(0.5, { batch: 1 });
    const left = (await Promise.all(tickets.map(look))).map(
      ({ assignee }) => assignee,
    );
    expect(left.sort()).toEqual([null, personRef('ann')].sort());
  });

  it('is looked up afresh, whatever the catalog said shortly before', async () => {
    const { heldBy, kept, look, pass, show } = await start();
    const ticket = await heldBy('ann');
    show(moved('ann', ['rest']));
    kept.ttl = 3_600_000;
    await pass(0.75);
    show(tree);
    await pass(0.5);
    expect(await look(ticket)).toMatchObject({ assignee: personRef('ann') });
  });

  it('leaves a ticket as it is when its team is there again', async () => {
    const { afterLook, look, pass, placed, show } = await start({
      defaultTeam: groupRef('rest'),
    });
    const ticket = await placed('rest', 'dag');
    const before = await look(ticket);
    const { rest: _rest, ...others } = tree.children;
    show({
      ...tree,
      children: others,
      memberships: without('dag').memberships,
    });
    await pass(0.75);
    const looked = afterLook(() => show(tree));
    await pass(0.5);
    expect(looked).toHaveBeenCalledTimes(1);
    expect(await look(ticket)).toEqual(before);
  });

  it('is nobody whose reference is written in another way', async () => {
    const { knex, look, pass, placed, show } = await start();
    const tickets = [
      await placed('support', 'ann'),
      await placed('rest', 'dag'),
      await placed('support', 'cem'),
      await placed('rest', null),
    ];
    await knex('tickets')
      .where({ id: tickets[0] })
      .update({ team: 'Group:default/Support', assignee: 'User:default/Ann' });
    await knex('tickets')
      .where({ id: tickets[1] })
      .update({ assignee: 'user:default/DAG' });
    const before = await Promise.all(tickets.map(look));
    await pass(2);
    expect(await Promise.all(tickets.map(look))).toEqual(before);
    show(without('ann'));
    await pass(1);
    expect((await look(tickets[0])).assignee).toBeNull();
    expect(await look(tickets[1])).toEqual(before[1]);
  });

  it('keeps what they have where that is configured', async () => {
    const { heldBy, look, pass, show } = await start({
      workflow: { releaseUnavailable: false },
    });
    const ticket = await heldBy('ann');
    show(without('ann'));
    await pass(3);
    expect(await look(ticket)).toMatchObject({ assignee: personRef('ann') });
  });
});

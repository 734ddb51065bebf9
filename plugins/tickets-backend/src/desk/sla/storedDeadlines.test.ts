import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';
import { noDeadlines } from '../../domain/sla/deadlines';
import { runScheduledWork } from '../scheduled/runScheduledWork';

jest.setTimeout(120_000);

const agent = caller('agent');
const requester = caller('requester');

const gold = {
  id: 'gold',
  title: 'Gold',
  targets: { high: { response: 'PT1H', resolution: 'PT8H' } },
  default: { response: 'PT4H', resolution: 'PT16H', inactivity: 'PT6H' },
  warnBefore: 'PT30M',
};

const databases = testDatabases();

describe.each(databases.ids)('the deadlines of tickets on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
  });

  async function start(tickets: JsonObject = {}) {
    const life = await lifeDesk(knex, {
      tickets: { slaPolicies: [gold], defaultSlaPolicy: 'gold', ...tickets },
    });
    const { clock, context, desk } = life;
    const begin = clock.now().getTime();
    return {
      ...life,
      /** Hours after the beginning, as an instant. */
      hour: (hours: number) => new Date(begin + hours * 3_600_000),
      deadlinesOf: async (ticket: { id: string }) => {
        const [stored] = await context.store.tickets.findByIds([ticket.id]);
        const { checkAt: _checkAt, rules: _rules, ...shown } = stored.deadlines;
        return shown;
      },
      checkAt: async (ticket: { id: string }) =>
        (await context.store.tickets.find(ticket.id))?.deadlines.checkAt,
      reply: (ticket: { id: string }, who = agent) =>
        desk.addMessage(
          who,
          { ticket: ticket.id },
          { kind: 'reply', body: 'Hello' },
        ),
    };
  }

  /** The statements that a use case takes. */
  async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    const statements: string[] = [];
    const hear = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', hear);
    await work();
    knex.removeListener('query', hear);
    return statements;
  }

  it('are there as soon as a ticket is filed', async () => {
    const { file, deadlinesOf, checkAt, desk, hour } = await start();
    const ticket = await file();
    expect(await deadlinesOf(ticket)).toMatchObject({
      responseDueAt: hour(4),
      resolutionDueAt: hour(16),
      inactivityDueAt: hour(6),
      nextDueAt: hour(4),
      responseMet: null,
      resolutionMet: null,
    });
    expect(await checkAt(ticket)).toEqual(hour(3.5));
    expect((await desk.getTicket(agent, ticket.id)).deadlines).toEqual({
      firstResponseAt: null,
      responseDueAt: hour(4).toISOString(),
      resolutionDueAt: hour(16).toISOString(),
      inactivityDueAt: hour(6).toISOString(),
      nextDueAt: hour(4).toISOString(),
      responseMet: null,
      resolutionMet: null,
    });
    expect(await desk.getTicket(requester, ticket.id)).not.toHaveProperty(
      'deadlines',
    );
  });

  it('follow each change of the ticket', async () => {
    const { file, deadlinesOf, desk, clock, hour, reply } = await start();
    const ticket = await file();
    const target = { ticket: ticket.id };
    clock.advance(60);
    await desk.changeStatus(agent, target, { status: 'waiting-requester' });
    expect(await deadlinesOf(ticket)).toMatchObject({
      responseDueAt: null,
      nextDueAt: null,
    });
    clock.advance(60);
    await reply(ticket, requester);
    expect(await deadlinesOf(ticket)).toMatchObject({
      firstResponseAt: null,
      responseDueAt: hour(5),
      resolutionDueAt: hour(17),
    });
    await desk.editTicket(agent, target, { priority: 'high' });
    expect(await deadlinesOf(ticket)).toMatchObject({
      responseDueAt: hour(1),
      responseMet: false,
      resolutionDueAt: hour(9),
      inactivityDueAt: null,
    });
    await reply(ticket);
    clock.advance(60);
    await desk.solveTicket(agent, target, {});
    expect(await deadlinesOf(ticket)).toMatchObject({
      firstResponseAt: hour(2),
      responseMet: false,
      resolutionDueAt: hour(9),
      resolutionMet: true,
      nextDueAt: null,
    });
    clock.advance(600);
    await desk.reopenTicket(agent, target, {});
    expect(await deadlinesOf(ticket)).toMatchObject({
      resolutionDueAt: hour(19),
      resolutionMet: null,
      nextDueAt: hour(19),
    });
    await desk.editTicket(agent, target, { slaPolicy: null });
    expect(await deadlinesOf(ticket)).toMatchObject({
      responseMet: false,
      resolutionDueAt: null,
      nextDueAt: null,
    });
  });

  it('begin anew with a ticket that comes of another one', async () => {
    const { file, deadlinesOf, desk, clock, hour } = await start();
    const { id: ticket } = await file({ message: 'Slow' });
    clock.advance(60);
    const order = await desk.createWorkOrder(
      agent,
      { ticket },
      { team: 'group:default/support', priority: 'high' },
    );
    expect(await deadlinesOf(order)).toMatchObject({
      responseDueAt: hour(2),
      resolutionDueAt: hour(9),
    });
  });

  it('end with a ticket that goes into another one, which keeps its own', async () => {
    const { file, deadlinesOf, checkAt, desk, clock, hour } = await start();
    const into = await file();
    clock.advance(60);
    const ticket = await file();
    clock.advance(300);
    await desk.mergeTicket(agent, { ticket: ticket.id }, { into: into.id });
    expect(await deadlinesOf(into)).toMatchObject({
      responseDueAt: hour(4),
      resolutionDueAt: hour(16),
    });
    const [merged] = await knex('tickets').where({ id: ticket.id });
    expect(merged).toMatchObject({
      next_due_at: null,
      sla_check_at: null,
      resolution_met: null,
    });
    expect(await checkAt(into)).not.toBeNull();
  });

  it('take no statement when a ticket is filed, nor without a policy, nor for what means nothing to them', async () => {
    const { file, desk, reply, clock } = await start();
    const withPolicy = await statementsOf(() => file());
    const other = await start({ slaPolicies: [], defaultSlaPolicy: null });
    const without = await statementsOf(() => other.file());
    expect(withPolicy.length).toBe(without.length);

    const ticket = await other.file();
    const readsHistory = (sql: string) => /"?`?sla"?`? =/.test(sql);
    const target = { ticket: ticket.id };
    const unread = await statementsOf(async () => {
      await other.reply(ticket);
      await other.desk.editTicket(agent, target, { priority: 'high' });
      await other.desk.solveTicket(agent, target, {});
    });
    expect(unread.filter(readsHistory)).toEqual([]);

    const { id: own } = await file();
    clock.advance(1);
    const little = await statementsOf(async () => {
      await desk.editTicket(agent, { ticket: own }, { addTags: ['a'] });
      await reply({ id: own }, requester);
    });
    expect(little.filter(readsHistory)).toEqual([]);
    const read = await statementsOf(() => reply({ id: own }));
    expect(read.filter(readsHistory)).toHaveLength(1);
  });

  it('are found in few events, however much was said', async () => {
    const { file, desk, reply, context, clock } = await start();
    const ticket = await file();
    for (let index = 0; index < 5; index++) {
      clock.advance(1);
      await reply(ticket);
      await reply(ticket, requester);
      await desk.addMessage(
        agent,
        { ticket: ticket.id },
        { kind: 'note', body: 'Hm' },
      );
    }
    const events = await context.store.deadlines.events(ticket.id);
    expect(events.map(({ detail }) => detail.type)).toEqual([
      'filed',
      'replied',
      'replied',
      'noted',
    ]);
  });

  it('know the first reply of a ticket without a policy, too', async () => {
    const { file, deadlinesOf, clock, hour, reply } = await start({
      slaPolicies: [],
      defaultSlaPolicy: null,
    });
    const ticket = await file();
    clock.advance(60);
    await reply(ticket, requester);
    clock.advance(60);
    await reply(ticket);
    clock.advance(60);
    await reply(ticket);
    const { checkAt: _checkAt, rules: _rules, ...none } = noDeadlines;
    expect(await deadlinesOf(ticket)).toEqual({
      ...none,
      firstResponseAt: hour(2),
    });
  });

  describe('when the configuration changes', () => {
    it('change with it, for tickets that are open', async () => {
      const one = await start();
      const open = await one.file();
      const solved = await one.file();
      await one.desk.solveTicket(agent, { ticket: solved.id }, {});
      const before = await one.deadlinesOf(solved);

      const other = await start({
        slaPolicies: [{ ...gold, default: { resolution: 'PT2H' } }],
      });
      await runScheduledWork(other.context, { batch: 1 });
      const { hour } = one;
      expect(await one.deadlinesOf(open)).toMatchObject({
        responseDueAt: null,
        resolutionDueAt: hour(2),
        nextDueAt: hour(2),
      });
      other.clock.advance(60);
      await other.desk.closeTicket(agent, { ticket: solved.id }, {});
      expect(await one.deadlinesOf(solved)).toEqual(before);

      await runScheduledWork(one.context);
      expect(await one.deadlinesOf(open)).toMatchObject({
        responseDueAt: hour(4),
      });
    });

    it('are computed once for each ticket', async () => {
      const one = await start();
      await one.file();
      await one.file();
      const { context } = await start({
        slaPolicies: [{ ...gold, warnBefore: 'PT1H' }],
      });
      await runScheduledWork(context);
      const statements = await statementsOf(() => runScheduledWork(context));
      expect(statements.filter(sql => !/^select/i.test(sql))).toEqual([]);
    });

    it('end with their policy', async () => {
      const one = await start();
      const ticket = await one.file();
      const { context } = await start({
        slaPolicies: [{ ...gold, id: 'silver' }],
        defaultSlaPolicy: 'silver',
      });
      await runScheduledWork(context);
      expect(await one.deadlinesOf(ticket)).toMatchObject({
        responseDueAt: null,
        nextDueAt: null,
      });
      expect(await one.checkAt(ticket)).toBeNull();
    });

    it('come to tickets of a release that had none', async () => {
      const { file, deadlinesOf, context, clock, hour } = await start();
      const ticket = await file();
      const filed = await deadlinesOf(ticket);
      await knex('tickets').update({
        next_due_at: null,
        response_due_at: null,
        resolution_due_at: null,
        inactivity_due_at: null,
        sla_check_at: null,
        sla_rules: '',
      });
      clock.set(hour(1));
      await runScheduledWork(context);
      expect(await deadlinesOf(ticket)).toEqual(filed);
    });
  });
});

import type { JsonObject } from '@backstage/types';
import type {
  NoticeRecipient,
  TicketNotice,
} from '@portaldesk/plugin-tickets-node';
import { testDatabases } from '../__testUtils__/databases';
import { organisation } from '../__testUtils__/organisation';
import { tellingDesk } from '../__testUtils__/tellingDesk';
import { caller } from '../__testUtils__/testDesk';
import { runScheduledWork } from '../desk/scheduled/runScheduledWork';
import { passOn } from '../desk/scheduled/passOn';
import { Batch, type ClaimedEntry } from './Batch';
import { deliver } from './deliver';

jest.setTimeout(60_000);

const databases = testDatabases();

const user = (name: string) => `user:default/${name}`;
const agent = caller('agent');
const admin = caller('admin');
const requester = caller('requester');

/** Support works on its tickets, and has no other part in it. */
const LEDGER = 'component:default/ledger';

const gold: JsonObject = {
  id: 'gold',
  title: 'Gold',
  default: { response: 'PT4H' },
  warnBefore: 'PT1H',
};
const ownTeams: JsonObject = { access: { agentsSee: 'own-team' } };

describe.each(databases.ids)('work is told on %s', id => {
  async function start(
    tickets?: JsonObject,
    entities?: Parameters<typeof tellingDesk>[1],
  ) {
    return tellingDesk(await databases.init(id), { tickets, ...entities });
  }

  type TellingDesk = Awaited<ReturnType<typeof start>>;

  const reply = ({ desk }: TellingDesk, ticket: string) =>
    desk.addMessage(requester, { ticket }, { kind: 'reply', body: 'Well?' });

  /** A ticket of `agent`, of whose filing everybody was told. */
  async function assigned(telling: TellingDesk, name = 'agent') {
    const { id: ticket } = await telling.file();
    await telling.desk.takeOver(caller(name), { ticket });
    await telling.told();
    return ticket;
  }

  it('of a merge: those of the ticket that went, and who works on the other one', async () => {
    const telling = await start();
    const from = await telling.file({ cc: [user('cc-person')] });
    const into = await assigned(telling, 'second-agent');
    await telling.desk.mergeTicket(agent, { ticket: from.id }, { into });
    const notices = await telling.notices();
    expect(
      notices.map(({ occasion, ticket, other, recipients }) => [
        occasion,
        ticket.id,
        other?.number,
        recipients.map(({ ref }) => ref.split('/')[1]).sort(),
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['merged', from.id, expect.any(String), ['cc-person', 'requester']],
        ['joined', into, from.number, ['second-agent']],
      ]),
    );
    expect(notices).toHaveLength(2);
  });

  it('to the team when the assignee is away, to all of it and the admins when all are', async () => {
    const telling = await start();
    const ticket = await assigned(telling);
    await telling.away('agent');
    await reply(telling, ticket);
    await expect(telling.told()).resolves.toEqual([
      'replied: agent,second-agent',
    ]);
    await telling.away('second-agent');
    await reply(telling, ticket);
    await expect(telling.told()).resolves.toEqual([
      'replied: admin,agent,second-agent',
    ]);
  });

  it('of a reopening and of a return, while the assignee is away', async () => {
    const telling = await start();
    const { desk, context, clock } = telling;
    const ticket = await assigned(telling);
    await desk.closeTicket(agent, { ticket }, {});
    await telling.told();
    await telling.away('agent');
    await desk.reopenTicket(requester, { ticket }, {});
    await expect(telling.told()).resolves.toEqual([
      'reopened: agent,second-agent',
    ]);
    await desk.postponeTicket(
      agent,
      { ticket },
      { until: new Date(clock.now().getTime() + 3_600_000).toISOString() },
    );
    await telling.told();
    clock.advance(61);
    await runScheduledWork(context);
    await expect(telling.told()).resolves.toEqual([
      'returned: agent,second-agent',
    ]);
  });

  it('by hand: postponed, brought back, more urgent, and asked without words', async () => {
    const telling = await start();
    const { desk, clock } = telling;
    const ticket = await assigned(telling);
    const until = new Date(clock.now().getTime() + 3_600_000).toISOString();
    const second = caller('second-agent');
    await desk.postponeTicket(second, { ticket }, { until });
    await expect(telling.told()).resolves.toEqual(['postponed: agent']);
    await desk.changeStatus(second, { ticket }, { status: 'in-progress' });
    await expect(telling.told()).resolves.toEqual(['returned: agent']);
    await desk.editTicket(second, { ticket }, { priority: 'high' });
    await expect(telling.told()).resolves.toEqual(['priority-changed: agent']);
    await desk.changeStatus(
      second,
      { ticket },
      { status: 'waiting-requester' },
    );
    await expect(telling.told()).resolves.toEqual([
      'answer-expected: requester',
    ]);
    await desk.handOver(admin, { ticket }, { assignee: null });
    await expect(telling.told()).resolves.toEqual([
      'queued: agent,second-agent',
      'unassigned: agent',
    ]);
  });

  it('of a deadline that comes near to the team, without an assignee or with one who is away', async () => {
    const telling = await start({
      slaPolicies: [gold],
      defaultSlaPolicy: 'gold',
    });
    await telling.file();
    const taken = await telling.file();
    await telling.desk.handOver(
      admin,
      { ticket: taken.id },
      { assignee: user('agent') },
    );
    await telling.away('agent');
    await telling.told();
    telling.clock.advance(185);
    await runScheduledWork(telling.context);
    await expect(telling.told()).resolves.toEqual([
      'sla-warning: agent,second-agent',
      'sla-warning: agent,second-agent',
    ]);
  });

  it('of a deadline that passed to the team that the ticket comes to, and to whom it is taken from that it is', async () => {
    const telling = await start({
      ...ownTeams,
      slaPolicies: [
        { ...gold, escalate: { team: 'group:default/other-support' } },
      ],
      defaultSlaPolicy: 'gold',
    });
    const { id: ticket } = await telling.file({ assets: [LEDGER] });
    await telling.desk.takeOver(agent, { ticket });
    await telling.told();
    telling.clock.advance(300);
    await runScheduledWork(telling.context);
    await expect(telling.told()).resolves.toEqual([
      'access-lost: agent',
      'moved: other-agent',
      'sla-breach: other-agent',
    ]);
  });

  it('in triage, to the admins', async () => {
    const telling = await start({ defaultTeam: undefined });
    await telling.desk.fileTicket(requester, { subject: 'Whose is it?' });
    await expect(telling.told()).resolves.toEqual(['filed: admin,requester']);
  });

  it('in triage without admins, to the other agents, also when an agent filed it for somebody', async () => {
    const telling = await start(
      { defaultTeam: undefined },
      {
        entities: organisation.filter(
          ({ metadata }) => metadata.name !== 'admin',
        ),
      },
    );
    await telling.desk.fileTicket(agent, {
      subject: 'Whose is it?',
      onBehalfOf: user('requester'),
    });
    await expect(telling.told()).resolves.toEqual([
      'filed-on-behalf: other-agent,requester,second-agent',
    ]);
  });

  it('to the next who is in the catalog, and at last to agents who may take it over', async () => {
    const without = (...names: string[]) => ({
      entities: organisation.filter(
        ({ kind, metadata }) =>
          kind !== 'User' || !names.includes(metadata.name),
      ),
    });
    const knex = await databases.init(id);
    const before = await tellingDesk(knex);
    const ticket = await assigned(before);
    const gone = await tellingDesk(knex, without('agent'));
    await reply(gone, ticket);
    await expect(gone.told()).resolves.toEqual(['replied: second-agent']);
    const empty = await tellingDesk(knex, without('agent', 'second-agent'));
    await reply(empty, ticket);
    await expect(empty.told()).resolves.toEqual(['replied: admin']);
    const desolate = await tellingDesk(
      knex,
      without('agent', 'second-agent', 'admin'),
    );
    await reply(desolate, ticket);
    await expect(desolate.told()).resolves.toEqual(['replied: other-agent']);
  });

  it('to the new assignee where work on the tickets of those who are away goes on in turn', async () => {
    const telling = await start({
      absences: { whenAssigneeAway: 'reassign' },
      teams: [
        { group: 'group:default/support', assign: 'round-robin' },
        { group: 'group:default/other-support' },
      ],
    });
    const { id: ticket } = await telling.file();
    await telling.desk.handOver(admin, { ticket }, { assignee: user('agent') });
    await telling.told();
    await telling.away('agent');
    await reply(telling, ticket);
    await expect(telling.told()).resolves.toEqual([
      'assigned: second-agent',
      'replied: agent,second-agent',
      'unassigned: agent',
    ]);
    await expect(telling.desk.getTicket(agent, ticket)).resolves.toMatchObject({
      assignee: user('second-agent'),
    });
    await telling.away('second-agent');
    await reply(telling, ticket);
    await expect(telling.told()).resolves.toEqual([
      'replied: admin,agent,second-agent',
    ]);
  });

  it('to nobody twice, though two replicas and two channels tell', async () => {
    const telling = await start({
      absences: { whenAssigneeAway: 'reassign' },
      teams: [
        { group: 'group:default/support', assign: 'round-robin' },
        { group: 'group:default/other-support' },
      ],
    });
    const { id: ticket } = await telling.file();
    await telling.desk.handOver(admin, { ticket }, { assignee: user('agent') });
    await telling.told();
    await telling.away('agent');
    await reply(telling, ticket);
    const [one, two] = await Promise.all([
      telling.notices(),
      telling.notices(),
    ]);
    const told = [...one, ...two].flatMap(({ id: notice, recipients }) =>
      recipients.map(({ ref }) => `${notice} ${ref}`),
    );
    expect(new Set(told).size).toBe(told.length);
    expect(told.length).toBeGreaterThan(0);
  });

  it('by each channel to the same people, though the first one passes the work on after the others looked', async () => {
    const telling = await start({
      absences: { whenAssigneeAway: 'reassign' },
      teams: [
        { group: 'group:default/support', assign: 'round-robin' },
        { group: 'group:default/other-support' },
      ],
    });
    const { clock, context } = telling;
    const { id: ticket } = await telling.file();
    await telling.desk.handOver(admin, { ticket }, { assignee: user('agent') });
    await telling.told();
    await telling.away('agent');
    await reply(telling, ticket);
    const told: NoticeRecipient[][] = [];
    const channels = ['test', 'notifications'].map(name => ({
      id: name,
      deliver: async ({ recipients }: TicketNotice) => {
        told.push(recipients);
      },
    }));
    const now = clock.now();
    const until = new Date(now.getTime() + 60_000);
    const taken: ClaimedEntry[] = [];
    for (const { id: name } of channels) {
      const entries = await context.store.outbox.claim(name, {
        now,
        until,
        limit: 10,
      });
      const batch = new Batch(entries, until, context.store, clock.now);
      await batch.findTicket(ticket);
      taken.push({ entry: entries[0], batch });
    }
    const relaying = {
      ...context,
      passOn: (passed: string) => passOn(context, passed),
    };
    const { signal } = new AbortController();
    for (const [index, channel] of channels.entries()) {
      await deliver(relaying, channel, taken[index], signal);
    }
    expect(told[0]).toContainEqual({
      ref: user('second-agent'),
      roles: ['assignee'],
      inside: true,
    });
    expect(told[1]).toEqual(told[0]);
  });

  it('also when a change takes access: those who lose it hear that, by the number alone, and those who get it hear why', async () => {
    const telling = await start(ownTeams);
    const { desk } = telling;
    const { id: ticket, number } = await telling.file({
      assets: [LEDGER],
      to: [user('to-person')],
    });
    await desk.takeOver(agent, { ticket });
    await desk.addPerson(
      agent,
      { ticket },
      { ref: user('colleague'), role: 'watcher' },
    );
    await desk.addPerson(
      agent,
      { ticket },
      { ref: user('cc-person'), role: 'cc' },
    );
    await expect(telling.told()).resolves.toEqual(
      expect.arrayContaining(['added: cc-person', 'added: colleague']),
    );

    await desk.removePerson(
      agent,
      { ticket },
      { ref: user('to-person'), role: 'to' },
    );
    const [removed] = await telling.notices();
    expect(removed).toMatchObject({
      occasion: 'access-lost',
      ticket: { number, subject: '' },
      recipients: [{ ref: user('to-person'), inside: false }],
    });

    await desk.setOrganisationAccess(requester, { ticket }, { granted: false });
    await expect(telling.told()).resolves.toEqual(['access-lost: colleague']);
    await desk.handOver(
      agent,
      { ticket },
      { team: 'group:default/other-support', assignee: user('other-agent') },
    );
    await expect(telling.told()).resolves.toEqual([
      'assigned: other-agent',
      'moved: other-agent',
    ]);
    await desk.editTicket(
      caller('other-agent'),
      { ticket },
      { visibility: 'internal' },
    );
    await expect(telling.told()).resolves.toEqual([
      'access-lost: cc-person,requester',
    ]);
    await desk.deleteTicket(admin, { ticket });
    await expect(telling.told()).resolves.toEqual(['access-lost: other-agent']);
  });
});

import type { JsonObject } from '@backstage/types';
import type {
  NotificationRecipient,
  TicketNotification,
} from '@portaldesk/plugin-tickets-node';
import { testDatabases } from '../__testUtils__/databases';
import { organisation } from '../__testUtils__/organisation';
import { notifyingDesk } from '../__testUtils__/notifyingDesk';
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
    entities?: Parameters<typeof notifyingDesk>[1],
  ) {
    return notifyingDesk(await databases.init(id), { tickets, ...entities });
  }

  type NotifyingDesk = Awaited<ReturnType<typeof start>>;

  const reply = ({ desk }: NotifyingDesk, ticket: string) =>
    desk.addMessage(requester, { ticket }, { kind: 'reply', body: 'Well?' });

  /** A ticket of `agent`, of whose filing everybody was told. */
  async function assigned(notifying: NotifyingDesk, name = 'agent') {
    const { id: ticket } = await notifying.file();
    await notifying.desk.takeOver(caller(name), { ticket });
    await notifying.notified();
    return ticket;
  }

  it('of a merge: those of the ticket that went, and who works on the other one', async () => {
    const notifying = await start();
    const from = await notifying.file({ cc: [user('cc-person')] });
    const into = await assigned(notifying, 'second-agent');
    await notifying.desk.mergeTicket(agent, { ticket: from.id }, { into });
    const notifications = await notifying.notifications();
    expect(
      notifications.map(({ event, ticket, other, recipients }) => [
        event,
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
    expect(notifications).toHaveLength(2);
  });

  it('to the team when the assignee is away, to all of it and the admins when all are', async () => {
    const notifying = await start();
    const ticket = await assigned(notifying);
    await notifying.away('agent');
    await reply(notifying, ticket);
    await expect(notifying.notified()).resolves.toEqual([
      'replied: agent,second-agent',
    ]);
    await notifying.away('second-agent');
    await reply(notifying, ticket);
    await expect(notifying.notified()).resolves.toEqual([
      'replied: admin,agent,second-agent',
    ]);
  });

  it('of a reopening and of a return, while the assignee is away', async () => {
    const notifying = await start();
    const { desk, context, clock } = notifying;
    const ticket = await assigned(notifying);
    await desk.closeTicket(agent, { ticket }, {});
    await notifying.notified();
    await notifying.away('agent');
    await desk.reopenTicket(requester, { ticket }, {});
    await expect(notifying.notified()).resolves.toEqual([
      'reopened: agent,second-agent',
    ]);
    await desk.postponeTicket(
      agent,
      { ticket },
      { until: new Date(clock.now().getTime() + 3_600_000).toISOString() },
    );
    await notifying.notified();
    clock.advance(61);
    await runScheduledWork(context);
    await expect(notifying.notified()).resolves.toEqual([
      'returned: agent,second-agent',
    ]);
  });

  it('by hand: postponed, brought back, more urgent, and asked without words', async () => {
    const notifying = await start();
    const { desk, clock } = notifying;
    const ticket = await assigned(notifying);
    const until = new Date(clock.now().getTime() + 3_600_000).toISOString();
    const second = caller('second-agent');
    await desk.postponeTicket(second, { ticket }, { until });
    await expect(notifying.notified()).resolves.toEqual(['postponed: agent']);
    await desk.changeStatus(second, { ticket }, { status: 'in-progress' });
    await expect(notifying.notified()).resolves.toEqual(['returned: agent']);
    await desk.editTicket(second, { ticket }, { priority: 'high' });
    await expect(notifying.notified()).resolves.toEqual([
      'priority-changed: agent',
    ]);
    await desk.changeStatus(
      second,
      { ticket },
      { status: 'waiting-requester' },
    );
    await expect(notifying.notified()).resolves.toEqual([
      'answer-expected: requester',
    ]);
    await desk.handOver(admin, { ticket }, { assignee: null });
    await expect(notifying.notified()).resolves.toEqual([
      'queued: agent,second-agent',
      'unassigned: agent',
    ]);
  });

  it('of a deadline that comes near to the team, without an assignee or with one who is away', async () => {
    const notifying = await start({
      slaPolicies: [gold],
      defaultSlaPolicy: 'gold',
    });
    await notifying.file();
    const taken = await notifying.file();
    await notifying.desk.handOver(
      admin,
      { ticket: taken.id },
      { assignee: user('agent') },
    );
    await notifying.away('agent');
    await notifying.notified();
    notifying.clock.advance(185);
    await runScheduledWork(notifying.context);
    await expect(notifying.notified()).resolves.toEqual([
      'sla-warning: agent,second-agent',
      'sla-warning: agent,second-agent',
    ]);
  });

  it('of a deadline that passed to the team that the ticket comes to, and to whom it is taken from that it is', async () => {
    const notifying = await start({
      ...ownTeams,
      slaPolicies: [
        { ...gold, escalate: { team: 'group:default/other-support' } },
      ],
      defaultSlaPolicy: 'gold',
    });
    const { id: ticket } = await notifying.file({ assets: [LEDGER] });
    await notifying.desk.takeOver(agent, { ticket });
    await notifying.notified();
    notifying.clock.advance(300);
    await runScheduledWork(notifying.context);
    await expect(notifying.notified()).resolves.toEqual([
      'access-lost: agent',
      'moved: other-agent',
      'sla-breach: other-agent',
    ]);
  });

  it('in triage, to the admins', async () => {
    const notifying = await start({ defaultTeam: undefined });
    await notifying.desk.fileTicket(requester, { subject: 'Whose is it?' });
    await expect(notifying.notified()).resolves.toEqual([
      'filed: admin,requester',
    ]);
  });

  it('in triage without admins, to the other agents, also when an agent filed it for somebody', async () => {
    const notifying = await start(
      { defaultTeam: undefined },
      {
        entities: organisation.filter(
          ({ metadata }) => metadata.name !== 'admin',
        ),
      },
    );
    await notifying.desk.fileTicket(agent, {
      subject: 'Whose is it?',
      onBehalfOf: user('requester'),
    });
    await expect(notifying.notified()).resolves.toEqual([
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
    const before = await notifyingDesk(knex);
    const ticket = await assigned(before);
    const gone = await notifyingDesk(knex, without('agent'));
    await reply(gone, ticket);
    await expect(gone.notified()).resolves.toEqual(['replied: second-agent']);
    const empty = await notifyingDesk(knex, without('agent', 'second-agent'));
    await reply(empty, ticket);
    await expect(empty.notified()).resolves.toEqual(['replied: admin']);
    const desolate = await notifyingDesk(
      knex,
      without('agent', 'second-agent', 'admin'),
    );
    await reply(desolate, ticket);
    await expect(desolate.notified()).resolves.toEqual([
      'replied: other-agent',
    ]);
  });

  it('to the new assignee where work on the tickets of those who are away goes on in turn', async () => {
    const notifying = await start({
      absences: { whenAssigneeAway: 'reassign' },
      teams: [
        { group: 'group:default/support', assign: 'round-robin' },
        { group: 'group:default/other-support' },
      ],
    });
    const { id: ticket } = await notifying.file();
    await notifying.desk.handOver(
      admin,
      { ticket },
      { assignee: user('agent') },
    );
    await notifying.notified();
    await notifying.away('agent');
    await reply(notifying, ticket);
    await expect(notifying.notified()).resolves.toEqual([
      'assigned: second-agent',
      'replied: agent,second-agent',
      'unassigned: agent',
    ]);
    await expect(
      notifying.desk.getTicket(agent, ticket),
    ).resolves.toMatchObject({
      assignee: user('second-agent'),
    });
    await notifying.away('second-agent');
    await reply(notifying, ticket);
    await expect(notifying.notified()).resolves.toEqual([
      'replied: admin,agent,second-agent',
    ]);
  });

  it('to nobody twice, though two replicas and two channels tell', async () => {
    const notifying = await start({
      absences: { whenAssigneeAway: 'reassign' },
      teams: [
        { group: 'group:default/support', assign: 'round-robin' },
        { group: 'group:default/other-support' },
      ],
    });
    const { id: ticket } = await notifying.file();
    await notifying.desk.handOver(
      admin,
      { ticket },
      { assignee: user('agent') },
    );
    await notifying.notified();
    await notifying.away('agent');
    await reply(notifying, ticket);
    const [one, two] = await Promise.all([
      notifying.notifications(),
      notifying.notifications(),
    ]);
    const notified = [...one, ...two].flatMap(
      ({ id: notification, recipients }) =>
        recipients.map(({ ref }) => `${notification} ${ref}`),
    );
    expect(new Set(notified).size).toBe(notified.length);
    expect(notified.length).toBeGreaterThan(0);
  });

  it('by each channel to the same people, though the first one passes the work on after the others looked', async () => {
    const notifying = await start({
      absences: { whenAssigneeAway: 'reassign' },
      teams: [
        { group: 'group:default/support', assign: 'round-robin' },
        { group: 'group:default/other-support' },
      ],
    });
    const { clock, context } = notifying;
    const { id: ticket } = await notifying.file();
    await notifying.desk.handOver(
      admin,
      { ticket },
      { assignee: user('agent') },
    );
    await notifying.notified();
    await notifying.away('agent');
    await reply(notifying, ticket);
    const notified: NotificationRecipient[][] = [];
    const channels = ['test', 'notifications'].map(name => ({
      id: name,
      deliver: async ({ recipients }: TicketNotification) => {
        notified.push(recipients);
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
      await batch.find(ticket);
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
    expect(notified[0]).toContainEqual({
      ref: user('second-agent'),
      roles: ['assignee'],
      seesInternal: true,
    });
    expect(notified[1]).toEqual(notified[0]);
  });

  it('also when a change takes access: those who lose it hear that, by the number alone, and those who get it hear why', async () => {
    const notifying = await start(ownTeams);
    const { desk } = notifying;
    const { id: ticket, number } = await notifying.file({
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
    await expect(notifying.notified()).resolves.toEqual(
      expect.arrayContaining(['added: cc-person', 'added: colleague']),
    );

    await desk.removePerson(
      agent,
      { ticket },
      { ref: user('to-person'), role: 'to' },
    );
    const [removed] = await notifying.notifications();
    expect(removed).toMatchObject({
      event: 'access-lost',
      ticket: { number, subject: '' },
      recipients: [{ ref: user('to-person'), seesInternal: false }],
    });

    await desk.setOrganisationAccess(requester, { ticket }, { granted: false });
    await expect(notifying.notified()).resolves.toEqual([
      'access-lost: colleague',
    ]);
    await desk.handOver(
      agent,
      { ticket },
      { team: 'group:default/other-support', assignee: user('other-agent') },
    );
    await expect(notifying.notified()).resolves.toEqual([
      'assigned: other-agent',
      'moved: other-agent',
    ]);
    await desk.editTicket(
      caller('other-agent'),
      { ticket },
      { visibility: 'internal' },
    );
    await expect(notifying.notified()).resolves.toEqual([
      'access-lost: cc-person,requester',
    ]);
    await desk.deleteTicket(admin, { ticket });
    await expect(notifying.notified()).resolves.toEqual([
      'access-lost: other-agent',
    ]);
  });
});

import { randomUUID } from 'node:crypto';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { listTicketsQuerySchema } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { deskConfig } from '../../__testUtils__/organisation';
import { caller, testDesk } from '../../__testUtils__/testDesk';
import { placeholderValues } from '../conversation/placeholderValues';
import { cleanUp } from '../scheduled/cleanUp';
import { runScheduledWork } from '../scheduled/runScheduledWork';
import { Tokens } from '../tokens/Tokens';
import { anonymousCaller, newReporter } from './anonymousCaller';
import { reportAnonymously } from './reportAnonymously';
import { describeStrandedReports } from './strandedReports';
import { deleteUnread, unreadMessages } from './deleteUnread';

const DAY = 24 * 60;

const databases = testDatabases();

describe.each(databases.ids)('anonymous reports on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
  });

  /** A desk with a channel that keeps reports for a week, and one for ever. */
  async function prepare() {
    const { desk, context, clock } = await testDesk(knex, {
      tickets: {
        ...deskConfig,
        workflow: { reopenWithin: { days: 2 } },
        public: {
          reports: {
            channels: [
              {
                id: 'short',
                title: 'Short',
                team: 'group:default/support',
                retention: { days: 7 },
              },
              { id: 'long', title: 'Long', team: 'group:default/support' },
            ],
          },
        },
      },
    });
    const auditor = mockServices.auditor.mock();
    auditor.createEvent.mockResolvedValue({
      success: async () => {},
      fail: async () => {},
    });
    const tokens = new Tokens({ ...context, auditor });
    const report = async (channelId = 'short') => {
      const reporter = anonymousCaller(
        newReporter(),
        mockCredentials.service('plugin:tickets'),
      );
      const words = await reportAnonymously(
        context,
        tokens,
        reporter,
        context.config.publicPages.channels.find(
          channel => channel.id === channelId,
        )!,
        {
          report: { subject: 'Bribes', message: 'An envelope' },
          form: randomUUID(),
        },
      );
      const [ticket] = await context.store.reporters.ticketsOf(reporter.ref, 9);
      return { reporter, words: words!, ticket };
    };
    return { desk, context, clock, tokens, report };
  }

  it('are deleted with their inboxes when their channel no longer keeps them', async () => {
    const { desk, context, clock, tokens, report } = await prepare();
    const old = await report();
    const kept = await report('long');
    const open = await report();
    for (const { reporter, ticket } of [old, kept]) {
      await desk.closeTicket(reporter, { ticket }, {});
    }
    const pass = async (minutes: number) => {
      clock.advance(minutes);
      await runScheduledWork(context);
      await cleanUp(context);
    };
    const isOpen = async ({ words }: typeof old) =>
      (await tokens.subjectOf('inbox', words)) !== undefined;
    await pass(7 * DAY);
    expect(await isOpen(old)).toBe(true);
    await pass(1);
    expect(await isOpen(old)).toBe(false);
    expect(await context.store.tickets.find(old.ticket)).toBeUndefined();
    expect(await context.store.reporters.channelOf(old.reporter.ref)).toBe(
      undefined,
    );
    for (const other of [kept, open]) {
      expect(await isOpen(other)).toBe(true);
      expect(await context.store.tickets.find(other.ticket)).toBeDefined();
    }
  });

  it('stay confidential, whatever agents do', async () => {
    const { desk, report } = await prepare();
    const { ticket } = await report();
    for (const visibility of ['public', 'internal'] as const) {
      await expect(
        desk.editTicket(caller('agent'), { ticket }, { visibility }),
      ).rejects.toThrow('stays confidential');
    }
    const edited = await desk.editTicket(
      caller('agent'),
      { ticket },
      { visibility: 'confidential', priority: 'high' },
    );
    expect(edited).toMatchObject({
      visibility: 'confidential',
      priority: 'high',
    });
  });

  it('belong to their reporter, with what follows them up', async () => {
    const { desk, context, clock, report } = await prepare();
    const { reporter, ticket } = await report();
    const other = await report();
    await desk.closeTicket(caller('agent'), { ticket }, {});
    clock.advance(3 * DAY);
    const message = await desk.addMessage(
      reporter,
      { ticket },
      { kind: 'reply', body: 'Again' },
      { channel: 'public' },
    );
    expect(message.ticket).not.toBe(ticket);
    const { reporters } = context.store;
    expect(await reporters.ticketsOf(reporter.ref, 9)).toEqual([
      message.ticket,
      ticket,
    ]);
    expect(await desk.getTicket(reporter, message.ticket)).toMatchObject({
      visibility: 'confidential',
      requester: reporter.ref,
      organisation: null,
    });
    await expect(desk.getTicket(other.reporter, ticket)).rejects.toThrow(
      'There is no ticket',
    );
    const all = listTicketsQuerySchema.parse({});
    const { items } = await desk.listTickets(reporter, all);
    expect(items.map(item => item.id).sort()).toEqual(
      [message.ticket, ticket].sort(),
    );
  });

  it('can be deleted in the parts that nobody has seen', async () => {
    const { desk, context, report } = await prepare();
    const { reporter, ticket } = await report();
    const unread = async () => [
      ...(await unreadMessages(context, reporter, ticket)),
    ];
    const [first] = await unread();
    await desk.markRead(caller('agent'), ticket);
    expect(await unread()).toEqual([]);
    const reply = await desk.addMessage(
      reporter,
      { ticket },
      { kind: 'reply', body: 'One more' },
    );
    expect(await unread()).toEqual([reply.id]);
    await expect(
      deleteUnread(context, reporter, ticket, first),
    ).rejects.toThrow('A person of the team has read the message');
    const gone = await deleteUnread(context, reporter, ticket, reply.id);
    expect(gone).toMatchObject({ body: '', redacted: { by: reporter.ref } });
    const next = await desk.addMessage(
      reporter,
      { ticket },
      { kind: 'reply', body: 'And more' },
    );
    // who does something has seen it
    await desk.takeOver(caller('agent'), { ticket });
    await expect(
      deleteUnread(context, reporter, ticket, next.id),
    ).rejects.toThrow('A person of the team has read the message');
  });

  it('count as seen once their messages were shown to somebody else', async () => {
    const { desk, context, report } = await prepare();
    const agent = caller('agent');
    const looks = [
      (ticket: string) => desk.listMessages(agent, ticket, { limit: 5 }),
      (ticket: string) =>
        desk.getTicket(agent, ticket, { include: 'messages' }),
    ];
    for (const look of looks) {
      const { reporter, ticket } = await report();
      const unread = () => unreadMessages(context, reporter, ticket);
      await desk.getTicket(reporter, ticket, { include: 'messages' });
      await desk.getTicket(agent, ticket);
      const [first] = await unread();
      expect(first).toBeDefined();
      await look(ticket);
      expect([...(await unread())]).toEqual([]);
      await expect(
        deleteUnread(context, reporter, ticket, first),
      ).rejects.toThrow('A person of the team has read the message');
      const { id: reply } = await desk.addMessage(
        reporter,
        { ticket },
        { kind: 'reply', body: 'One more' },
      );
      expect([...(await unread())]).toEqual([reply]);
    }
  });

  it('are missed when their channel is no longer configured', async () => {
    const { context, report } = await prepare();
    const all = await context.store.reporters.countByChannel();
    await report();
    await report('long');
    const counts = await context.store.reporters.countByChannel();
    expect(counts.map(({ channel }) => channel)).toEqual(['long', 'short']);
    const sum = (of: typeof all) =>
      of.reduce((total, { tickets }) => total + tickets, 0);
    expect(sum(counts) - sum(all)).toBe(2);
    const withChannels = (ids: string[]) => ({
      ...context,
      config: {
        ...context.config,
        publicPages: {
          channels: context.config.publicPages.channels.filter(
            ({ id: known }) => ids.includes(known),
          ),
        },
      },
    });
    expect(await describeStrandedReports(context)).toEqual([]);
    const [some] = await describeStrandedReports(withChannels(['long']));
    expect(some).toMatch(/does not have: short \(\d+\)\. They are not deleted/);
    const [none] = await describeStrandedReports(withChannels([]));
    expect(none).toMatch(
      /long \(\d+\), short \(\d+\)\. Their reporters can no/,
    );
  });

  it('are greeted without a name', async () => {
    const { report, context } = await prepare();
    const { ticket } = await report();
    const stored = await context.store.tickets.find(ticket);
    const values = await placeholderValues(context, caller('agent'), stored!);
    expect(values['requester.name']).toBeNull();
  });
});

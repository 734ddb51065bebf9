import { ConfigReader } from '@backstage/config';
import { testDatabases } from '../../__testUtils__/databases';
import { LEDGER, SUPPORT, lifeDesk } from '../../__testUtils__/lifeDesk';
import { outcomeOf } from '../../__testUtils__/outcome';
import { caller } from '../../__testUtils__/testDesk';
import { readDeskConfig } from '../../config/readDeskConfig';
import { createDesk } from '../createDesk';

jest.setTimeout(60_000);

const databases = testDatabases();
const page = { limit: 100 };
const MINUTES_A_DAY = 24 * 60;

describe.each(databases.ids)('a reply to a closed ticket on %s', id => {
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    life = await lifeDesk(await databases.init(id), {
      tickets: { workflow: { reopenWithin: 'P14D' } },
    });
  });

  async function closedTicket(days: number): Promise<string> {
    const { id: ticket } = await life.file({
      message: 'Help',
      category: 'incident',
      priority: 'high',
      fields: { impact: 'high' },
      to: ['user:default/to-person'],
      cc: ['user:default/cc-person'],
    });
    await life.desk.closeTicket(caller('agent'), { ticket }, {});
    life.clock.advance(days * MINUTES_A_DAY);
    return ticket;
  }

  function reply(name: string, ticket: string, idempotencyKey?: string) {
    return life.desk.addMessage(
      caller(name),
      { ticket },
      { kind: 'reply', body: 'It is back' },
      { idempotencyKey },
    );
  }

  it.each(['requester', 'to-person'])(
    'reopens it within the time for that, by %s',
    async name => {
      const ticket = await closedTicket(13);
      expect(await reply(name, ticket)).toMatchObject({ ticket });
      expect(await life.desk.getTicket(caller('agent'), ticket)).toMatchObject({
        status: 'in-progress',
      });
      expect(await life.desk.listLinks(caller('agent'), ticket)).toEqual({
        items: [],
      });
    },
  );

  it.each(['requester', 'to-person'])(
    'begins a ticket that follows it up after that, by %s',
    async name => {
      const closed = await closedTicket(15);
      const before = await life.desk.getTicket(caller('agent'), closed);
      const message = await reply(name, closed);
      expect(message.ticket).not.toBe(closed);
      expect(
        await life.desk.getTicket(caller('agent'), message.ticket),
      ).toMatchObject({
        status: 'new',
        subject: before.subject,
        category: 'incident',
        priority: 'high',
        fields: { impact: 'high' },
        requester: 'user:default/requester',
        createdBy: `user:default/${name}`,
        organisation: 'group:default/shop',
        team: SUPPORT,
        assignee: null,
        assets: [{ entityRef: LEDGER, primary: true }],
        people: before.people,
        version: 1,
      });
      const { items } = await life.desk.listMessages(
        caller('requester'),
        message.ticket,
        page,
      );
      expect(items).toEqual([message]);
      expect(await life.desk.getTicket(caller('agent'), closed)).toMatchObject({
        status: 'closed',
        version: before.version,
      });
      expect(
        await life.desk.listLinks(caller('requester'), closed),
      ).toMatchObject({
        items: [
          { type: 'follow-up', outward: false, ticket: { id: message.ticket } },
        ],
      });
      expect(await life.events(message.ticket)).toMatchObject([
        { type: 'filed' },
        { type: 'routed', rule: 'copied', team: SUPPORT },
        { type: 'linked', link: 'follow-up', outward: true, ticket: closed },
      ]);
      expect((await life.events(closed)).at(-1)).toMatchObject({
        type: 'linked',
        link: 'follow-up',
        outward: false,
        ticket: message.ticket,
      });
    },
  );

  it.each([
    ['the default team', 'group:default/other-support', 'default-team'],
    ['triage', undefined, 'triage'],
  ])(
    'goes to %s when its team is configured no more',
    async (_where, defaultTeam, rule) => {
      const closed = await closedTicket(15);
      const config = readDeskConfig(
        new ConfigReader({
          tickets: {
            teams: [{ group: 'group:default/other-support' }],
            workflow: { reopenWithin: 'P14D' },
            ...(defaultTeam && { defaultTeam }),
          },
        }),
      );
      const { ticket } = await createDesk({
        ...life.context,
        config,
      }).addMessage(
        caller('requester'),
        { ticket: closed },
        { kind: 'reply', body: 'It is back' },
      );
      expect(await life.desk.getTicket(caller('admin'), ticket)).toMatchObject({
        team: defaultTeam ?? null,
        assignee: null,
      });
      expect((await life.events(ticket))[1]).toMatchObject({
        type: 'routed',
        rule,
        reason: expect.stringContaining(`Passed over the team of`),
      });
    },
  );

  it('begins one such ticket, however often the reply is sent', async () => {
    const closed = await closedTicket(15);
    const first = await reply('requester', closed, 'again');
    expect(await reply('requester', closed, 'again')).toEqual(first);
    const { items } = await life.desk.listLinks(caller('agent'), closed);
    expect(items).toHaveLength(1);
  });

  async function followUpsOf(closed: string): Promise<string[]> {
    const { items } = await life.desk.listLinks(caller('agent'), closed);
    return items.map(({ ticket }) => ticket.id);
  }

  it('joins the follow-up that is open, whoever of the side begins it', async () => {
    const closed = await closedTicket(15);
    const { version } = await life.desk.getTicket(caller('requester'), closed);
    const first = await reply('requester', closed);
    const second = await reply('to-person', closed);
    const third = await reply('requester', closed, 'a-third-time');
    expect(await reply('requester', closed, 'a-third-time')).toEqual(third);
    expect([second.ticket, third.ticket]).toEqual([first.ticket, first.ticket]);
    expect(await followUpsOf(closed)).toEqual([first.ticket]);
    const { items } = await life.desk.listMessages(
      caller('agent'),
      first.ticket,
      page,
    );
    expect(items.map(({ id: message }) => message)).toEqual([
      third.id,
      second.id,
      first.id,
    ]);
    await expect(
      life.desk.addMessage(
        caller('requester'),
        { ticket: closed, version: version - 1 },
        { kind: 'reply', body: 'I saw it open' },
      ),
    ).rejects.toMatchObject({ name: 'StaleTicketError' });
  });

  it('lets a follow-up that waits for its requester go on', async () => {
    const closed = await closedTicket(15);
    const { ticket } = await reply('requester', closed);
    await life.desk.changeStatus(
      caller('agent'),
      { ticket },
      { status: 'waiting-requester' },
    );
    await reply('requester', closed);
    expect(await life.desk.getTicket(caller('agent'), ticket)).toMatchObject({
      status: 'in-progress',
    });
  });

  it('joins what follows up a follow-up, and what it was merged into', async () => {
    const closed = await closedTicket(15);
    const { ticket: first } = await reply('requester', closed);
    await life.desk.closeTicket(caller('agent'), { ticket: first }, {});
    life.clock.advance(15 * MINUTES_A_DAY);
    const { ticket: second } = await reply('requester', first);
    expect((await reply('requester', closed)).ticket).toBe(second);
    const { id: other } = await life.file();
    await life.desk.mergeTicket(
      caller('agent'),
      { ticket: second },
      { into: other },
    );
    expect((await reply('requester', closed)).ticket).toBe(other);
  });

  it('begins another one when the one before has ended', async () => {
    const closed = await closedTicket(15);
    const { ticket } = await reply('requester', closed);
    await life.desk.closeTicket(caller('agent'), { ticket }, {});
    const next = await reply('requester', closed);
    expect(next.ticket).not.toBe(ticket);
    expect(await followUpsOf(closed)).toHaveLength(2);
  });

  it('does not join what is somebody else’s, or not for its author', async () => {
    const closed = await closedTicket(15);
    const { id: foreign } = await life.desk.fileTicket(caller('colleague'), {
      subject: 'Like that one',
      assets: [LEDGER],
    });
    await life.desk.linkTickets(
      caller('agent'),
      { ticket: foreign },
      { type: 'follow-up', ticket: closed },
    );
    const { ticket } = await reply('to-person', closed);
    expect(ticket).not.toBe(foreign);
    await life.desk.editTicket(
      caller('agent'),
      { ticket },
      { visibility: 'internal' },
    );
    const own = await reply('requester', closed);
    expect([ticket, foreign]).not.toContain(own.ticket);
  });

  it('begins one follow-up when two write at once', async () => {
    const closed = await closedTicket(15);
    const written = await Promise.all(
      ['requester', 'to-person', 'requester', 'to-person'].map(name =>
        reply(name, closed),
      ),
    );
    expect(new Set(written.map(({ ticket }) => ticket)).size).toBe(1);
    expect(await followUpsOf(closed)).toHaveLength(1);
  });

  it('stands on it when an agent of the ticket writes', async () => {
    const closed = await closedTicket(15);
    expect(await reply('agent', closed)).toMatchObject({ ticket: closed });
  });

  it.each(['colleague', 'cc-person'])(
    'is not for %s to write, who cannot reopen it',
    async name => {
      const closed = await closedTicket(15);
      await expect(reply(name, closed)).rejects.toMatchObject({
        name: 'ConflictError',
      });
    },
  );

  it.each([
    [13, 'ConflictError'],
    [15, 'done'],
  ])(
    'that was archived %d days after it was closed: %s',
    async (days, outcome) => {
      const closed = await closedTicket(days);
      await life.desk.archiveTicket(caller('agent'), { ticket: closed });
      expect(await outcomeOf(reply('requester', closed))).toBe(outcome);
      const { items } = await life.desk.listMessages(
        caller('requester'),
        closed,
        page,
      );
      expect(items.map(({ body }) => body)).toEqual(['Help']);
    },
  );
});

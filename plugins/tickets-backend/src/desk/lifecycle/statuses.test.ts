import type {
  ChangeStatusRequest,
  EventDetail,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import type { Desk } from '../Desk';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

const AGENT = caller('agent');
const TOMORROW = '2026-05-06T08:00:00.000Z';

describe.each(databases.ids)('the way of a ticket on %s', id => {
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    life = await lifeDesk(await databases.init(id));
  });

  async function lastChange(ticket: string): Promise<EventDetail | undefined> {
    return (await life.changes(ticket)).at(-1);
  }

  /** A ticket that this was done to. */
  async function ticketAfter(
    ...steps: ((desk: Desk, ticket: string) => Promise<unknown>)[]
  ): Promise<Ticket> {
    const { id: ticket } = await life.file();
    for (const step of steps) {
      await step(life.desk, ticket);
    }
    return life.desk.getTicket(AGENT, ticket);
  }

  const solved = (desk: Desk, ticket: string) =>
    desk.solveTicket(AGENT, { ticket }, {});
  const closed = (desk: Desk, ticket: string) =>
    desk.closeTicket(AGENT, { ticket }, {});
  const archived = (desk: Desk, ticket: string) =>
    desk.archiveTicket(AGENT, { ticket });

  describe('to a status', () => {
    it.each<[string, ChangeStatusRequest, string]>([
      ['an unknown one', { status: 'lost' }, 'status'],
      ['a postponed one without a date', { status: 'postponed' }, 'until'],
      [
        'a postponed one with a date that is over',
        { status: 'postponed', until: '2026-05-05T08:00:00.000Z' },
        'until',
      ],
      [
        'another one with a date',
        { status: 'in-progress', until: TOMORROW },
        'until',
      ],
    ])('is refused: %s', async (_, request, path) => {
      const { id: ticket } = await life.file();
      await expect(
        life.desk.changeStatus(AGENT, { ticket }, request),
      ).rejects.toMatchObject({ name: 'InputError', issues: [{ path }] });
    });

    it('cannot be a postponed one that goes with a message', async () => {
      const { id: ticket } = await life.file();
      await expect(
        life.desk.addMessage(
          AGENT,
          { ticket },
          { kind: 'reply', body: 'Later', status: 'postponed' },
        ),
      ).rejects.toMatchObject({ issues: [{ path: 'status' }] });
    });

    it('keeps the date of a postponed one until the ticket leaves it', async () => {
      const { id: ticket } = await life.file();
      const change = (request: ChangeStatusRequest) =>
        life.desk.changeStatus(AGENT, { ticket }, request);
      expect(
        await change({
          status: 'postponed',
          until: '2026-05-06T10:00:00+02:00',
        }),
      ).toMatchObject({ status: 'postponed', postponedUntil: TOMORROW });
      expect(await change({ status: 'in-progress' })).toMatchObject({
        postponedUntil: null,
      });
    });

    it.each<[string, ChangeStatusRequest, boolean, boolean | undefined]>([
      ['told of the end by default', { status: 'closed' }, true, undefined],
      [
        'told of no end where configured so',
        { status: 'closed' },
        false,
        false,
      ],
      ['told as asked', { status: 'closed', notify: true }, false, undefined],
      ['not told as asked', { status: 'solved', notify: false }, true, false],
      ['told of other statuses', { status: 'in-progress' }, false, undefined],
    ])('people are %s', async (_, request, notifyParticipants, notified) => {
      const desk = await lifeDesk(await databases.init(id), {
        tickets: { closing: { notifyParticipants } },
      });
      const { id: ticket } = await desk.file();
      await desk.desk.changeStatus(AGENT, { ticket }, request);
      const [change] = await desk.changes(ticket);
      expect(change).toMatchObject({ type: 'status-changed', cause: 'person' });
      expect('notified' in change ? change.notified : undefined).toBe(notified);
    });

    it('leads out of one that is configured no more', async () => {
      const knex = await databases.init(id);
      const before = await lifeDesk(knex);
      const { id: ticket } = await before.file();
      await before.desk.changeStatus(
        AGENT,
        { ticket },
        {
          status: 'waiting-internal',
        },
      );
      const after = await lifeDesk(knex, {
        tickets: {
          cannedReplies: [],
          statuses: [
            { id: 'open', title: 'Open', type: 'open' },
            { id: 'done', title: 'Done', type: 'closed' },
          ],
        },
      });
      expect(await after.desk.getTicket(AGENT, ticket)).toMatchObject({
        status: 'waiting-internal',
        light: 'orange',
      });
      expect(
        await after.desk.changeStatus(AGENT, { ticket }, { status: 'open' }),
      ).toMatchObject({ status: 'open' });
    });

    it('leads back to work when the requester replies to one that had ended in a status that is configured no more', async () => {
      const knex = await databases.init(id);
      const before = await lifeDesk(knex);
      const { id: ticket } = await before.file();
      await before.desk.closeTicket(AGENT, { ticket }, {});
      const after = await lifeDesk(knex, {
        tickets: {
          cannedReplies: [],
          statuses: [
            { id: 'open', title: 'Open', type: 'open' },
            { id: 'done', title: 'Done', type: 'closed' },
          ],
        },
      });
      await after.desk.addMessage(
        caller('requester'),
        { ticket },
        { kind: 'reply', body: 'It is back' },
      );
      expect(await after.desk.getTicket(AGENT, ticket)).toMatchObject({
        status: 'open',
        endedAt: null,
      });
    });
  });

  describe('aside', () => {
    it('is postponed until a time, and then until another', async () => {
      const { id: ticket } = await life.file();
      const until = (time: string) =>
        life.desk.postponeTicket(AGENT, { ticket }, { until: time });
      expect(await until(TOMORROW)).toMatchObject({
        status: 'postponed',
        light: 'grey',
        postponedUntil: TOMORROW,
        version: 2,
      });
      const later = '2026-06-01T00:00:00.000Z';
      expect(await until(later)).toMatchObject({
        postponedUntil: later,
        version: 3,
      });
      expect(await until(later)).toMatchObject({ version: 3 });
      await expect(until('2026-05-05T07:59:59.999Z')).rejects.toMatchObject({
        issues: [{ path: 'until' }],
      });
    });

    it('is not open to ended tickets', async () => {
      const { id: ticket } = await ticketAfter(solved);
      await expect(
        life.desk.postponeTicket(AGENT, { ticket }, { until: TOMORROW }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
    });

    it('ends when the requester replies', async () => {
      const { id: ticket } = await life.file();
      await life.desk.postponeTicket(AGENT, { ticket }, { until: TOMORROW });
      await life.desk.addMessage(
        caller('requester'),
        { ticket },
        { kind: 'reply', body: 'Any news?' },
      );
      expect(await life.desk.getTicket(AGENT, ticket)).toMatchObject({
        status: 'in-progress',
        postponedUntil: null,
      });
    });
  });

  describe('to its end', () => {
    it.each([
      ['solve', 'solved', {}, undefined],
      ['solve', 'solved', { notify: false }, false],
      ['close', 'closed', {}, undefined],
      ['close', 'closed', { notify: false }, false],
    ] as const)(
      '%s leads to %s with %j',
      async (way, status, request, notified) => {
        const { id: ticket } = await life.file();
        expect(
          await life.desk[`${way}Ticket`](AGENT, { ticket }, request),
        ).toMatchObject({
          status,
          endedAt: '2026-05-05T08:00:00.000Z',
        });
        const change = await lastChange(ticket);
        expect(change).toEqual({
          type: 'status-changed',
          from: 'new',
          to: status,
          cause: way,
          ...(notified === false && { notified }),
        });
      },
    );

    it('is solved once, and can still be closed', async () => {
      const { id: ticket } = await ticketAfter(solved);
      await expect(solved(life.desk, ticket)).rejects.toMatchObject({
        name: 'ConflictError',
      });
      expect(await closed(life.desk, ticket)).toMatchObject({
        status: 'closed',
      });
      await expect(closed(life.desk, ticket)).rejects.toMatchObject({
        name: 'ConflictError',
      });
    });

    it('is no way for the requester to solve', async () => {
      const { id: ticket } = await life.file();
      await expect(
        life.desk.solveTicket(caller('requester'), { ticket }, {}),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    });

    it('begins again when it is reopened', async () => {
      const { id: ticket } = await ticketAfter(closed);
      expect(
        await life.desk.reopenTicket(
          caller('requester'),
          { ticket },
          { notify: false },
        ),
      ).toMatchObject({ light: 'orange', endedAt: null });
      expect(await lastChange(ticket)).toMatchObject({
        cause: 'reopen',
        notified: false,
      });
    });
  });

  describe('to the archive', () => {
    it('leads ended tickets out of the lists and back', async () => {
      const { id: ticket } = await ticketAfter(closed);
      const lists = async () => {
        const { items } = await life.desk.listTickets(AGENT, {
          state: 'closed',
          limit: 100,
          sort: 'updatedAt',
          order: 'desc',
        });
        return items.some(item => item.id === ticket);
      };
      expect(await lists()).toBe(true);
      expect(await archived(life.desk, ticket)).toMatchObject({
        archivedAt: '2026-05-05T08:00:00.000Z',
      });
      expect(await lists()).toBe(false);
      await expect(archived(life.desk, ticket)).rejects.toMatchObject({
        name: 'ConflictError',
      });
      expect(await life.desk.unarchiveTicket(AGENT, { ticket })).toMatchObject({
        archivedAt: null,
        status: 'closed',
      });
      expect(await lists()).toBe(true);
      await expect(
        life.desk.unarchiveTicket(AGENT, { ticket }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
    });

    it('is closed to open tickets', async () => {
      const { id: ticket } = await life.file();
      await expect(archived(life.desk, ticket)).rejects.toMatchObject({
        name: 'ConflictError',
      });
    });

    it('has to be left before the ticket is reopened', async () => {
      const { id: ticket } = await ticketAfter(closed, archived);
      await expect(
        life.desk.reopenTicket(AGENT, { ticket }, {}),
      ).rejects.toMatchObject({ name: 'ConflictError' });
    });
  });

  describe('when it is read', () => {
    const onRead = { workflow: { onRead: { to: 'in-progress' } } };

    it.each([
      ['agent', 'in-progress'],
      ['requester', 'new'],
      ['colleague', 'new'],
      ['owner', 'new'],
      ['other-agent', 'new'],
      ['admin', 'new'],
    ])('by %s leaves it %s', async (name, status) => {
      const desk = await lifeDesk(await databases.init(id), {
        tickets: onRead,
      });
      const { id: ticket } = await desk.file();
      await desk.desk.markRead(caller(name), ticket);
      expect(await desk.desk.getTicket(AGENT, ticket)).toMatchObject({
        status,
        version: status === 'new' ? 1 : 2,
      });
    });

    it('changes nothing where nothing reacts', async () => {
      const { id: ticket } = await life.file();
      expect(await life.desk.markRead(AGENT, ticket)).toMatchObject({
        version: 1,
      });
      expect(await life.changes(ticket)).toEqual([]);
    });

    it('changes it once', async () => {
      const desk = await lifeDesk(await databases.init(id), {
        tickets: onRead,
      });
      const { id: ticket } = await desk.file();
      await desk.desk.markRead(AGENT, ticket);
      await desk.desk.markRead(caller('second-agent'), ticket);
      expect(await desk.changes(ticket)).toEqual([
        {
          type: 'status-changed',
          from: 'new',
          to: 'in-progress',
          cause: 'read',
        },
      ]);
    });

    it('is unknown to those who may not see it', async () => {
      const { id: ticket } = await life.file();
      await expect(
        life.desk.markRead(caller('outsider'), ticket),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });

  describe('when it is rated', () => {
    it('keeps the last rating of its requester', async () => {
      const { id: ticket } = await ticketAfter(solved);
      const rate = (stars: number, comment?: string) =>
        life.desk.rateTicket(
          caller('requester'),
          { ticket },
          { stars, comment },
        );
      expect(await rate(2, 'Too late')).toMatchObject({
        rating: { stars: 2, comment: 'Too late' },
      });
      expect(await rate(4)).toMatchObject({
        rating: { stars: 4, comment: null },
      });
      const { version } = await life.desk.getTicket(AGENT, ticket);
      expect(await rate(4)).toMatchObject({ version });
    });

    it.each([
      ['agent', 'NotAllowedError'],
      ['admin', 'NotAllowedError'],
      ['colleague', 'NotAllowedError'],
      ['outsider', 'NotFoundError'],
    ])('is not open to %s', async (name, error) => {
      const { id: ticket } = await ticketAfter(solved);
      await expect(
        life.desk.rateTicket(caller(name), { ticket }, { stars: 5 }),
      ).rejects.toMatchObject({ name: error });
    });

    it('has to have ended', async () => {
      const { id: ticket } = await life.file();
      await expect(
        life.desk.rateTicket(caller('requester'), { ticket }, { stars: 5 }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
    });
  });
});

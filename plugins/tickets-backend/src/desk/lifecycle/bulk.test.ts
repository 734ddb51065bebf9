import { mockServices } from '@backstage/backend-test-utils';
import type {
  BulkChange,
  BulkResults,
} from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../../__testUtils__/databases';
import { SUPPORT, lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';
import { ThrottledLogger } from '../ThrottledLogger';
import { changeMany } from './bulk';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('a bulk change on %s', id => {
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    life = await lifeDesk(await databases.init(id));
  });

  function bulk(
    name: string,
    tickets: string[],
    change: BulkChange,
  ): Promise<BulkResults> {
    return life.desk.changeTickets(caller(name), { tickets, change });
  }

  it('answers for each ticket as the single change would have, and goes on', async () => {
    const [open, closed, foreign] = await Promise.all([
      life.file(),
      life.file(),
      life.file({ assets: ['component:default/website'] }),
    ]);
    await life.desk.closeTicket(caller('agent'), { ticket: closed.id }, {});
    const last = await life.file();
    const { items } = await bulk(
      'agent',
      [open.number, closed.id, foreign.id, 'nothing', last.id],
      { type: 'solve' },
    );
    expect(items).toMatchObject([
      { ticket: open.number, status: 200, version: 2 },
      { ticket: closed.id, status: 409, error: { name: 'ConflictError' } },
      { ticket: foreign.id, status: 403, error: { name: 'NotAllowedError' } },
      { ticket: 'nothing', status: 404, error: { name: 'NotFoundError' } },
      { ticket: last.id, status: 200, version: 2 },
    ]);
    expect(items[0]).not.toHaveProperty('error');
    expect(items[1]).not.toHaveProperty('version');
  });

  it('changes a ticket once, by however many keys it is named', async () => {
    const [into, from] = [await life.file(), await life.file()];
    await life.desk.mergeTicket(
      caller('agent'),
      { ticket: from.id },
      { into: into.id },
    );
    const keys = [into.number, into.id, from.number, from.id];
    const { items } = await bulk('agent', keys, {
      type: 'message',
      kind: 'note',
      body: 'Once',
    });
    const { version } = await life.desk.getTicket(caller('agent'), into.id);
    expect(items).toEqual(
      keys.map(ticket => ({ ticket, status: 201, version })),
    );
    const { items: messages } = await life.desk.listMessages(
      caller('agent'),
      into.id,
      { limit: 100 },
    );
    expect(messages.filter(({ body }) => body === 'Once')).toHaveLength(1);
    const deleted = await bulk('admin', keys, { type: 'delete' });
    expect(deleted.items).toEqual(
      keys.map(ticket => ({ ticket, status: 204 })),
    );
  });

  it('tells what may not be read from what is not there by nothing', async () => {
    const { id: ticket } = await life.file();
    await life.desk.editTicket(
      caller('agent'),
      { ticket },
      { visibility: 'confidential' },
    );
    const unknown = '00000000-0000-4000-8000-000000000000';
    const { items } = await bulk('other-agent', [ticket, unknown], {
      type: 'take-over',
    });
    const texts = items.map(item =>
      JSON.stringify(item).replaceAll(item.ticket, '?'),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(items[0].status).toBe(404);
  });

  it.each<[BulkChange, object]>([
    [
      {
        type: 'edit',
        priority: 'high',
        category: 'other',
        visibility: 'confidential',
        slaPolicy: 'gold',
        addTags: ['b'],
        removeTags: ['a'],
      },
      {
        priority: 'high',
        category: 'other',
        visibility: 'confidential',
        slaPolicy: 'gold',
        tags: ['b'],
      },
    ],
    [
      { type: 'assignment', assignee: 'user:default/second-agent' },
      { assignee: 'user:default/second-agent' },
    ],
    [
      {
        type: 'assignment',
        assignee: null,
        team: 'group:default/other-support',
      },
      { assignee: null, team: 'group:default/other-support' },
    ],
    [{ type: 'take-over' }, { assignee: 'user:default/agent', team: SUPPORT }],
    [
      {
        type: 'status',
        status: 'postponed',
        until: '2026-06-01T00:00:00.000Z',
      },
      { postponedUntil: '2026-06-01T00:00:00.000Z' },
    ],
    [{ type: 'solve' }, { status: 'solved' }],
    [{ type: 'close', notify: false }, { status: 'closed' }],
  ])('does the single change: %j', async (change, expected) => {
    const { id: ticket } = await life.file();
    await life.desk.editTicket(caller('agent'), { ticket }, { tags: ['a'] });
    const { items } = await bulk('agent', [ticket], change);
    const after = await life.desk.getTicket(caller('admin'), ticket);
    expect(after).toMatchObject(expected);
    expect(items).toEqual([
      {
        ticket,
        status: 200,
        version: after.version,
        before: expect.any(Object),
      },
    ]);
  });

  it('says what each ticket was, so that it can be undone', async () => {
    const { id: ticket } = await life.file();
    const changed = async (change: BulkChange, name = 'agent') =>
      (await bulk(name, [ticket], change)).items[0];
    await changed({ type: 'edit', addTags: ['a'], priority: 'high' });
    const before = await life.desk.getTicket(caller('agent'), ticket);
    expect(
      await changed({ type: 'edit', addTags: ['b'], priority: 'high' }),
    ).toMatchObject({ before: { tags: ['a'] } });
    expect(await changed({ type: 'edit', addTags: ['b'] })).toMatchObject({
      before: {},
    });
    const until = '2026-06-01T00:00:00.000Z';
    const { before: status } = await changed({
      type: 'status',
      status: 'postponed',
      until,
    });
    expect(status).toEqual({ status: before.status, postponedUntil: null });
    expect(await changed({ type: 'close' })).toMatchObject({
      before: { status: 'postponed', postponedUntil: until },
    });
  });

  it('tells those who do not see statuses nothing of what it was', async () => {
    const { id: ticket } = await life.file();
    const { items } = await bulk('requester', [ticket], { type: 'close' });
    expect(items).toEqual([
      { ticket, status: 200, version: expect.any(Number) },
    ]);
  });

  it('does not say what it was when somebody else changed it in the same moment', async () => {
    const { id: ticket } = await life.file();
    const { desk, context } = life;
    const { items } = await changeMany(
      {
        context,
        desk: {
          ...desk,
          takeOver: async (by, target) => {
            await desk.editTicket(caller('admin'), target, { tags: ['other'] });
            return desk.takeOver(by, target);
          },
        },
      },
      caller('agent'),
      { tickets: [ticket], change: { type: 'take-over' } },
    );
    expect(items).toEqual([
      { ticket, status: 200, version: expect.any(Number) },
    ]);
  });

  it('takes nothing that somebody else did in the same moment for its own', async () => {
    const { id: ticket, priority } = await life.file();
    const { desk, context } = life;
    const { items } = await changeMany(
      {
        context,
        desk: {
          ...desk,
          editTicket: async (by, target, edit) => {
            await desk.editTicket(
              caller('admin'),
              { ticket },
              { tags: ['other'] },
            );
            return desk.editTicket(by, target, edit);
          },
        },
      },
      caller('agent'),
      { tickets: [ticket], change: { type: 'edit', priority } },
    );
    expect(items).toEqual([{ ticket, status: 200, version: 2 }]);
  });

  it('reopens, archives and unarchives', async () => {
    const { id: ticket } = await life.file();
    for (const [type, expected] of [
      ['close', { status: 'closed' }],
      ['archive', { archivedAt: expect.any(String) }],
      ['unarchive', { archivedAt: null }],
      ['reopen', { endedAt: null }],
    ] as const) {
      await bulk('agent', [ticket], { type });
      expect(await life.desk.getTicket(caller('agent'), ticket)).toMatchObject(
        expected,
      );
    }
  });

  it('sends a message with a status to each', async () => {
    const tickets = [await life.file(), await life.file()];
    const ids = tickets.map(ticket => ticket.id);
    const { items } = await bulk('agent', ids, {
      type: 'message',
      kind: 'reply',
      body: 'It is over',
      status: 'solved',
    });
    expect(items).toMatchObject([
      { status: 201, version: 2 },
      { status: 201, version: 2 },
    ]);
    for (const ticket of ids) {
      const messages = await life.desk.listMessages(
        caller('requester'),
        ticket,
        {
          limit: 10,
        },
      );
      expect(messages.items).toMatchObject([{ body: 'It is over' }]);
    }
  });

  it('deletes for admins only', async () => {
    const { id: ticket } = await life.file();
    expect((await bulk('agent', [ticket], { type: 'delete' })).items).toEqual([
      { ticket, status: 403, error: expect.anything() },
    ]);
    expect((await bulk('admin', [ticket], { type: 'delete' })).items).toEqual([
      { ticket, status: 204 },
    ]);
  });

  it('is refused as a whole where it changes nothing', async () => {
    const { id: ticket } = await life.file();
    await expect(
      bulk('agent', [ticket], { type: 'edit' }),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it('logs what goes wrong unexpectedly, and says nothing of it', async () => {
    const tickets = [(await life.file()).id, (await life.file()).id];
    const logger = mockServices.logger.mock();
    const broken = {
      ...life.desk,
      takeOver: jest
        .fn(life.desk.takeOver)
        .mockRejectedValueOnce(new Error('password=secret at 10.0.0.1')),
    };
    const { items } = await changeMany(
      {
        desk: broken,
        context: {
          ...life.context,
          throttledLogger: new ThrottledLogger(logger, () => new Date()),
        },
      },
      caller('agent'),
      { tickets, change: { type: 'take-over' } },
    );
    expect(items).toMatchObject([{ status: 500 }, { status: 200 }]);
    expect(JSON.stringify(items)).not.toContain('secret');
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining(tickets[0]),
      expect.objectContaining({ message: 'password=secret at 10.0.0.1' }),
    );
  });
});

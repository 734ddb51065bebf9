import { Readable } from 'node:stream';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { caller } from '../../__testUtils__/testDesk';
import { readNotification } from '../../store/storedWords';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Tables in which something of a ticket can be. */
const TABLES = [
  'tickets',
  'ticket_assets',
  'ticket_tags',
  'ticket_people',
  'ticket_entities',
  'ticket_links',
  'ticket_messages',
  'ticket_message_recipients',
  'ticket_events',
  'ticket_files',
];

describe.each(databases.ids)('deleting a ticket on %s', id => {
  async function freshDesk() {
    const knex = await databases.init(id);
    const life = await lifeDesk(knex);
    const rows = async () =>
      Object.fromEntries(
        await Promise.all(
          TABLES.map(async table => [
            table,
            (await knex(table).select()).length,
          ]),
        ),
      );
    return { ...life, knex, rows };
  }

  it('leaves nothing of it, nor of what was merged into it', async () => {
    const { desk, file, rows } = await freshDesk();
    const kept = await file({ message: 'I stay' });
    const before = await rows();

    const first = await file({ message: 'One' });
    const second = await file({ message: 'Two' });
    const third = await file({ message: 'Three' });
    const agent = caller('agent');
    await desk.editTicket(
      agent,
      { ticket: third.id },
      { tags: ['x'], entities: ['component:default/queue'] },
    );
    await desk.addPerson(
      agent,
      { ticket: third.id },
      { ref: 'user:default/outsider', role: 'to' },
    );
    await desk.addMessage(
      agent,
      { ticket: third.id },
      { kind: 'private', body: 'Hush', recipients: ['user:default/requester'] },
    );
    await desk.linkTickets(
      agent,
      { ticket: third.id },
      { type: 'relates', ticket: kept.id },
    );
    await desk.mergeTicket(agent, { ticket: first.id }, { into: second.id });
    await desk.mergeTicket(agent, { ticket: second.id }, { into: third.id });

    await desk.deleteTicket(caller('admin'), { ticket: third.number });

    // the ticket that stays remembers that there was a link
    expect(await rows()).toEqual({
      ...before,
      ticket_events: before.ticket_events + 1,
    });
    for (const gone of [first, second, third]) {
      await expect(
        desk.getTicket(caller('admin'), gone.id),
      ).rejects.toMatchObject({
        name: 'NotFoundError',
      });
    }
    expect(await desk.listLinks(agent, kept.id)).toEqual({ items: [] });
  });

  it('removes its files with their contents', async () => {
    const { desk, file, knex, rows } = await freshDesk();
    const requester = caller('requester');
    const upload = () =>
      desk.uploadFile(requester, {
        name: 'a.txt',
        content: Readable.from([Buffer.from('Some text')]),
      });
    const { id: attached } = await upload();
    const { id: unattached } = await upload();
    const { id: ticket } = await file({
      message: 'See there',
      attachments: [attached],
    });
    await desk.deleteTicket(caller('admin'), { ticket });
    expect(await knex('ticket_files').pluck('id')).toEqual([unattached]);
    expect(
      await knex('ticket_file_chunks').distinct('storage_key'),
    ).toHaveLength(1);
    expect(await rows()).toMatchObject({ tickets: 0, ticket_messages: 0 });
    await expect(desk.downloadFile(requester, attached)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('is told to the screens of all who could read it', async () => {
    const knex = await databases.init(id);
    const wake = jest.fn();
    const { desk, file } = await lifeDesk(knex, {
      context: {
        outboxSignal: {
          channelsFor: event => (event === 'deleted' ? ['screens'] : []),
          wake,
        },
      },
    });
    const { id: ticket } = await file();
    await desk.deleteTicket(caller('admin'), { ticket });
    expect(wake).toHaveBeenCalledTimes(1);
    const [row] = await knex('ticket_outbox').select();
    expect(row).toMatchObject({ channel: 'screens', ticket_id: ticket });
    const { event, parties } = readNotification(row.notice);
    expect(event).toBe('deleted');
    expect(parties).toContainEqual({
      ref: 'user:default/requester',
      roles: ['reader'],
    });
  });

  it('never gives its number to another ticket', async () => {
    const { desk, file } = await freshDesk();
    const { number } = await file();
    await desk.deleteTicket(caller('admin'), { ticket: number });
    expect((await file()).number).not.toBe(number);
  });

  it.each([
    ['agent', 'NotAllowedError'],
    ['requester', 'NotAllowedError'],
    ['other-agent', 'NotAllowedError'],
    ['outsider', 'NotFoundError'],
  ])('is not for %s', async (name, error) => {
    const { desk, file, rows } = await freshDesk();
    const { id: ticket } = await file();
    const before = await rows();
    await expect(
      desk.deleteTicket(caller(name), { ticket }),
    ).rejects.toMatchObject({
      name: error,
    });
    expect(await rows()).toEqual(before);
  });

  it('is refused to those who saw an earlier version', async () => {
    const { desk, file } = await freshDesk();
    const { id: ticket } = await file();
    await desk.takeOver(caller('agent'), { ticket });
    await expect(
      desk.deleteTicket(caller('admin'), { ticket, version: 1 }),
    ).rejects.toMatchObject({ name: 'StaleTicketError' });
    await desk.deleteTicket(caller('admin'), { ticket, version: 2 });
  });
});

import { listTicketsQuerySchema } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { statementsOf } from '../__testUtils__/statements';
import { caller, testDesk } from '../__testUtils__/testDesk';
import { createDesk } from './createDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

/** A desk with everything that tells people of tickets. */
async function announcingDesk(knex: Knex) {
  const { context } = await testDesk(knex);
  return createDesk({
    ...context,
    outboxSignal: {
      channelsFor: () => ['notifications', 'signals'],
      wake: () => {},
    },
  });
}

const filing = {
  subject: 'The queue is full',
  message: 'Since this morning nothing is taken out of it.',
  assets: ['component:default/queue'],
  tags: ['urgent', 'queue'],
  cc: ['user:default/colleague'],
};

/** What somebody files who is no agent. */
const { tags: _tags, ...withoutTags } = filing;

describe.each(databases.ids)('what the desk sends to %s', id => {
  const most = id.startsWith('POSTGRES') ? 3 : 12;

  it(`is at most ${most} statements to file a ticket`, async () => {
    const knex = await databases.init(id);
    const desk = await announcingDesk(knex);
    const { inTransaction, outside } = await statementsOf(knex, () =>
      desk.fileTicket(caller('agent'), filing),
    );
    expect(inTransaction.length).toBeGreaterThan(0);
    expect(inTransaction.slice(most)).toEqual([]);
    expect(outside).toEqual([]);
    await expect(
      knex('ticket_tags').pluck('tag').orderBy('tag'),
    ).resolves.toEqual(['queue', 'urgent']);
  });

  it('is at most 8 statements to reply', async () => {
    const knex = await databases.init(id);
    const desk = await announcingDesk(knex);
    const ticket = await desk.fileTicket(caller('requester'), withoutTags);
    const { inTransaction, outside } = await statementsOf(knex, () =>
      desk.addMessage(
        caller('agent'),
        { ticket: ticket.id },
        { kind: 'reply', body: 'We are on it.' },
      ),
    );
    expect(inTransaction.length).toBeGreaterThan(0);
    expect(inTransaction.slice(8)).toEqual([]);
    // whether they may read it, before the catalog is asked for anything
    expect(outside).toHaveLength(1);
  });

  it('is one statement to list the open tickets of a team with their total', async () => {
    const knex = await databases.init(id);
    const desk = await announcingDesk(knex);
    await desk.fileTicket(caller('requester'), withoutTags);
    await desk.fileTicket(caller('requester'), withoutTags);
    const query = { ...listTicketsQuerySchema.parse({}), limit: 1 };
    const { outside } = await statementsOf(knex, async () => {
      const page = await desk.listTickets(caller('agent'), {
        ...query,
        state: 'open',
        team: ['group:default/support'],
      });
      expect(page).toMatchObject({ items: [{}], total: 2 });
    });
    expect(outside).toHaveLength(1);
  });

  it('is three statements to read a ticket with its messages', async () => {
    const knex = await databases.init(id);
    const desk = await announcingDesk(knex);
    const { number } = await desk.fileTicket(caller('requester'), withoutTags);
    const { outside } = await statementsOf(knex, () =>
      desk.getTicket(caller('requester'), number, { include: 'messages' }),
    );
    expect(outside).toHaveLength(3);
  });

  it.each(['take-over', 'message'] as const)(
    'is a few statements for all tickets of a bulk change beside those of each: %s',
    async type => {
      const knex = await databases.init(id);
      const desk = await announcingDesk(knex);
      const [alone, from, into, ...others] = [
        await desk.fileTicket(caller('requester'), withoutTags),
        await desk.fileTicket(caller('requester'), withoutTags),
        await desk.fileTicket(caller('requester'), withoutTags),
        await desk.fileTicket(caller('requester'), withoutTags),
        await desk.fileTicket(caller('requester'), withoutTags),
        await desk.fileTicket(caller('requester'), withoutTags),
      ];
      const admin = caller('admin');
      await desk.mergeTicket(admin, { ticket: from.id }, { into: into.id });
      const note = { kind: 'note', body: 'Once' } as const;
      const change = type === 'message' ? { type, ...note } : { type };
      const single = await statementsOf(knex, () =>
        type === 'message'
          ? desk.addMessage(admin, { ticket: alone.id }, note)
          : desk.takeOver(admin, { ticket: alone.id }),
      );
      const keys = [
        from.number.toLowerCase(),
        into.id,
        ...others.map(({ number }) => number),
      ];
      const { outside } = await statementsOf(knex, async () => {
        const { items } = await desk.changeTickets(admin, {
          tickets: keys,
          change,
        });
        expect(items.map(({ status }) => status)).toEqual(
          keys.map(() => (type === 'message' ? 201 : 200)),
        );
      });
      const ofEach = single.outside.length * (others.length + 1);
      // by ids and exact numbers, by other spellings, and the tickets themselves;
      // once more for the versions that messages leave
      const beside = type === 'message' ? 6 : 3;
      expect(outside.length - ofEach).toBeLessThanOrEqual(beside);
    },
  );
});

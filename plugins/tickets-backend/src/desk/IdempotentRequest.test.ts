import type { FileTicketRequest } from '@portaldesk/plugin-tickets-common';
import { testDatabases } from '../__testUtils__/databases';
import { caller, testDesk } from '../__testUtils__/testDesk';
import { cleanUp } from './scheduled/cleanUp';

jest.setTimeout(120_000);

const databases = testDatabases();

const request: FileTicketRequest = {
  subject: 'Sent again after a time-out',
  message: 'Hello',
};

describe.each(databases.ids)('a request with a key on %s', id => {
  async function start() {
    const knex = await databases.init(id);
    const { desk, context, clock } = await testDesk(knex);
    const total = async () => {
      const page = { limit: 1, sort: 'createdAt', order: 'asc' } as const;
      return (await desk.listTickets(caller('admin'), page)).total;
    };
    return { desk, context, clock, total };
  }

  const key = { idempotencyKey: 'k1' };

  it('is done once, and answered as the caller may see the ticket now', async () => {
    const { desk, total } = await start();
    const first = await desk.fileTicket(caller('requester'), request, key);
    await desk.takeOver(caller('admin'), { ticket: first.id });
    const again = await desk.fileTicket(
      caller('requester'),
      { ...request },
      key,
    );
    expect(again).toMatchObject({
      id: first.id,
      number: first.number,
      assignee: 'user:default/admin',
    });
    expect(again.status).toBeUndefined();
    expect(await total()).toBe(1);
  });

  it('is done once, in whichever order its fields come, and however often at once', async () => {
    const { desk, total } = await start();
    const { subject, message } = request;
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        desk.fileTicket(
          caller('requester'),
          index % 2 ? { subject, message } : { message, subject },
          key,
        ),
      ),
    );
    expect(new Set(answers.map(ticket => ticket.id)).size).toBe(1);
    expect(await total()).toBe(1);
  });

  it('is refused when the key was used for another request', async () => {
    const { desk, total } = await start();
    await desk.fileTicket(caller('requester'), request, key);
    await expect(
      desk.fileTicket(
        caller('requester'),
        { ...request, message: 'Other' },
        key,
      ),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(await total()).toBe(1);
  });

  it('of two different ones at once does one, and refuses the other', async () => {
    const { desk, total } = await start();
    const outcomes = await Promise.allSettled(
      ['One', 'Other'].map(subject =>
        desk.fileTicket(caller('requester'), { subject }, key),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(await total()).toBe(1);
  });

  it('is another one for another caller, and without a key', async () => {
    const { desk, total } = await start();
    await desk.fileTicket(caller('requester'), request, key);
    await desk.fileTicket(caller('colleague'), request, key);
    await desk.fileTicket(caller('requester'), request);
    await desk.fileTicket(caller('requester'), request);
    expect(await total()).toBe(4);
  });

  it('that was refused does not use the key up', async () => {
    const { desk, total } = await start();
    const wrong = { ...request, assets: ['component:default/unknown'] };
    await expect(
      desk.fileTicket(caller('requester'), wrong, key),
    ).rejects.toMatchObject({ name: 'InputError' });
    await desk.fileTicket(caller('requester'), request, key);
    expect(await total()).toBe(1);
  });

  it('does not exist any more for who may not read its ticket now', async () => {
    const { desk } = await start();
    const { id: ticket } = await desk.fileTicket(
      caller('requester'),
      request,
      key,
    );
    await desk.editTicket(
      caller('admin'),
      { ticket },
      { visibility: 'internal' },
    );
    await expect(
      desk.fileTicket(caller('requester'), request, key),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it.each([
    ['is remembered for a day', 24 * 60 - 1, 1],
    ['is forgotten after a day', 24 * 60 + 1, 2],
  ])('%s', async (_what, minutes, tickets) => {
    const { desk, clock, total } = await start();
    await desk.fileTicket(caller('requester'), request, key);
    clock.advance(minutes);
    await desk.fileTicket(caller('requester'), request, key);
    await desk.fileTicket(caller('requester'), request, key);
    expect(await total()).toBe(tickets);
  });

  it('is removed by the clean-up when it is forgotten', async () => {
    const { desk, clock, context } = await start();
    const { idempotency: requests } = context.store;
    const longAgo = new Date(0);
    const find = () => requests.find(caller('requester').ref, 'k1', longAgo);
    await desk.fileTicket(caller('requester'), request, key);
    clock.advance(24 * 60 - 1);
    await cleanUp(context);
    expect(await find()).toBeDefined();
    clock.advance(2);
    await cleanUp(context);
    expect(await find()).toBeUndefined();
  });
});

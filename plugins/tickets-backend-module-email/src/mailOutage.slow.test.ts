import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabases } from './__testUtils__/databases';
import { eventually } from './__testUtils__/eventually';
import { startMailDesk } from './__testUtils__/mailDesk';
import { startMailServer } from './__testUtils__/mailServer';
import { shiftClock } from './__testUtils__/shiftedClock';

jest.setTimeout(300_000);

const databases = testDatabases();
const REQUESTER = 'requester@example.com';

describe.each(databases.ids)('a mail server that is away, on %s', id => {
  let clock: ReturnType<typeof shiftClock>;
  const stops: (() => Promise<unknown>)[] = [];

  beforeEach(() => {
    clock = shiftClock();
  });

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) {
      await stop();
    }
    clock.putBack();
  });

  it('for an hour delays mails; each then comes once, in the order of its ticket', async () => {
    const knex = await databases.init(id);
    const smtp = await startMailServer();
    stops.push(smtp.stop);
    const desk = await startMailDesk(
      knex,
      {
        transportConfig: smtp.transportConfig,
        sender: 'Service Desk <desk@example.com>',
      },
      { defaultTeam: 'group:default/support' },
    );
    stops.push(desk.stop);
    await smtp.stop();

    const expected: Record<string, string[]> = {};
    const tickets: string[] = [];
    // an hour, in which things happen every ten minutes
    for (let step = 0; step < 6; step += 1) {
      const ticket = await desk.as('requester').fileTicket({
        subject: `Ticket ${step}`,
        message: 'Said 0',
        cc: ['user:default/colleague', 'user:default/watcher'],
      });
      tickets.push(ticket.id);
      expected[`Ticket ${step}`] = ['Said 0'];
      for (const [index, known] of tickets.entries()) {
        const text = `Said ${step - index + 1}`;
        expected[`Ticket ${index}`].push(text);
        await desk.as('agent').addMessage(known, { kind: 'reply', body: text });
      }
      await sleep(500);
      clock.pass(10);
    }
    expect(smtp.received).toEqual([]);
    // nobody gave up, and none of it counts as an attempt
    const waiting = await knex('ticket_outbox').where({ channel: 'email' });
    expect(waiting.length).toBeGreaterThanOrEqual(27);
    expect(Math.max(...waiting.map(({ attempts }) => attempts))).toBeLessThan(
      2,
    );

    smtp.refuse('colleague@example.com', 451);
    smtp.refuse('watcher@example.com', 550);
    await smtp.start();
    // who waits for a turn believes the last failure for some real seconds
    await sleep(3_500);
    clock.pass(2);
    const told = (address: string, title: string) =>
      smtp.received
        .filter(
          ({ to, parsed }) =>
            to === address && parsed.subject?.endsWith(`] ${title}`),
        )
        .map(({ parsed }) => /Said \d/.exec(parsed.text ?? '')?.[0]);
    await eventually(() => {
      for (const [title, texts] of Object.entries(expected)) {
        expect([title, told(REQUESTER, title)]).toEqual([title, texts]);
      }
    }, 60);

    // who was refused for a while gets all of it a little later
    smtp.accept('colleague@example.com');
    await eventually(async () => {
      clock.pass(10);
      await sleep(5_500);
      for (const [title, texts] of Object.entries(expected)) {
        expect([title, told('colleague@example.com', title).sort()]).toEqual([
          title,
          texts,
        ]);
      }
      expect(await knex('ticket_outbox').where({ channel: 'email' })).toEqual(
        [],
      );
    }, 120);
    // who was refused for good gets nothing, and nobody else anything twice
    const states = await knex('ticket_mails').where({
      address: 'watcher@example.com',
    });
    expect(new Set(states.map(({ state }) => state))).toEqual(
      new Set(['refused']),
    );
    const ids = smtp.received.map(({ parsed }) => parsed.messageId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [title, texts] of Object.entries(expected)) {
      expect(told(REQUESTER, title)).toEqual(texts);
    }
  });

  it('is asked for again and again, while a mail that it cannot bear holds up no other', async () => {
    const knex = await databases.init(id);
    const smtp = await startMailServer();
    stops.push(smtp.stop);
    const desk = await startMailDesk(
      knex,
      {
        transportConfig: smtp.transportConfig,
        sender: 'Service Desk <desk@example.com>',
      },
      { defaultTeam: 'group:default/support' },
    );
    stops.push(desk.stop);
    smtp.chokeOn('Poison');
    await desk.as('requester').fileTicket({ subject: 'Poison' });
    await desk.as('colleague').fileTicket({ subject: 'Good' });
    await eventually(() =>
      expect(
        smtp.received.filter(({ to }) => to === 'colleague@example.com'),
      ).toHaveLength(1),
    );
    const poisoned = () =>
      knex('ticket_outbox')
        .where({ channel: 'email' })
        .where('notice', 'like', '%Poison%');
    await eventually(async () =>
      expect(await poisoned()).toMatchObject([
        { attempts: 1, last_error: expect.any(String) },
      ]),
    );
  });
});

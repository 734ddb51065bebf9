import { testDatabases } from '../__testUtils__/databases';
import {
  deskWithChannels,
  publicVisitor,
  reportOf,
} from '../__testUtils__/publicVisitor';
import { startTestDesk } from '../__testUtils__/startTestDesk';
import { createGate } from '../http/sharing/Gate';
import { createTicketsPlugin } from '../plugin';

jest.setTimeout(120_000);

/** How much comes at once: more than any of the limits. */
const MANY = 300;

const databases = testDatabases();

describe.each(databases.ids)('a flood of public pages on %s', id => {
  it('fills nothing, and keeps nobody in the portal from working', async () => {
    const knex = await databases.init(id);
    const desk = await startTestDesk({
      knex,
      plugin: createTicketsPlugin(createGate),
      tickets: deskWithChannels,
    });
    const visitor = publicVisitor(desk.server);
    const form = await visitor.get('/report/integrity');
    await reportOf(visitor, { subject: 'The one that counts' });

    const flood = Promise.all(
      Array.from({ length: MANY }, (_, at) =>
        at % 2 === 0
          ? visitor.post('/report/integrity', {
              mark: form.value('mark'),
              subject: `Nonsense ${at}`,
              message: 'Nonsense',
            })
          : visitor.post('/inbox', { words: `wrong-${at}` }),
      ),
    );
    const agent = desk.as('agent');
    for (let round = 0; round < 10; round += 1) {
      const { items } = await agent.listTickets({});
      expect(items.map(({ subject }) => subject)).toContain(
        'The one that counts',
      );
    }
    const answers = await flood;
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(MANY / 2);
    expect(refused[0].headers['retry-after']).toMatch(/^[1-9]\d*$/);
    expect(refused[0].text).toContain('Try again in');
    const others = answers.filter(({ status }) => status !== 429);
    expect(others.filter(({ status }) => status >= 500)).toEqual([]);
    // one form is one report, and wrong words open nothing
    expect(await knex('tickets')).toHaveLength(2);
    expect(await knex('ticket_tokens').pluck('purpose')).toEqual([
      'inbox',
      'inbox',
    ]);
    await desk.stop();
  });
});

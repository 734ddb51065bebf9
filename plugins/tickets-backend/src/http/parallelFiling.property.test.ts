import { cases } from '../__testUtils__/cases';
import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

const CLIENTS = 20;

/** Tickets that each of them files, one after the other. */
const EACH = Math.max(2, cases(10));

const databases = testDatabases();

describe.each(databases.ids)('filing tickets on %s', id => {
  it('gives the tickets of 20 parallel clients numbers without a gap', async () => {
    const desk = await startTestDesk({ knex: await databases.init(id) });
    const clients = Array.from({ length: CLIENTS }, (_, client) => client);
    const numbers = await Promise.all(
      clients.map(async client => {
        const own: string[] = [];
        for (let index = 0; index < EACH; index++) {
          const ticket = await desk.as('requester').fileTicket({
            subject: `Ticket ${index} of client ${client}`,
            message: 'In parallel',
            assets: ['component:default/ledger'],
          });
          own.push(ticket.number);
        }
        return own;
      }),
    );
    const year = new Date().getUTCFullYear();
    expect(numbers.flat().sort()).toEqual(
      Array.from(
        { length: CLIENTS * EACH },
        (_, index) => `T${year}-${String(index + 1).padStart(5, '0')}`,
      ),
    );
    const { total } = await desk.as('requester').listTickets();
    expect(total).toBe(CLIENTS * EACH);
    await desk.stop();
  });
});

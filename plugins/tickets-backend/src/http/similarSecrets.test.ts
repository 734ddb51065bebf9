import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('similar tickets on %s', id => {
  it('come in an order that says nothing of tickets that one may not read', async () => {
    const desk = await startTestDesk({ knex: await databases.init(id) });
    const requester = desk.as('requester');
    const file = async (who: typeof requester, subject: string) =>
      (await who.fileTicket({ subject })).id;
    await file(requester, 'Takeover');
    await file(requester, 'Bankrupt');
    const order = async () => {
      const { items } = await requester.similarTickets({
        subject: 'bankrupt takeover ',
      });
      return items.map(({ subject }) => subject);
    };
    const before = await order();
    expect([...before].sort()).toEqual(['Bankrupt', 'Takeover']);

    const secret = await file(desk.as('owner'), `${before[0]} of us?`);
    await expect(requester.getTicket(secret)).rejects.toThrow();
    await file(desk.as('owner'), `${before[0]} of us!`);
    expect(await order()).toEqual(before);
    await desk.stop();
  });
});

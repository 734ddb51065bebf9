import { testDatabases } from '../__testUtils__/databases';
import { deskConfig } from '../__testUtils__/organisation';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

/** As many values as a filled in form can have. */
const MOST = 1_000;

const names = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

function filled(count: number, value: string): Record<string, string> {
  return Object.fromEntries(
    names(count, 'field').map(name => [name, `${value} of ${name}`]),
  );
}

const text = { type: 'string' };

const schema = {
  properties: {
    ...Object.fromEntries(names(MOST + 1, 'field').map(name => [name, text])),
    address: { type: 'object', additionalProperties: text },
  },
};

const databases = testDatabases();

describe.each(databases.ids)('forms with very many fields on %s', id => {
  let desk: Awaited<ReturnType<typeof startTestDesk>>;

  beforeAll(async () => {
    desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: {
        ...deskConfig,
        categories: [{ id: 'survey', title: 'Survey', form: { schema } }],
      },
    });
  });
  afterAll(() => desk.stop());

  it.each([100, 101, 501, MOST])(
    'are filed, edited, read and found with %s',
    async count => {
      const requester = desk.as('requester');
      const { id: ticket } = await requester.fileTicket({
        subject: `Survey of ${count}`,
        category: 'survey',
        fields: filled(count, `first ${count}`),
      });
      expect((await requester.getTicket(ticket)).fields).toEqual(
        filled(count, `first ${count}`),
      );

      const admin = desk.as('admin');
      await admin.editTicket(ticket, {
        fields: filled(count, `second ${count}`),
      });
      expect((await admin.getTicket(ticket)).fields).toEqual(
        filled(count, `second ${count}`),
      );
      const last = `field${count - 1}`;
      const { items } = await admin.listTickets({
        field: [`${last}:second ${count} of ${last}`],
      });
      expect(items.map(item => item.id)).toEqual([ticket]);
    },
  );

  it('may have many fields in one that is an object', async () => {
    const address = Object.fromEntries(
      names(MOST - 1, 'line').map(name => [name, 'x']),
    );
    const ticket = await desk.as('requester').fileTicket({
      subject: 'One in another',
      category: 'survey',
      fields: { address },
    });
    expect(ticket.fields).toEqual({ address });
  });

  it('are refused with more', async () => {
    const { id: ticket } = await desk
      .as('requester')
      .fileTicket({ subject: 'Too much', category: 'survey' });
    const tooMany = { fields: filled(MOST + 1, 'value') };
    for (const { status, body } of [
      await desk
        .http('requester')
        .post('/tickets')
        .send({ subject: 'Too much', category: 'survey', ...tooMany }),
      await desk.http('admin').patch(`/tickets/${ticket}`).send(tooMany),
    ]) {
      expect([status, body.error.issues]).toMatchObject([
        400,
        [{ path: 'fields', message: 'can have at most 1000 fields' }],
      ]);
    }
  });
});

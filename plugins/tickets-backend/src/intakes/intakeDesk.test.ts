import { mockServices } from '@backstage/backend-test-utils';
import type { IntakeDesk } from '@portaldesk/plugin-tickets-node';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { testDesk } from '../__testUtils__/testDesk';
import { Intakes } from './Intakes';
import { intakeDesk } from './intakeDesk';

jest.setTimeout(60_000);

const databases = testDatabases();
const REQUESTER = 'user:default/requester';

async function intake(knex: Knex) {
  const { context } = await testDesk(knex);
  return intakeDesk(
    { id: 'letters', channel: 'email' },
    {
      context,
      auditor: mockServices.auditor.mock(),
      auth: mockServices.auth(),
    },
  );
}

const filing = (desk: Pick<IntakeDesk, 'as'>) => async () =>
  (await desk.as(REQUESTER).fileTicket({ subject: 'A letter' })).id;

const count = async (knex: Knex) => (await knex('tickets').select('id')).length;

describe.each(databases.ids)('an intake on %s', databaseId => {
  it('does something once, however often and from however many sides', async () => {
    const knex = await databases.init(databaseId);
    const one = await intake(knex);
    const other = await intake(knex);
    const results = await Promise.all(
      [one, other, one].map(desk =>
        desk.once('letter-1', people => filing(people)()),
      ),
    );
    expect(new Set(results).size).toBe(1);
    expect(await count(knex)).toBe(1);
    expect(await one.resultOf('letter-1')).toBe(results[0]);
    expect(await one.resultOf('letter-2')).toBeUndefined();
  });

  it('leaves nothing of work that fails, and does it again', async () => {
    const knex = await databases.init(databaseId);
    const desk = await intake(knex);
    await expect(
      desk.once('letter-1', async people => {
        await filing(people)();
        throw new Error('the power is gone');
      }),
    ).rejects.toThrow('the power is gone');
    expect(await count(knex)).toBe(0);
    await desk.once('letter-1', people => filing(people)());
    expect(await count(knex)).toBe(1);
  });

  it('acts as the person, by their rights, through the channel', async () => {
    const knex = await databases.init(databaseId);
    const desk = await intake(knex);
    const content = new Blob(['a,b\n']);
    const file = await desk
      .as(REQUESTER)
      .uploadFile({ name: 'numbers.csv', content });
    const id = await desk.once('letter-1', async people => {
      const ticket = await people.as(REQUESTER).fileTicket({
        subject: 'A letter',
        message: 'See the numbers',
        attachments: [file.id],
      });
      return ticket.id;
    });
    expect(await desk.as(REQUESTER).getTicket(id)).toMatchObject({
      channel: 'email',
      requester: REQUESTER,
    });
    const { items } = await desk.as(REQUESTER).listMessages(id);
    expect(items[0].attachments.map(({ name }) => name)).toEqual([
      'numbers.csv',
    ]);
    await expect(
      desk
        .as('user:default/stranger')
        .addMessage(id, { kind: 'reply', body: 'Me too' }),
    ).rejects.toThrow();
    await expect(
      desk.as(REQUESTER).addMessage(id, { kind: 'note', body: 'Inside' }),
    ).rejects.toThrow();
  });

  it('chooses the team in place of the person where it says so', async () => {
    const knex = await databases.init(databaseId);
    const desk = await intake(knex);
    const request = { subject: 'A letter', team: 'group:default/support' };
    await expect(desk.as(REQUESTER).fileTicket(request)).rejects.toThrow(
      'team: only agents say this',
    );
    const file = (changes: object) =>
      desk
        .as(REQUESTER, { choosesTeam: true })
        .fileTicket({ ...request, ...changes });
    expect(await file({})).toMatchObject({ team: 'group:default/support' });
    // and nothing else
    await expect(file({ tags: ['vip'] })).rejects.toThrow(
      'tags: only agents say this',
    );
  });

  it('knows only people of the catalog, and uploads nothing in a transaction', async () => {
    const knex = await databases.init(databaseId);
    const desk = await intake(knex);
    await expect(
      desk.as('user:default/nobody').fileTicket({ subject: 'Hello' }),
    ).rejects.toThrow('The catalog does not have user:default/nobody');
    await expect(
      desk.once('letter-1', async people => {
        await people
          .as(REQUESTER)
          .uploadFile({ name: 'a.txt', content: new Blob(['a']) });
        return '';
      }),
    ).rejects.toThrow('uploadFile cannot be used here');
  });
});

it('two intakes cannot have one id', () => {
  const intakes = new Intakes();
  const letters = { id: 'letters', channel: 'email', start() {} } as const;
  intakes.addIntake(letters);
  expect(() => intakes.addIntake(letters)).toThrow(
    'There are two intakes with the id letters',
  );
  expect(() => intakes.addIntake({ ...letters, id: '' })).toThrow(
    'must have 1 to 64 characters',
  );
});

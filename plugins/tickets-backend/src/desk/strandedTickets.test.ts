import { randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { testDatabases } from '../__testUtils__/databases';
import { deskConfig } from '../__testUtils__/organisation';
import { startTestDesk } from '../__testUtils__/startTestDesk';
import { readDeskConfig } from '../config/readDeskConfig';
import { DeskStore } from '../store/DeskStore';
import { describeStrandedTickets } from './strandedTickets';

jest.setTimeout(60_000);

const databases = testDatabases();

const tickets: JsonObject = {
  teams: [{ group: 'group:default/a' }],
  categories: [{ id: 'incident', title: 'Incident' }],
};

describe('the backend', () => {
  it('says once after its start what it left behind', async () => {
    const knex = await databases.init('SQLITE_3');
    const before = await startTestDesk({ knex });
    await before
      .as('requester')
      .fileTicket({ subject: 'A', category: 'incident' });
    await before.stop();

    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const { categories: _gone, ...others } = deskConfig;
    const after = await startTestDesk({
      knex,
      tickets: others,
      features: [logger.factory],
    });
    const said = () =>
      logger.warn.mock.calls.filter(([text]) => /left in/.test(text));
    for (let tries = 0; tries < 100 && said().length === 0; tries += 1) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    await after.stop();

    expect(said()).toEqual([
      [
        '1 ticket is left in categories that tickets.categories does not have: incident (1). Such tickets show the bare id and no form: change their category, or add these again',
      ],
    ]);
  });
});

describe.each(databases.ids)('tickets left behind on %s', id => {
  async function warnings(rows: object[], configured: JsonObject = tickets) {
    const knex = await databases.init(id);
    if (rows.length > 0) {
      await knex('tickets').insert(
        rows.map((row, index) => ({
          id: randomUUID(),
          number: `T${index}`,
          version: 1,
          subject: 'Subject',
          status: 'new',
          priority: 'normal',
          visibility: 'public',
          requester: 'user:default/jane',
          created_by: 'user:default/jane',
          created_at: new Date(),
          updated_at: new Date(),
          ...row,
        })),
      );
    }
    return describeStrandedTickets({
      config: readDeskConfig(new ConfigReader({ tickets: configured })),
      store: new DeskStore(knex),
    });
  }

  it('are none where everything is configured, or nothing is there', async () => {
    expect(await warnings([])).toEqual([]);
    expect(
      await warnings([
        {},
        { category: 'incident', team: 'group:default/a' },
        { status: 'closed', ended_at: new Date() },
      ]),
    ).toEqual([]);
  });

  it('are counted for each thing that is gone', async () => {
    const ended_at = new Date();
    expect(
      await warnings([
        { status: 'asked', category: 'spam' },
        { status: 'asked', category: 'spam', ended_at },
        { status: 'done', priority: 'urgent', ended_at },
        { priority: 'urgent', sla_policy: 'gold' },
        { team: 'group:default/b' },
        { team: 'group:default/b' },
        { team: 'group:default/c', ended_at },
        { team: 'group:default/d', merged_into: 'another', ended_at },
        { status: 'gone', merged_into: 'another' },
      ]),
    ).toEqual([
      '3 tickets are left in statuses that tickets.statuses does not have: asked (2), done (1). Such tickets count as open and can be set to any status: set them to others, or add these again',
      '1 ticket is left in categories that tickets.categories does not have: spam (1). Such tickets show the bare id and no form: change their category, or add these again',
      '1 ticket is left with priorities that tickets.priorities does not have: urgent (1). Such tickets show the bare id: change their priority, or add these again',
      '2 tickets are left of teams that tickets.teams does not have: group:default/b (2). They are no longer teams of the desk: move these tickets to other teams, or add the teams again',
      '1 ticket is left with SLA policies that tickets.slaPolicies does not have: gold (1). Such tickets have no deadlines: give them other policies, or add these again',
    ]);
  });

  it('are of no team where every group can own tickets', async () => {
    expect(await warnings([{ team: 'group:default/x' }], {})).toEqual([]);
  });
});

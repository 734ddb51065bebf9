import { testDatabases } from '../../__testUtils__/databases';
import { layTicketRow } from '../../__testUtils__/ticketRow';
import { scopeOf } from '../../domain/access/access';
import { readSearchQuery } from '../../domain/search/searchQuery';
import type { TicketConditions } from '../where/TicketConditions';
import { SearchStore } from './SearchStore';

jest.setTimeout(60_000);

const databases = testDatabases();

const agent = {
  ref: 'user:default/a',
  belongsTo: new Set(['group:default/t']),
};
const teams = [...agent.belongsTo];

describe('a search on SQLite', () => {
  const meant: [string, Omit<TicketConditions, 'text'>][] = [
    ['of all tickets', {}],
    ['of the tickets of a team', { team: teams }],
    ['of the tickets of a person', { requester: [agent.ref] }],
  ];

  it.each(meant)('%s takes each ticket by its id', async (_name, where) => {
    const knex = await databases.init('SQLITE_3');
    await layTicketRow(knex);
    const statements: { sql: string; bindings: unknown[] }[] = [];
    knex.on('query', statement => statements.push(statement));
    const scope = scopeOf({ admins: [], teams, agentsSee: 'all' }, agent);
    await new SearchStore(knex).find(scope, {
      text: { query: readSearchQuery('ledger'), shownFields: new Map() },
      where,
      limit: 20,
    });
    const [{ sql, bindings }] = statements;
    const plan: { detail: string }[] = await knex.raw(
      `explain query plan ${sql}`,
      [...bindings] as string[],
    );
    const ofTickets = plan
      .map(({ detail }) => detail)
      .filter(detail => /\btickets\b/.test(detail));
    expect(ofTickets).toHaveLength(2);
    expect(ofTickets.filter(detail => !detail.includes('id=?'))).toEqual([]);
  });
});

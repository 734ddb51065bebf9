import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonValue } from '@backstage/types';
import { testDatabases } from '../__testUtils__/databases';
import { ticketsPlugin } from '../plugin';

jest.setTimeout(60_000);

const databases = testDatabases();

async function startDesk(tickets?: JsonValue) {
  const knex = await databases.init('SQLITE_3');
  return startTestBackend({
    features: [
      ticketsPlugin,
      mockServices.database.factory({ knex }),
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: tickets === undefined ? {} : { tickets },
      }),
    ],
  });
}

describe('the backend', () => {
  it.each<[what: string, tickets: JsonValue, message: string]>([
    [
      'a mistake in its configuration',
      { defaultPriority: 'hihgh' },
      'Mistake in the configuration of the desk: tickets.defaultPriority is "hihgh": use one of low, normal, high, or add it to tickets.priorities (did you mean high?)',
    ],
    [
      'several mistakes',
      { teem: [], access: { agentsSee: 'everything' } },
      [
        '2 mistakes in the configuration of the desk',
        'tickets.access.agentsSee is "everything": use one of all, own-team',
        'tickets.teem is []: there is no such setting; remove it or mend its name (did you mean teams?)',
      ].join('\n  '),
    ],
  ])('does not start with %s', async (_what, tickets, message) => {
    await expect(startDesk(tickets)).rejects.toThrow(
      new Error(
        `Backend startup failed due to the following errors:\n  Plugin 'tickets' startup failed; caused by Error: ${message}`,
      ),
    );
  });

  it.each([
    ['without configuration of the desk', undefined],
    ['with an empty section', {}],
    ['with a section that has nothing below it', null],
  ])('starts %s', async (_what, tickets) => {
    const backend = await startDesk(tickets);

    await expect(backend.stop()).resolves.toBeUndefined();
  });
});

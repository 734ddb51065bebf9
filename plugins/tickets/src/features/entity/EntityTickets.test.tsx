import type { Entity } from '@backstage/catalog-model';
import { identityApiRef } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { TicketsApi } from '@portaldesk/plugin-tickets-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ENTITIES, PAYMENTS } from '../../__testUtils__/catalog';
import { reportMethods } from '../../__testUtils__/reports';
import {
  agentDesk,
  ASSET,
  deskOf,
  stubDesk,
  ticketOf,
} from '../../__testUtils__/stubDesk';
import { ticketsApiRef } from '../../data';
import { rootRouteRef } from '../../routes';
import { EntityTicketsCard } from './EntityTicketsCard';
import { EntityTicketsContent } from './EntityTicketsContent';

jest.mock('../../lib/saveAs');

const CHECKOUT = 'group:default/checkout';
const NOBODY = { orange: 0, red: 0, grey: 0, green: 0 };

function render(
  element: JSX.Element,
  ticketsApi: TicketsApi,
  options: { path?: string; entity?: Entity; owns?: string[] } = {},
) {
  const { path = '/', entity = PAYMENTS, owns = [] } = options;
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [ticketsApiRef, ticketsApi],
        [catalogApiRef, catalogApiMock({ entities: ENTITIES })],
        [
          identityApiRef,
          {
            getBackstageIdentity: async () => ({
              type: 'user' as const,
              userEntityRef: 'user:default/elena',
              ownershipEntityRefs: ['user:default/elena', ...owns],
            }),
            getProfileInfo: async () => ({}),
            getCredentials: async () => ({}),
            signOut: async () => {},
          },
        ],
      ]}
    >
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/help': rootRouteRef,
      },
    },
  );
}

const renderTab = (
  ticketsApi: TicketsApi,
  options?: Parameters<typeof render>[2],
) => render(<EntityTicketsContent />, ticketsApi, options);

/** A desk whose lists are empty unless they are of the highest priority. */
function deskWithTrouble(troubled: Record<string, number> = {}) {
  return stubDesk({
    methods: {
      listTickets: async ({ priority, asset = [] } = {}) => {
        const count = priority ? (troubled[asset.join()] ?? 0) : 0;
        const items = [ticketOf({ subject: `Trouble of ${asset}` })];
        return {
          items: count > 0 ? items : [],
          total: count,
          totalCap: 1000,
        };
      },
      countTickets: async () => ({ ...NOBODY, green: 3 }),
    },
  });
}

describe('the tab of an entity', () => {
  it('never says that there are no tickets where there are closed ones', async () => {
    const ticketsApi = deskWithTrouble();
    await renderTab(ticketsApi);

    expect(await screen.findByText('No open tickets about this')).toBeVisible();
    expect(screen.queryByText('No tickets about this yet')).toBeNull();
    await userEvent.click(
      await screen.findByRole('button', { name: '3 closed' }),
    );
    expect(ticketsApi.listTickets).toHaveBeenLastCalledWith(
      expect.objectContaining({ asset: [ASSET], state: 'closed' }),
      expect.anything(),
    );
  });

  it('begins with the open trouble of the entity and of what it depends on', async () => {
    const database = 'resource:default/database';
    await renderTab(deskWithTrouble({ [ASSET]: 4, [database]: 1 }), {
      entity: {
        ...PAYMENTS,
        relations: [
          { type: 'dependsOn', targetRef: database },
          { type: 'ownedBy', targetRef: CHECKOUT },
        ],
      },
    });

    const own = await screen.findByRole('region', { name: 'Open trouble' });
    expect(
      within(own).getByRole('link', { name: `Trouble of ${ASSET}` }),
    ).toBeVisible();
    expect(within(own).getByRole('link', { name: 'and 3 more' })).toBeVisible();
    const below = await screen.findByRole('region', {
      name: 'Open trouble on what this depends on',
    });
    expect(
      within(below).getByRole('link', { name: `Trouble of ${database}` }),
    ).toBeVisible();
  });

  it('shows no trouble where there is none', async () => {
    await renderTab(deskWithTrouble());
    await screen.findByText('No open tickets about this');
    expect(screen.queryByRole('region', { name: /trouble/ })).toBeNull();
  });

  it('leads from each figure to its tickets', async () => {
    await renderTab(
      stubDesk({
        desk: deskOf({ slaPolicies: [{ id: 'gold', title: 'Gold' }] }),
        methods: {
          countViews: async ({ views }) => ({
            items: views.map(({ id }, count) => ({ id, count, capped: false })),
          }),
        },
      }),
    );
    const overdue = await screen.findByRole('link', { name: 'Overdue' });
    expect(overdue).toHaveAttribute(
      'href',
      expect.stringContaining('state=open&overdue=true'),
    );
    const figures = screen
      .getAllByRole('definition')
      .map(({ textContent }) => textContent);
    expect(figures).toEqual(['0', '1', '2', '3']);
  });
});

describe('the history of an entity', () => {
  const reporting = () => stubDesk({ methods: reportMethods() });

  it('is for those who own it', async () => {
    const ticketsApi = reporting();
    await renderTab(ticketsApi, { owns: [CHECKOUT] });

    await userEvent.click(
      await screen.findByRole('radio', { name: 'History' }),
    );
    expect(await screen.findByText('Created against solved')).toBeVisible();
    expect(ticketsApi.getReportSummary).toHaveBeenCalledWith(
      expect.objectContaining({ asset: [ASSET] }),
      expect.anything(),
    );
    const top = await screen.findByRole('region', {
      name: 'Most frequent categories',
    });
    expect(
      within(top)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Something is broken20', 'I need access7']);
  });

  it('is for those who work on tickets', async () => {
    await renderTab(stubDesk({ desk: agentDesk(), methods: reportMethods() }));
    expect(await screen.findByRole('radio', { name: 'History' })).toBeVisible();
  });

  it('is for nobody else, not even by its address', async () => {
    const ticketsApi = reporting();
    await renderTab(ticketsApi, { path: '/?part=history' });

    expect(
      await screen.findByRole('link', { name: 'Payments answers with 502' }),
    ).toBeVisible();
    expect(screen.queryByRole('radio', { name: 'History' })).toBeNull();
    expect(ticketsApi.getReportSummary).not.toHaveBeenCalled();
  });

  it('is saved with the tickets behind it', async () => {
    const exportTickets = jest.fn(
      async () =>
        new ReadableStream<Uint8Array>({
          start(controller) {
            controller.enqueue(new Uint8Array([65]));
            controller.close();
          },
        }),
    );
    await renderTab(
      stubDesk({ methods: { ...reportMethods(), exportTickets } }),
      { owns: [CHECKOUT], path: '/?part=history' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Tickets as CSV' }),
    );
    expect(exportTickets).toHaveBeenCalledWith(
      expect.objectContaining({ asset: [ASSET], format: 'csv' }),
    );
  });
});

describe('the card of an entity', () => {
  it('says that there are closed tickets, and leads to them', async () => {
    await render(<EntityTicketsCard />, deskWithTrouble());

    expect(await screen.findByText('No open tickets')).toBeVisible();
    expect(screen.getByRole('link', { name: '3 closed' })).toHaveAttribute(
      'href',
      '/help?tab=all&state=closed&asset=component%3Adefault%2Fpayments',
    );
  });

  it('says that there are none at all', async () => {
    const ticketsApi = stubDesk({
      tickets: [],
      methods: { countTickets: async () => NOBODY },
    });
    await render(<EntityTicketsCard />, ticketsApi);
    expect(await screen.findByText('No tickets about this yet')).toBeVisible();
  });
});

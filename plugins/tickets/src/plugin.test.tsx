import { FlatRoutes } from '@backstage/core-app-api';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { TicketsApi } from '@portaldesk/plugin-tickets-common';
import { screen, within } from '@testing-library/react';
import { Route } from 'react-router-dom';
import { ENTITIES, PAYMENTS } from './__testUtils__/catalog';
import { mailApis } from './__testUtils__/renderScreens';
import { ASSET, stubDesk } from './__testUtils__/stubDesk';
import { ticketsApiRef } from './data';
import { EntityTicketsCard, EntityTicketsContent, TicketsPage } from './plugin';
import { rootRouteRef } from './routes';

function render(
  element: JSX.Element,
  ticketsApi: TicketsApi,
  options: { path: string; pageMounted?: boolean },
) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [ticketsApiRef, ticketsApi],
        [catalogApiRef, catalogApiMock({ entities: ENTITIES })],
        ...mailApis(false),
      ]}
    >
      {element}
    </TestApiProvider>,
    {
      routeEntries: [options.path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        ...(options.pageMounted && { '/help': rootRouteRef }),
      },
    },
  );
}

function renderTab(ticketsApi: TicketsApi) {
  return render(
    <EntityProvider entity={PAYMENTS}>
      <FlatRoutes>
        <Route path="/tab" element={<EntityTicketsContent />} />
      </FlatRoutes>
    </EntityProvider>,
    ticketsApi,
    { path: '/tab', pageMounted: true },
  );
}

describe('the plugin in the classic frontend system', () => {
  it('mounts the page wherever the portal wants it', async () => {
    await render(
      <FlatRoutes>
        <Route path="/help" element={<TicketsPage />} />
      </FlatRoutes>,
      stubDesk(),
      { path: '/help' },
    );

    expect(
      await screen.findByRole('tab', { name: 'My tickets' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Tickets' })).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Payments answers with 502' }),
    ).toHaveAttribute('href', '/help/T2026-00001');
  });

  it('mounts the tab of an entity page', async () => {
    const ticketsApi = stubDesk();
    await renderTab(ticketsApi);

    expect(
      await screen.findByRole('link', { name: 'New ticket' }),
    ).toHaveAttribute(
      'href',
      `/help/new?${new URLSearchParams({ asset: ASSET })}`,
    );
    expect(ticketsApi.listTickets).toHaveBeenCalledWith(
      expect.objectContaining({ asset: [ASSET], state: 'open' }),
      expect.anything(),
    );
  });

  it.each([
    ['none in this state', 4, 'No open tickets about this'],
    ['none at all', 0, 'No tickets about this yet'],
  ])(
    'says on the tab of an entity that there is %s',
    async (_, green, text) => {
      await renderTab(
        stubDesk({
          tickets: [],
          methods: {
            countTickets: async () => ({ orange: 0, red: 0, grey: 0, green }),
          },
        }),
      );

      expect(await screen.findByText(text)).toBeVisible();
    },
  );

  it('mounts the card of an overview', async () => {
    await render(
      <EntityProvider entity={PAYMENTS}>
        <EntityTicketsCard />
      </EntityProvider>,
      stubDesk(),
      { path: '/', pageMounted: true },
    );

    const open = await screen.findByRole('list', { name: 'Open' });
    expect(
      within(open).getByRole('link', { name: 'Payments answers with 502' }),
    ).toHaveAttribute('href', '/help/T2026-00001');
    expect(screen.getByText('6 open')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'View all' })).toHaveAttribute(
      'href',
      '/help?tab=all&state=all&asset=component%3Adefault%2Fpayments',
    );
  });
});

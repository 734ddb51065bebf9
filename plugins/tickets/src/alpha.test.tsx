import type { Entity } from '@backstage/catalog-model';
import {
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { ENTITIES, PAYMENTS } from './__testUtils__/catalog';
import { ASSET, deskOf, stubDesk, ticketOf } from './__testUtils__/stubDesk';
import { ticketsApiRef } from './data';
import ticketsPlugin from './alpha';

function render(options: {
  path: string;
  /** On whose page of the catalog it is; absent: on none. */
  entity?: Entity;
  config?: {
    extensions: (
      | string
      | { [id: string]: boolean | { config: { [name: string]: string } } }
    )[];
  };
}) {
  const ticketsApi = stubDesk();
  renderTestApp({
    features: [ticketsPlugin],
    extensions: options.entity
      ? [createTestEntityPage({ entity: options.entity })]
      : [],
    initialRouteEntries: [options.path],
    mountedRoutes: options.entity
      ? {}
      : { '/catalog/:namespace/:kind/:name': entityRouteRef },
    config: {
      app: { baseUrl: 'http://localhost:3000', ...options.config },
      backend: { baseUrl: 'http://localhost:7007' },
    },
    apis: [
      [ticketsApiRef, ticketsApi],
      [catalogApiRef, catalogApiMock({ entities: ENTITIES })],
    ],
  });
  return ticketsApi;
}

describe('the plugin in the new frontend system', () => {
  it('mounts the page, with one header and a navigation item', async () => {
    render({ path: '/tickets' });

    expect(
      await screen.findByRole('link', { name: 'Payments answers with 502' }),
    ).toHaveAttribute('href', '/tickets/T2026-00001');
    expect(
      screen.getByRole('tab', { name: 'My tickets', selected: true }),
    ).toHaveAttribute('href', '/tickets/mine');
    expect(screen.getAllByRole('heading', { name: 'Tickets' })).toHaveLength(1);
  });

  it('keeps what is on the screen while filters change the address', async () => {
    const ticketsApi = render({ path: '/tickets/all' });
    const filters = await screen.findByRole('group', { name: 'Filters' });

    await userEvent.click(screen.getByRole('radio', { name: 'Closed' }));
    await waitFor(() =>
      expect(ticketsApi.listTickets).toHaveBeenLastCalledWith(
        expect.objectContaining({ state: 'closed' }),
        expect.anything(),
      ),
    );
    expect(screen.getByRole('group', { name: 'Filters' })).toBe(filters);
  });

  it('lets the operator rename, reorder and switch off lists', async () => {
    render({
      path: '/tickets?tab=all&state=all',
      config: {
        extensions: [
          {
            'sub-page:tickets/all': {
              config: { path: 'everything', title: 'The lot' },
            },
          },
          'sub-page:tickets/mine',
          { 'sub-page:tickets/queue': false },
        ],
      },
    });

    await screen.findByRole('link', { name: 'Payments answers with 502' });
    const tabs = screen.getAllByRole('tab');
    expect(
      tabs.map(tab => [tab.textContent, tab.getAttribute('href')]),
    ).toEqual([
      ['The lot', '/tickets/everything'],
      ['My tickets', '/tickets/mine'],
    ]);
    expect(tabs[0]).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('radio', { name: 'All' })).toBeChecked();
  });

  it('mounts the pages below', async () => {
    render({ path: '/tickets/T2026-00001' });

    expect(
      await screen.findByRole('heading', { name: 'Payments answers with 502' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('It started this morning.')).toBeVisible();
  });

  it('mounts the tab of an entity page', async () => {
    const ticketsApi = render({
      path: '/',
      entity: PAYMENTS,
      config: { extensions: [{ 'entity-card:tickets': false }] },
    });

    expect(
      await screen.findByRole('link', { name: 'New ticket' }),
    ).toHaveAttribute(
      'href',
      `/tickets/new?${new URLSearchParams({ asset: ASSET })}`,
    );
    expect(ticketsApi.listTickets).toHaveBeenCalledWith(
      expect.objectContaining({ asset: [ASSET], state: 'open' }),
      expect.anything(),
    );
  });

  it('mounts the card of an overview', async () => {
    render({
      path: '/',
      entity: PAYMENTS,
      config: { extensions: [{ 'entity-content:tickets': false }] },
    });

    const open = await screen.findByRole('list', { name: 'Open' });
    expect(
      within(open).getByRole('link', { name: 'Payments answers with 502' }),
    ).toHaveAttribute('href', '/tickets/T2026-00001');
  });
});

const GROUP: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'platform-support', namespace: 'default' },
};

describe('what the plugin brings to groups and people', () => {
  it.each([
    ['tab', 'entity-card:tickets/party', 'Tickets of this team'],
    ['card', 'entity-content:tickets/party', 'Tickets of this team'],
  ])('is a %s', async (_, other, title) => {
    const ticketsApi = render({
      path: '/',
      entity: GROUP,
      config: { extensions: [{ [other]: false }] },
    });

    expect(await screen.findByText(title)).toBeVisible();
    await waitFor(() =>
      expect(ticketsApi.listTickets).toHaveBeenCalledWith(
        expect.objectContaining({
          team: ['group:default/platform-support'],
          state: 'open',
        }),
        expect.anything(),
      ),
    );
  });
});

describe('the sub-pages of those who run the desk', () => {
  it.each(['reports', 'settings'])('are no tabs of others: %s', async path => {
    render({ path: `/tickets/${path}` });
    expect(await screen.findByText(/are for the/)).toBeVisible();
    expect(
      screen.getAllByRole('tab').map(({ textContent }) => textContent),
    ).toEqual(['My tickets', 'All']);
  });
});

describe('the plugin’s own access to the desk', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('is HTTP', async () => {
    const desk = 'http://localhost:7007/api/tickets';
    server.use(
      http.get(`${desk}/desk`, () => HttpResponse.json(deskOf())),
      http.get(`${desk}/tickets`, ({ request }) =>
        HttpResponse.json({
          items: [ticketOf({ subject: new URL(request.url).search })],
          total: 1,
          totalCap: 1000,
        }),
      ),
    );
    renderTestApp({
      features: [ticketsPlugin],
      initialRouteEntries: ['/tickets'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [[catalogApiRef, catalogApiMock({ entities: ENTITIES })]],
    });

    expect(
      await screen.findByRole('link', {
        name: /requester=user%3Adefault%2Felena/,
      }),
    ).toBeInTheDocument();
  });
});

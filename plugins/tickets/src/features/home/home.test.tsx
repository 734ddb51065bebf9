// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- what stands around the item
import { SidebarOpenStateProvider } from '@backstage/core-components';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { TicketsApi } from '@portaldesk/plugin-tickets-common';
import { screen } from '@testing-library/react';
import {
  agentDesk,
  ENGINEER,
  stubDesk,
  TEAM,
} from '../../__testUtils__/stubDesk';
import { ticketsApiRef } from '../../data';
import { rootRouteRef } from '../../routes';
import { MyTicketsWidget } from './MyTicketsWidget';
import { TeamQueueWidget } from './TeamQueueWidget';
import { TicketsSidebarItem } from './TicketsSidebarItem';

function render(element: JSX.Element, ticketsApi: TicketsApi) {
  return renderInTestApp(
    <TestApiProvider apis={[[ticketsApiRef, ticketsApi]]}>
      {element}
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/help': rootRouteRef,
      },
    },
  );
}

describe('the widgets of the home page', () => {
  it('show what I asked for', async () => {
    const ticketsApi = stubDesk();
    await render(<MyTicketsWidget />, ticketsApi);

    expect(
      await screen.findByRole('link', { name: 'Payments answers with 502' }),
    ).toHaveAttribute('href', '/help/T2026-00001');
    expect(screen.getByRole('link', { name: 'New ticket' })).toBeVisible();
    expect(ticketsApi.listTickets).toHaveBeenCalledWith(
      expect.objectContaining({ state: 'open', requester: [ENGINEER] }),
      expect.anything(),
    );
  });

  it('show what nobody of my team took over', async () => {
    const ticketsApi = stubDesk({ desk: agentDesk() });
    await render(<TeamQueueWidget />, ticketsApi);

    expect(
      await screen.findByRole('link', { name: 'Unassigned' }),
    ).toHaveAttribute('href', '/help?tab=queue&view=unassigned');
    expect(ticketsApi.listTickets).toHaveBeenCalledWith(
      expect.objectContaining({ team: [TEAM], assignee: ['none'] }),
      expect.anything(),
    );
  });

  it('say that I am in no team', async () => {
    await render(<TeamQueueWidget />, stubDesk());
    expect(
      await screen.findByText('You are in no team that works on tickets'),
    ).toBeVisible();
  });
});

describe('the item of the sidebar', () => {
  it('counts what waits for me, also what I work on', async () => {
    await render(
      <SidebarOpenStateProvider value={{ isOpen: true, setOpen: () => {} }}>
        <TicketsSidebarItem />
      </SidebarOpenStateProvider>,
      stubDesk({
        desk: agentDesk(),
        methods: {
          countViews: async ({ views }) => ({
            items: views.map(({ id }) => ({ id, count: 2, capped: false })),
          }),
        },
      }),
    );
    expect(
      await screen.findByRole('img', { name: '4 wait for you' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Tickets/ })).toHaveAttribute(
      'href',
      '/help',
    );
  });

  it('has no number where nothing waits', async () => {
    await render(<TicketsSidebarItem />, stubDesk());
    expect(await screen.findByRole('link')).toBeInTheDocument();
    expect(screen.queryByRole('img', { name: /wait/ })).toBeNull();
  });
});

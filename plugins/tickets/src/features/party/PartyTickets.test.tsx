import type { Entity } from '@backstage/catalog-model';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { TicketsApi } from '@portaldesk/plugin-tickets-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ENTITIES } from '../../__testUtils__/catalog';
import { agentDesk, AGENT, stubDesk, TEAM } from '../../__testUtils__/stubDesk';
import { ticketsApiRef } from '../../data';
import { rootRouteRef } from '../../routes';
import { PartyTicketsCard } from './PartyTicketsCard';
import { PartyTicketsContent } from './PartyTicketsContent';

const entityOf = (ref: string): Entity => {
  const [kind, rest] = ref.split(':');
  const [namespace, name] = rest.split('/');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: kind === 'user' ? 'User' : 'Group',
    metadata: { namespace, name },
  };
};

function render(element: JSX.Element, ref: string, ticketsApi: TicketsApi) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [ticketsApiRef, ticketsApi],
        [catalogApiRef, catalogApiMock({ entities: ENTITIES })],
      ]}
    >
      <EntityProvider entity={entityOf(ref)}>{element}</EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/help': rootRouteRef,
      },
    },
  );
}

const listed = (part: object) =>
  expect.objectContaining({ state: 'open', ...part });

describe('the tab of a group or user', () => {
  it.each([
    ['a team is its queue', TEAM, { team: [TEAM] }],
    [
      'another group are those of its people',
      'group:default/checkout',
      { organisation: ['group:default/checkout'] },
    ],
    ['a person are those they asked for', AGENT, { requester: [AGENT] }],
  ])('of %s', async (_, ref, filter) => {
    const ticketsApi = stubDesk({ desk: agentDesk() });
    await render(<PartyTicketsContent />, ref, ticketsApi);

    expect(
      await screen.findByRole('link', { name: 'Payments answers with 502' }),
    ).toBeVisible();
    expect(ticketsApi.listTickets).toHaveBeenCalledWith(
      listed(filter),
      expect.anything(),
    );
  });

  it('shows agents what a person works on', async () => {
    const ticketsApi = stubDesk({ desk: agentDesk() });
    await render(<PartyTicketsContent />, AGENT, ticketsApi);

    await userEvent.click(
      await screen.findByRole('radio', { name: 'Assigned' }),
    );
    await waitFor(() =>
      expect(ticketsApi.listTickets).toHaveBeenLastCalledWith(
        listed({ assignee: [AGENT] }),
        expect.anything(),
      ),
    );
  });

  it('offers others nothing but what a person asked for', async () => {
    await render(<PartyTicketsContent />, AGENT, stubDesk());
    await screen.findByRole('link', { name: 'Payments answers with 502' });
    expect(screen.queryByRole('radio', { name: 'Assigned' })).toBeNull();
  });

  it('says that there are none', async () => {
    await render(<PartyTicketsContent />, TEAM, stubDesk({ tickets: [] }));
    expect(await screen.findByText('No open tickets here')).toBeVisible();
  });
});

describe('the card of a group or user', () => {
  it('names the most urgent tickets, and leads to all', async () => {
    const ticketsApi = stubDesk({ desk: agentDesk() });
    await render(<PartyTicketsCard />, TEAM, ticketsApi);

    const open = await screen.findByRole('list', { name: 'Open' });
    expect(
      within(open).getByRole('link', { name: 'Payments answers with 502' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'View all' })).toHaveAttribute(
      'href',
      `/help?${new URLSearchParams({ tab: 'all', state: 'all', team: TEAM })}`,
    );
    expect(ticketsApi.listTickets).toHaveBeenCalledWith(
      listed({ team: [TEAM], sort: 'priority', order: 'desc' }),
      expect.anything(),
    );
  });
});

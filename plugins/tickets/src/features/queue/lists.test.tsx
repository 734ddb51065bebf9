import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { address, renderScreens } from '../../__testUtils__/renderScreens';
import { setScreenWidth } from '../../__testUtils__/screenWidth';
import {
  AGENT,
  agentDesk,
  agentTicket,
  ENGINEER,
  refusal,
  stubDesk,
  TEAM,
  ticketOf,
} from '../../__testUtils__/stubDesk';

const agent = (methods = {}) =>
  stubDesk({ desk: agentDesk(), tickets: [agentTicket()], methods });

describe('the lists', () => {
  it('shows requesters their own tickets, with the portal status', async () => {
    const ticketsApi = stubDesk();
    await renderScreens(ticketsApi);

    const table = await screen.findByRole('grid', { name: 'Tickets' });
    expect(within(table).getByText('In progress')).toBeVisible();
    expect(within(table).getByText('Normal')).toBeVisible();
    expect(screen.getByText('1 ticket')).toBeVisible();
    expect(screen.queryByRole('tab', { name: 'Queue' })).toBeNull();
    expect(ticketsApi.listTickets).toHaveBeenCalledWith(
      expect.objectContaining({
        requester: [ENGINEER],
        state: 'open',
        sort: 'updatedAt',
        order: 'desc',
        limit: 25,
      }),
      expect.anything(),
    );
  });

  it('has no queue for those who do not work on tickets', async () => {
    const ticketsApi = stubDesk({ tickets: [] });
    await renderScreens(ticketsApi, '/queue');
    expect(await screen.findByText(/^Queues are for the teams/)).toBeVisible();
    expect(ticketsApi.listTickets).not.toHaveBeenCalled();
  });

  it('shows agents the queue of their team with its views', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi);
    await userEvent.click(await screen.findByRole('tab', { name: 'Queue' }));
    await waitFor(() => expect(screen.getByText('In work')).toBeVisible());
    expect(address.pathname).toBe('/tickets/queue');

    const expected = {
      Unassigned: { state: 'open', team: [TEAM], assignee: ['none'] },
      Mine: { state: 'open', team: [TEAM], assignee: [AGENT] },
      Waiting: { type: ['waiting-requester', 'waiting-internal'] },
      'Recently solved': { state: 'closed', team: [TEAM] },
      Closed: { state: 'closed', team: [TEAM] },
      Triage: { state: 'open', team: ['none'] },
    };
    const views = screen.getByRole('navigation', { name: 'Views' });
    for (const [name, filter] of Object.entries(expected)) {
      await userEvent.click(
        await within(views).findByRole('link', {
          name: new RegExp(`^${name} ?\\d+$`),
        }),
      );
      await waitFor(() =>
        expect(ticketsApi.listTickets).toHaveBeenLastCalledWith(
          expect.objectContaining(filter),
          expect.anything(),
        ),
      );
    }
    expect(address.search).toBe('?view=triage');
  });

  it('keeps filters and sorting in the address', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, '/?tab=all');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Priority: any' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitemcheckbox', { name: 'High' }),
    );
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('radio', { name: 'Closed' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Updated' }),
    );

    await waitFor(() =>
      expect(ticketsApi.listTickets).toHaveBeenLastCalledWith(
        expect.objectContaining({
          priority: ['high'],
          state: 'closed',
          sort: 'updatedAt',
          order: 'asc',
        }),
        expect.anything(),
      ),
    );
    expect(Object.fromEntries(new URLSearchParams(address.search))).toEqual({
      priority: 'high',
      state: 'closed',
      sort: 'updatedAt-asc',
    });
  });

  it('shows what the address says', async () => {
    const ticketsApi = agent();
    await renderScreens(
      ticketsApi,
      '/?tab=all&state=all&light=red&light=nonsense&limit=7&sort=createdAt-asc',
    );
    await screen.findByRole('grid');
    expect(ticketsApi.listTickets).toHaveBeenCalledWith(
      {
        light: ['red'],
        state: undefined,
        sort: 'createdAt',
        order: 'asc',
        limit: 25,
        total: true,
      },
      expect.anything(),
    );
    expect(
      screen.getByRole('button', { name: 'Light: Answer expected' }),
    ).toBeVisible();
  });

  it('pages by cursors, forth and back, and starts over with a new filter', async () => {
    const ticketsApi = agent({
      listTickets: async ({ cursor }: { cursor?: string }) => ({
        items: [agentTicket({ number: cursor ?? 'first' })],
        total: 1000,
        totalCap: 1000,
        nextCursor: cursor === 'c2' ? undefined : `c${cursor ? 2 : 1}`,
      }),
    });
    await renderScreens(ticketsApi, '/?tab=all');
    expect(await screen.findByText('At least 1000 tickets')).toBeVisible();
    const next = () => screen.getByRole('button', { name: 'Next page' });
    const previous = () =>
      screen.getByRole('button', { name: 'Previous page' });
    expect(previous()).toBeDisabled();

    await userEvent.click(next());
    expect(await screen.findByText('c1')).toBeVisible();
    await userEvent.click(next());
    expect(await screen.findByText('c2')).toBeVisible();
    expect(screen.getByText('Page 3')).toBeVisible();
    expect(next()).toBeDisabled();
    await userEvent.click(previous());
    expect(await screen.findByText('c1')).toBeVisible();

    await userEvent.click(screen.getByRole('radio', { name: 'Closed' }));
    expect(await screen.findByText('Page 1')).toBeVisible();
  });

  it('says what to do when there is nothing', async () => {
    await renderScreens(stubDesk({ tickets: [] }));
    expect(await screen.findByText('You have no open tickets')).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'New ticket' })).toHaveLength(2);
  });

  it('lets people try again when loading failed', async () => {
    let broken = true;
    await renderScreens(
      stubDesk({
        methods: {
          listTickets: async () => {
            if (broken) {
              throw new Error('No connection');
            }
            return { items: [ticketOf()], total: 1, totalCap: 1000 };
          },
        },
      }),
    );
    const retry = await screen.findByRole('button', { name: 'Try again' });
    broken = false;
    await userEvent.click(retry);
    expect(await screen.findByRole('grid')).toBeVisible();
  });

  it('keeps the rows while the desk does not answer, and catches up', async () => {
    let answer: 'first' | 'none' | 'second' = 'first';
    const { sendSignal } = await renderScreens(
      stubDesk({
        methods: {
          listTickets: async () => {
            if (answer === 'none') {
              throw new TypeError('Failed to fetch');
            }
            const items = [ticketOf({ subject: `The ${answer} state` })];
            return { items, total: 1, totalCap: 1000 };
          },
        },
      }),
    );
    expect(await screen.findByText('The first state')).toBeVisible();

    answer = 'none';
    sendSignal({ ticket: 'another' });
    expect(await screen.findByText(/Not refreshed since/)).toBeVisible();
    expect(screen.getByText('The first state')).toBeVisible();

    answer = 'second';
    sendSignal({ ticket: 'another' });
    expect(await screen.findByText('The second state')).toBeVisible();
    expect(screen.queryByText(/Not refreshed since/)).toBeNull();
  });

  it('keeps the rows when the desk refuses to refresh them, and says why', async () => {
    const refused = await refusal(400, {
      name: 'InputError',
      message: 'The desk has changed its mind',
    });
    const ticketsApi = stubDesk();
    const { sendSignal } = await renderScreens(ticketsApi);
    await screen.findByText('Payments answers with 502');

    ticketsApi.listTickets.mockRejectedValue(refused);
    sendSignal({ ticket: 'another' });
    expect(
      await screen.findByText(
        /Not refreshed since .*: The desk has changed its mind\./,
      ),
    ).toBeVisible();
    expect(screen.getByText('Payments answers with 502')).toBeVisible();
    expect(screen.queryByText(/does not answer/)).toBeNull();
  });

  it('shows no rows that one may no longer see', async () => {
    const forbidden = await refusal(403, {
      name: 'NotAllowedError',
      message: 'No longer',
    });
    const ticketsApi = stubDesk();
    const { sendSignal } = await renderScreens(ticketsApi);
    expect(await screen.findByRole('grid')).toBeVisible();

    ticketsApi.listTickets.mockRejectedValue(forbidden);
    sendSignal({ ticket: 'another' });
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
    expect(screen.getByText(/The tickets could not be loaded/)).toBeVisible();
  });

  it('asks again when a connection dropped', async () => {
    const ticketsApi = stubDesk();
    ticketsApi.listTickets.mockRejectedValueOnce(new TypeError('dropped'));
    await renderScreens(ticketsApi);
    expect(await screen.findByRole('grid')).toBeVisible();
    expect(ticketsApi.listTickets).toHaveBeenCalledTimes(2);
  });

  it('leads to the views by a menu on a narrow screen', async () => {
    setScreenWidth(360);
    try {
      await renderScreens(agent(), '/?tab=queue');
      await userEvent.click(
        await screen.findByRole('button', { name: 'Open (0)' }),
      );
      await userEvent.click(
        await screen.findByRole('menuitem', { name: 'Mine (2)' }),
      );
      await waitFor(() => expect(address.search).toBe('?view=mine'));
      expect(
        screen.getByRole('button', { name: 'Mine (2)' }),
      ).toBeInTheDocument();
    } finally {
      setScreenWidth(1440);
    }
  });

  it('becomes a list of cards on a narrow screen', async () => {
    setScreenWidth(360);
    try {
      await renderScreens(stubDesk());
      const cards = await screen.findByRole('list', { name: 'Tickets' });
      expect(within(cards).getByText('T2026-00001')).toBeVisible();
      expect(screen.queryByRole('grid')).toBeNull();

      // all filters are in one menu, so that the list is in sight
      expect(
        screen.queryByRole('button', { name: 'Priority: any' }),
      ).toBeNull();
      await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
      await userEvent.click(
        await screen.findByRole('menuitem', { name: 'Priority' }),
      );
      await userEvent.click(
        await screen.findByRole('checkbox', { name: 'High' }),
      );
      await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
      await waitFor(() =>
        expect(new URLSearchParams(address.search).get('priority')).toBe(
          'high',
        ),
      );
    } finally {
      setScreenWidth(1440);
    }
  });
});

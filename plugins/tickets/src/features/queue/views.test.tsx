import type { TicketView } from '@portaldesk/plugin-tickets-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { address, renderScreens } from '../../__testUtils__/renderScreens';
import {
  AGENT,
  agentDesk,
  agentTicket,
  refusal,
  stubDesk,
  TEAM,
} from '../../__testUtils__/stubDesk';
import { fill } from '../../__testUtils__/typing';

const VIEW: TicketView = {
  id: 'v1',
  version: 2,
  name: 'Urgent ones',
  owner: AGENT,
  filter: { state: 'open', priority: ['high'], assignee: ['none'] },
  sort: 'createdAt',
  order: 'asc',
  columns: ['number', 'subject', 'category'],
  position: 0,
  createdAt: '2026-03-02T09:00:00.000Z',
  updatedAt: '2026-03-02T09:00:00.000Z',
  updatedBy: AGENT,
  issues: [],
};

const TEAMS: TicketView = {
  ...VIEW,
  id: 'v2',
  name: 'Nobody answered',
  owner: TEAM,
  filter: { state: 'open', light: ['orange'] },
};

const agent = (methods = {}, desk = agentDesk()) =>
  stubDesk({
    desk,
    tickets: [agentTicket()],
    methods: { listViews: async () => ({ items: [VIEW, TEAMS] }), ...methods },
  });

const openView = async (name: RegExp) =>
  userEvent.click(await screen.findByRole('link', { name }));

describe('the views of a list', () => {
  beforeEach(() => window.localStorage.clear());

  it('count their tickets, in one request, and say when there are more', async () => {
    const ticketsApi = agent({
      countViews: async ({ views }: { views: { id: string }[] }) => ({
        items: views.map(({ id }) => ({ id, count: 100, capped: true })),
      }),
    });
    await renderScreens(ticketsApi, '/?tab=queue');
    const views = await screen.findByRole('navigation', { name: 'Views' });
    expect(
      await within(views).findByRole('link', { name: /^Mine ?100\+$/ }),
    ).toBeVisible();
    const mine = within(views).getByRole('region', { name: 'My views' });
    expect(
      within(mine).getByRole('link', { name: /^Urgent ones/ }),
    ).toBeVisible();
    const teams = within(views).getByRole('region', {
      name: 'platform-support',
    });
    expect(
      within(teams).getByRole('link', { name: /^Nobody answered/ }),
    ).toBeVisible();
    await waitFor(() =>
      expect(ticketsApi.countViews).toHaveBeenLastCalledWith(
        {
          views: expect.arrayContaining([
            { id: 'v1', filter: VIEW.filter },
            expect.objectContaining({ id: 'own unassigned' }),
          ]),
        },
        expect.anything(),
      ),
    );
  });

  it('are there for deadlines only where there are any, and for triage when it holds something', async () => {
    const empty = { countViews: async () => ({ items: [] }) };
    const without = await renderScreens(agent(empty), '/?tab=queue');
    await screen.findByRole('link', { name: /^Unassigned/ });
    expect(screen.queryByRole('link', { name: /^Overdue/ })).toBeNull();
    expect(screen.queryByRole('link', { name: /^Triage/ })).toBeNull();
    without.unmount();

    const slaPolicies = [{ id: 'gold', title: 'Gold' }];
    const ticketsApi = agent(empty, agentDesk({ slaPolicies }));
    await renderScreens(ticketsApi, '/?tab=queue');
    await openView(/^Overdue/);
    await waitFor(() =>
      expect(ticketsApi.listTickets).toHaveBeenLastCalledWith(
        expect.objectContaining({ overdue: true, sort: 'dueAt', order: 'asc' }),
        expect.anything(),
      ),
    );
    await openView(/^Due soon/);
    await waitFor(() =>
      expect(ticketsApi.listTickets).toHaveBeenLastCalledWith(
        expect.objectContaining({
          overdue: false,
          dueTo: expect.stringMatching(/:00:00.000Z$/),
        }),
        expect.anything(),
      ),
    );
  });

  it('opens a saved view with its filters as chips, its order and its columns', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, '/?tab=queue');
    await openView(/^Urgent ones/);
    await waitFor(() =>
      expect(ticketsApi.listTickets).toHaveBeenLastCalledWith(
        expect.objectContaining({
          state: 'open',
          priority: ['high'],
          assignee: ['none'],
          sort: 'createdAt',
          order: 'asc',
        }),
        expect.anything(),
      ),
    );
    expect(
      screen.getByRole('button', { name: 'Assignee: Nobody yet' }),
    ).toBeVisible();
    expect(ticketsApi.listTickets.mock.calls.at(-1)?.[0]).not.toHaveProperty(
      'team',
    );
    const heads = await screen.findAllByRole('columnheader');
    expect(heads.map(head => head.textContent)).toEqual([
      '',
      'Number',
      'Subject',
      'Category',
    ]);
    expect(screen.getByRole('link', { name: /^Urgent ones/ })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  it('saves the present filter for oneself or for the team', async () => {
    const ticketsApi = agent({
      createView: async (request: object) => ({
        ...VIEW,
        ...request,
        id: 'v3',
      }),
    });
    await renderScreens(ticketsApi, '/?tab=queue&priority=high');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Save as view…' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('textbox', { name: 'Name' })).toHaveFocus();
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled();
    await fill(
      within(dialog).getByRole('textbox', { name: 'Name' }),
      ' High in queue ',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Who has it/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /platform-support/ }),
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(ticketsApi.createView).toHaveBeenCalledWith(
        {
          name: 'High in queue',
          owner: TEAM,
          filter: { state: 'open', team: [TEAM], priority: ['high'] },
          sort: 'updatedAt',
          order: 'desc',
          columns: expect.arrayContaining(['subject']),
        },
        { idempotencyKey: expect.any(String) },
      ),
    );
    await waitFor(() =>
      expect(new URLSearchParams(address.search).get('saved')).toBe('v3'),
    );
  });

  it('offers to save only what is no view yet', async () => {
    await renderScreens(agent(), '/?tab=queue');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Priority: any' }),
    );
    expect(screen.queryByText('Save as view…')).toBeNull();
    await userEvent.click(
      await screen.findByRole('menuitemcheckbox', { name: 'High' }),
    );
    expect(await screen.findByText('Save as view…')).toBeInTheDocument();
  });

  it('says why a view could not be saved and keeps what was typed', async () => {
    const refused = await refusal(409, {
      name: 'ConflictError',
      message: 'You have 100 views.',
    });
    const ticketsApi = agent();
    ticketsApi.createView.mockRejectedValue(refused);
    await renderScreens(ticketsApi, '/?tab=all&priority=high');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Save as view…' }),
    );
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await fill(name, 'One more');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The view was not changed: You have 100 views.',
    );
    expect(name).toHaveValue('One more');
  });

  it('saves changes of a view, renames it and deletes it after asking', async () => {
    const ticketsApi = agent({
      editView: async (_: string, part: object) => ({ ...VIEW, ...part }),
      deleteView: async () => {},
    });
    await renderScreens(ticketsApi, '/?tab=all');
    await openView(/^Urgent ones/);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Remove “Assignee: Nobody yet”',
      }),
    );
    const menu = async (item: string) => {
      await userEvent.click(
        await screen.findByRole('button', { name: 'View' }),
      );
      await userEvent.click(
        await screen.findByRole('menuitem', { name: item }),
      );
    };
    await menu('Save changes');
    await waitFor(() =>
      expect(ticketsApi.editView).toHaveBeenCalledWith(
        'v1',
        {
          filter: { state: 'open', priority: ['high'] },
          sort: 'createdAt',
          order: 'asc',
          columns: ['number', 'subject', 'category'],
        },
        { version: 2 },
      ),
    );

    await menu('Rename or move…');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await fill(name, 'The urgent ones');
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(ticketsApi.editView).toHaveBeenLastCalledWith(
        'v1',
        { name: 'The urgent ones', owner: AGENT },
        { version: 2 },
      ),
    );

    await menu('Delete view');
    const dialog = await screen.findByRole('dialog');
    expect(ticketsApi.deleteView).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete view' }),
    );
    await waitFor(() =>
      expect(ticketsApi.deleteView).toHaveBeenCalledWith('v1', { version: 2 }),
    );
    await waitFor(() => expect(address.search).toBe(''));
  });

  it('says of a view that it is gone, or holds what can no longer be used', async () => {
    const gone = await renderScreens(agent(), '/?tab=all&saved=v9');
    expect(
      await screen.findByText(/This view was deleted, or is not for you/),
    ).toBeVisible();
    gone.unmount();

    const issue = {
      path: 'filter.status[0]',
      code: 'not-configured' as const,
      params: {},
      message: 'there is no status with this id',
    };
    const listViews = async () => ({ items: [{ ...VIEW, issues: [issue] }] });
    await renderScreens(agent({ listViews }), '/?tab=all&saved=v1');
    expect(
      await screen.findByText(/The desk does not have this any longer\./),
    ).toBeVisible();
  });

  it('shows the tickets when the saved views cannot be loaded', async () => {
    const refused = await refusal(400, { name: 'InputError', message: 'No' });
    const ticketsApi = agent();
    ticketsApi.listViews.mockRejectedValueOnce(refused);
    await renderScreens(ticketsApi, '/?tab=queue');
    expect(await screen.findByRole('grid')).toBeVisible();
    expect(
      await screen.findByText('The saved views could not be loaded.'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: /^Urgent ones/ }),
    ).toBeVisible();
  });

  it('lets agents land where they left', async () => {
    const first = await renderScreens(agent(), '/?tab=queue&view=waiting');
    await screen.findByRole('grid');
    first.unmount();
    await renderScreens(agent(), '/');
    await waitFor(() => expect(address.pathname).toBe('/tickets/queue'));
    expect(address.search).toBe('?view=waiting');
  });

  it('lets requesters land on their own tickets', async () => {
    const first = await renderScreens(stubDesk(), '/?tab=all');
    await screen.findByRole('grid');
    first.unmount();
    await renderScreens(stubDesk(), '/');
    await waitFor(() => expect(address.pathname).toBe('/tickets/mine'));
  });
});

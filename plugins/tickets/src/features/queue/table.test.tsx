import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { address, renderScreens } from '../../__testUtils__/renderScreens';
import {
  agentDesk,
  agentTicket,
  refusal,
  stubDesk,
} from '../../__testUtils__/stubDesk';

const TICKETS = ['first', 'second', 'third'].map((subject, index) =>
  agentTicket({ number: `T2026-0000${index + 1}`, subject }),
);

const slaPolicies = [{ id: 'gold', title: 'Gold' }];

const agent = (methods = {}) =>
  stubDesk({ desk: agentDesk({ slaPolicies }), tickets: TICKETS, methods });

const lastQuery = (ticketsApi: ReturnType<typeof agent>) =>
  ticketsApi.listTickets.mock.calls.at(-1)?.[0];

const openDisplay = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Display' }));
  return screen.findByRole('dialog', { name: 'Display' });
};

/** The titles of the columns, from the left; without that of the boxes to tick. */
const headers = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent)
    .filter(title => title !== '');

describe('the table of tickets', () => {
  beforeEach(() => {
    window.localStorage.clear();
    window.sessionStorage.clear();
  });

  it('opens a ticket wherever its row is pressed', async () => {
    await renderScreens(agent(), '/?tab=all');
    await userEvent.click(await screen.findByText('T2026-00002'));
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00002'));
  });

  it('is one stop of the Tab key, and arrow keys lead from row to row', async () => {
    await renderScreens(agent(), '/?tab=all');
    const grid = await screen.findByRole('grid');
    const rows = within(grid).getAllByRole('row').slice(1);
    expect(rows.map(row => row.tabIndex)).toEqual([0, -1, -1]);
    rows[0].focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(rows[1]).toHaveFocus();
    expect(rows.map(row => row.tabIndex)).toEqual([-1, 0, -1]);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00002'));
  });

  it('sorts by every column that the desk sorts by', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, '/?tab=all');
    await screen.findByRole('grid');
    for (const [column, sort, order] of [
      ['Subject', 'subject', 'asc'],
      ['Subject', 'subject', 'desc'],
      ['Priority', 'priority', 'desc'],
      ['Status', 'light', 'asc'],
      ['Due', 'dueAt', 'asc'],
      ['Number', 'number', 'desc'],
      ['Requester', 'requester', 'asc'],
      ['Team', 'team', 'asc'],
      ['Assignee', 'assignee', 'asc'],
    ]) {
      await userEvent.click(screen.getByRole('button', { name: column }));
      await waitFor(() =>
        expect(lastQuery(ticketsApi)).toMatchObject({ sort, order }),
      );
    }
    expect(
      screen.getByRole('columnheader', { name: 'Assignee' }),
    ).toHaveAttribute('aria-sort', 'ascending');
  });

  it('remembers the columns and the height of rows that a person chose', async () => {
    const first = await renderScreens(agent(), '/?tab=all');
    await openDisplay();
    for (const name of ['Category', 'Requester', 'Compact rows']) {
      await userEvent.click(screen.getByRole('checkbox', { name }));
    }
    expect(screen.getByRole('checkbox', { name: 'Subject' })).toBeDisabled();
    first.unmount();

    await renderScreens(agent(), '/?tab=all', { hasStyles: true });
    expect(
      await screen.findByRole('columnheader', { name: 'Category' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('columnheader', { name: 'Requester' }),
    ).toBeNull();
    expect(screen.getByRole('grid').className).toMatch(/compact/);
  });

  it('has its columns in the order that a person gave them, by the keyboard too', async () => {
    const first = await renderScreens(agent(), '/?tab=all');
    await screen.findByRole('grid');
    expect(headers().slice(0, 3)).toEqual(['Number', 'Subject', 'Status']);
    const dialog = await openDisplay();
    const forward = within(dialog).getByRole('button', {
      name: 'Move Status forward',
    });
    forward.focus();
    await userEvent.keyboard('{Enter}');
    expect(forward).toHaveFocus();
    expect(dialog).toHaveTextContent('Status is now column 2');
    await userEvent.keyboard('{Enter}');
    // it cannot go on, and its other button is at hand
    expect(forward).toBeDisabled();
    const back = within(dialog).getByRole('button', {
      name: 'Move Status back',
    });
    expect(back).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(headers().slice(0, 3)).toEqual(['Number', 'Status', 'Subject']);
    first.unmount();

    await renderScreens(agent(), '/?tab=all');
    await screen.findByRole('grid');
    expect(headers().slice(0, 3)).toEqual(['Number', 'Status', 'Subject']);
    await userEvent.click(
      within(await openDisplay()).getByRole('button', {
        name: 'Back to the usual',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(headers().slice(0, 3)).toEqual(['Number', 'Subject', 'Status']);
  });

  it('has no column for deadlines where the desk sets none', async () => {
    const desk = agentDesk({ slaPolicies: [] });
    await renderScreens(stubDesk({ desk, tickets: TICKETS }), '/?tab=all');
    await screen.findByRole('grid');
    expect(screen.queryByRole('columnheader', { name: 'Due' })).toBeNull();
    await openDisplay();
    expect(screen.getByRole('checkbox', { name: 'Category' })).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: 'Due' })).toBeNull();
  });

  it('shows requesters no column that only agents see', async () => {
    await renderScreens(stubDesk(), '/?tab=all');
    await screen.findByRole('grid');
    expect(screen.queryByRole('columnheader', { name: 'Due' })).toBeNull();
  });
});

describe('the search field', () => {
  it('searches while one types', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, '/?tab=all');
    const field = await screen.findByRole('searchbox', {
      name: 'Search tickets',
    });
    await userEvent.type(field, 'disk full');
    await waitFor(() =>
      expect(lastQuery(ticketsApi)).toMatchObject({ text: 'disk full' }),
    );
    expect(address.search).toBe('?text=disk+full');
    expect(field).toHaveValue('disk full');
  });

  it('opens the ticket of a number at once, also of one that was merged', async () => {
    const ticketsApi = agent();
    ticketsApi.getTicket.mockResolvedValueOnce(TICKETS[1]);
    await renderScreens(ticketsApi, '/?tab=all');
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search tickets' }),
      '#4711{Enter}',
    );
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00002'));
    expect(ticketsApi.getTicket).toHaveBeenCalledWith('4711');
  });

  it('searches for what is no number', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, '/?tab=all');
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search tickets' }),
      'host-01{Enter}',
    );
    await waitFor(() =>
      expect(lastQuery(ticketsApi)).toMatchObject({ text: 'host-01' }),
    );
    expect(address.pathname).toBe('/tickets/all');
  });
});

describe('the filters', () => {
  const add = async (field: string) => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'More filters' }),
    );
    await userEvent.click(await screen.findByRole('menuitem', { name: field }));
    return screen.findByRole('dialog');
  };

  it('are added from a menu, stand in the address and are taken away again', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, '/?tab=all');
    const statuses = await add('Status');
    await userEvent.click(
      within(statuses).getByRole('checkbox', { name: 'In work' }),
    );
    await userEvent.click(
      within(statuses).getByRole('button', { name: 'Apply' }),
    );
    await waitFor(() =>
      expect(lastQuery(ticketsApi)).toMatchObject({ status: ['open'] }),
    );
    expect(address.search).toBe('?status=open');

    const tags = await add('Tags');
    await userEvent.type(
      within(tags).getByRole('textbox', { name: 'Tags' }),
      'vpn, laptop{Enter}',
    );
    await waitFor(() =>
      expect(lastQuery(ticketsApi)).toMatchObject({ tag: ['vpn', 'laptop'] }),
    );

    const unread = await add('Unread');
    await userEvent.click(within(unread).getByRole('radio', { name: 'Yes' }));
    await userEvent.click(
      within(unread).getByRole('button', { name: 'Apply' }),
    );
    await waitFor(() =>
      expect(lastQuery(ticketsApi)).toMatchObject({ unread: true }),
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Remove “Status: In work”' }),
    );
    await waitFor(() => expect(lastQuery(ticketsApi)?.status).toBeUndefined());
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(address.search).toBe(''));
  });

  it('name days of the reader’s own zone, both of them included', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, '/?tab=all');
    const dialog = await add('Created');
    fireEvent.change(within(dialog).getByLabelText('From'), {
      target: { value: '2026-03-02' },
    });
    fireEvent.change(within(dialog).getByLabelText('To and including'), {
      target: { value: '2026-03-03' },
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Apply' }),
    );
    await waitFor(() =>
      expect(lastQuery(ticketsApi)).toMatchObject({
        createdFrom: new Date(2026, 2, 2).toISOString(),
        createdTo: new Date(2026, 2, 4).toISOString(),
      }),
    );
    expect(
      screen.getByRole('button', {
        name: 'Created: from Mar 2, 2026 to Mar 3, 2026',
      }),
    ).toBeVisible();
  });

  it('find people and tickets of nobody', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, '/?tab=all');
    const dialog = await add('Assignee');
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: 'Nobody yet' }),
    );
    await userEvent.type(
      within(dialog).getByRole('combobox', { name: 'Add: Assignee' }),
      'amir',
    );
    await userEvent.click(await screen.findByRole('option', { name: /amir/ }));
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Apply' }),
    );
    await waitFor(() =>
      expect(lastQuery(ticketsApi)).toMatchObject({
        assignee: ['none', 'user:default/amir'],
      }),
    );
  });

  it('says why the desk refuses one', async () => {
    const ticketsApi = agent();
    ticketsApi.listTickets.mockRejectedValue(
      await refusal(400, { name: 'InputError', message: 'unknown filter' }),
    );
    await renderScreens(ticketsApi, '/?tab=all&tag=x');
    expect(
      await screen.findByText(/The tickets could not be loaded/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Tags: x' })).toBeVisible();
  });
});

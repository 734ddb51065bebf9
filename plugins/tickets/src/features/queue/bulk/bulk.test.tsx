import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { address, renderScreens } from '../../../__testUtils__/renderScreens';
import { setScreenWidth } from '../../../__testUtils__/screenWidth';
import {
  agentDesk,
  agentTicket,
  refusal,
  stubDesk,
} from '../../../__testUtils__/stubDesk';

const TICKETS = [1, 2, 3, 4].map(index =>
  agentTicket({ number: `T2026-0000${index}`, subject: `Ticket ${index}` }),
);

const done = async ({ tickets }: { tickets: string[] }) => ({
  items: tickets.map(ticket => ({ ticket, status: 200, version: 4 })),
});

const agent = (methods = {}) =>
  stubDesk({
    desk: agentDesk(),
    tickets: TICKETS,
    methods: { changeTickets: done, ...methods },
  });

const box = (index: number) =>
  screen.findByRole('checkbox', { name: `Select T2026-0000${index}` });
const bar = () => screen.findByRole('region', { name: 'Selected tickets' });
const press = async (name: string | RegExp) =>
  userEvent.click(within(await bar()).getByRole('button', { name }));

describe('changes of many tickets', () => {
  it('are for people who work on tickets', async () => {
    await renderScreens(stubDesk(), '/?tab=all');
    await screen.findByRole('grid');
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('say how many tickets they change, and what became of each', async () => {
    const ticketsApi = agent({
      changeTickets: async ({ tickets }: { tickets: string[] }) => ({
        items: tickets.map((ticket, index) =>
          index === 0
            ? { ticket, status: 200, version: 4 }
            : {
                ticket,
                status: 400,
                error: {
                  name: 'InputError',
                  message: 'priority: there is none of this id',
                  issues: [
                    {
                      path: 'priority',
                      code: 'not-configured' as const,
                      params: {},
                      message: 'there is none of this id',
                    },
                  ],
                },
              },
        ),
      }),
    });
    await renderScreens(ticketsApi, '/?tab=all');
    await userEvent.click(await box(1));
    await userEvent.click(await box(3));
    expect(await bar()).toHaveTextContent('2 tickets selected');
    await press('Priority');

    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', {
      name: 'Change 2 tickets',
    });
    expect(submit).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Priority/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'High' }));
    await userEvent.click(submit);

    expect(await screen.findByText('1 of 2 changed.')).toBeVisible();
    expect(ticketsApi.changeTickets).toHaveBeenCalledWith({
      tickets: ['id-T2026-00001', 'id-T2026-00003'],
      change: { type: 'edit', priority: 'high' },
    });
    const failed = screen.getByRole('region', { name: '1 was not changed' });
    expect(failed).toHaveTextContent(
      'T2026-00003: The desk does not have this any longer.',
    );

    ticketsApi.changeTickets.mockImplementation(done);
    await userEvent.click(
      screen.getByRole('button', { name: 'Try again for 1 ticket' }),
    );
    expect(await screen.findByText('1 of 1 changed.')).toBeVisible();
    expect(ticketsApi.changeTickets).toHaveBeenLastCalledWith(
      expect.objectContaining({ tickets: ['id-T2026-00003'] }),
    );
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', { name: 'Done' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('region', { name: 'Selected tickets' }),
      ).toBeNull(),
    );
  });

  it('select from row to row with Shift, by mouse and by keyboard', async () => {
    await renderScreens(agent(), '/?tab=all');
    const user = userEvent.setup();
    await user.click(await box(1));
    await user.keyboard('{Shift>}');
    await user.click(await box(3));
    await user.keyboard('{/Shift}');
    expect(await bar()).toHaveTextContent('3 tickets selected');
    await press('Clear selection');

    const rows = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
    rows[1].focus();
    await user.keyboard(' {Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(await bar()).toHaveTextContent('3 tickets selected');
    expect(rows[3]).toHaveAttribute('aria-selected', 'true');
    expect(rows[0]).toHaveAttribute('aria-selected', 'false');
    await user.keyboard('x');
    expect(await bar()).toHaveTextContent('2 tickets selected');
  });

  it('mean with “all” what the filter finds on every page, less what was unticked', async () => {
    const pages = [TICKETS.slice(0, 2), TICKETS.slice(2)];
    const listTickets = async ({ cursor }: { cursor?: string }) => ({
      items: pages[cursor ? 1 : 0],
      total: 4,
      totalCap: 1000,
      nextCursor: cursor ? undefined : 'c1',
    });
    const ticketsApi = agent({ listTickets });
    await renderScreens(ticketsApi, '/?tab=all&priority=normal');
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Select all on this page' }),
    );
    expect(await bar()).toHaveTextContent('2 tickets selected');
    await press('Select all 4 that the filter finds');
    expect(await bar()).toHaveTextContent('All selected: 4 tickets');
    await userEvent.click(await box(2));
    expect(await bar()).toHaveTextContent('All selected: 3 tickets');

    await press('Solve or close');
    const submit = await screen.findByRole('button', {
      name: 'Change 3 tickets',
    });
    expect(ticketsApi.listTickets).toHaveBeenLastCalledWith(
      expect.objectContaining({
        priority: ['normal'],
        state: 'open',
        limit: 100,
        cursor: 'c1',
      }),
      expect.anything(),
    );
    await userEvent.click(screen.getByRole('radio', { name: 'Close ticket' }));
    await userEvent.click(screen.getByRole('radio', { name: 'No' }));
    await userEvent.click(submit);
    expect(await screen.findByText('3 of 3 changed.')).toBeVisible();
    expect(ticketsApi.changeTickets).toHaveBeenCalledWith({
      tickets: ['id-T2026-00001', 'id-T2026-00003', 'id-T2026-00004'],
      change: { type: 'close', notify: false },
    });
  });

  it('assign, move, set a status and tag', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, '/?tab=all');
    const lastChange = () =>
      ticketsApi.changeTickets.mock.calls.at(-1)?.[0].change;
    const change = async (kind: string, fill: () => Promise<void>) => {
      await userEvent.click(await box(1));
      await press(kind);
      await screen.findByRole('dialog');
      await fill();
      await userEvent.click(
        screen.getByRole('button', { name: 'Change 1 ticket' }),
      );
      await screen.findByText('1 of 1 changed.');
      await userEvent.click(
        within(screen.getByRole('dialog')).getByRole('button', {
          name: 'Done',
        }),
      );
    };
    const option = async (field: RegExp, name: RegExp | string) => {
      await userEvent.click(
        within(screen.getByRole('dialog')).getByRole('button', { name: field }),
      );
      await userEvent.click(await screen.findByRole('option', { name }));
    };
    await change('Assign', async () =>
      userEvent.click(screen.getByRole('button', { name: 'Me' })),
    );
    expect(lastChange()).toEqual({ type: 'take-over' });
    await change('Move to a team', () => option(/Team/, /data-support/));
    expect(lastChange()).toEqual({
      type: 'assignment',
      assignee: null,
      team: 'group:default/data-support',
    });
    await change('Status', () => option(/Status/, 'Waiting for requester'));
    expect(lastChange()).toEqual({ type: 'status', status: 'waiting' });
    await change('Tags', async () => {
      await userEvent.type(
        screen.getByRole('textbox', { name: 'Add tags' }),
        'vpn, laptop',
      );
    });
    expect(lastChange()).toEqual({ type: 'edit', addTags: ['vpn', 'laptop'] });
  });

  it('say why nothing was changed when the desk does not answer', async () => {
    const ticketsApi = agent();
    ticketsApi.changeTickets.mockRejectedValue(
      await refusal(503, { name: 'ServiceUnavailableError', message: 'Busy' }),
    );
    await renderScreens(ticketsApi, '/?tab=all');
    await userEvent.click(await box(1));
    await press('Solve or close');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change 1 ticket' }),
    );
    expect(await screen.findByText('0 of 1 changed.')).toBeVisible();
    expect(
      screen.getByRole('region', { name: '1 was not changed' }),
    ).toHaveTextContent('T2026-00001: Busy');
  });

  it('are there on a narrow screen, too', async () => {
    setScreenWidth(360);
    try {
      await renderScreens(agent(), '/?tab=all');
      await userEvent.click(await box(2));
      await press('Change…');
      await userEvent.click(
        await screen.findByRole('menuitem', { name: 'Status' }),
      );
      expect(
        await screen.findByRole('button', { name: 'Change 1 ticket' }),
      ).toBeDisabled();
    } finally {
      setScreenWidth(1440);
    }
  });
});

describe('the keyboard in a list', () => {
  beforeEach(() => window.localStorage.clear());

  it('goes from row to row, opens, assigns and comes back to the same row', async () => {
    await renderScreens(agent(), '/?tab=all');
    await screen.findByRole('grid');
    await userEvent.keyboard('jj');
    const rows = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
    expect(rows[1]).toHaveFocus();
    await userEvent.keyboard('k');
    expect(rows[0]).toHaveFocus();
    await userEvent.keyboard('a');
    expect(await screen.findByRole('dialog', { name: 'Assign' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.keyboard('j{Enter}');
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00002'));
    expect(await screen.findByText('2 of 4')).toBeVisible();

    await userEvent.keyboard('j');
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00003'));
    expect(await screen.findByText('3 of 4')).toBeVisible();
    await userEvent.keyboard('u');
    await waitFor(() => expect(address.pathname).toBe('/tickets/all'));
    await waitFor(() =>
      expect(
        within(screen.getByRole('grid')).getAllByRole('row')[3],
      ).toHaveFocus(),
    );
  });

  it('goes on to the next page of the list', async () => {
    const pages = [TICKETS.slice(0, 2), TICKETS.slice(2)];
    const ticketsApi = agent({
      listTickets: async ({ cursor }: { cursor?: string }) => ({
        items: pages[cursor ? 1 : 0],
        total: 4,
        totalCap: 1000,
        nextCursor: cursor ? undefined : 'c1',
      }),
    });
    await renderScreens(ticketsApi, '/?tab=all');
    await userEvent.click(await screen.findByText('T2026-00002'));
    await screen.findByText('2 of 4');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next ticket' }),
    );
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00003'));
    expect(await screen.findByText('3 of 4')).toBeVisible();
  });

  it('opens the ticket to write a note, and never types the key', async () => {
    await renderScreens(agent(), '/?tab=all');
    await screen.findByRole('grid');
    await userEvent.keyboard('jn');
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00001'));
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Message' })).toHaveFocus(),
    );
    expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('');
    expect(screen.getByRole('radio', { name: 'Internal note' })).toBeChecked();
  });

  it('finds the search field', async () => {
    await renderScreens(agent(), '/?tab=all');
    await screen.findByRole('grid');
    await userEvent.keyboard('/');
    const field = screen.getByRole('searchbox', { name: 'Search tickets' });
    expect(field).toHaveFocus();
    await userEvent.keyboard('jk');
    expect(field).toHaveValue('jk');
  });

  it('explains itself, and can be turned off', async () => {
    await renderScreens(agent(), '/?tab=all');
    await screen.findByRole('grid');
    await userEvent.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard' });
    expect(dialog).toHaveTextContent('Next row');
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: 'Single keys do this' }),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.keyboard('j');
    const rows = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
    expect(rows[0]).not.toHaveFocus();
    await userEvent.keyboard('?');
    expect(await screen.findByRole('dialog')).toBeVisible();
  });
});

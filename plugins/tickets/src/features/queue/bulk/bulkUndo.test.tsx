import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { renderScreens } from '../../../__testUtils__/renderScreens';
import {
  AGENT,
  agentDesk,
  agentTicket,
  refusal,
  stubDesk,
} from '../../../__testUtils__/stubDesk';

const TICKETS = [1, 2, 3, 4].map(index =>
  agentTicket({ number: `T2026-0000${index}`, subject: `Ticket ${index}` }),
);

const agent = (methods = {}) =>
  stubDesk({ desk: agentDesk(), tickets: TICKETS, methods });

const select = async (index: number) =>
  userEvent.click(
    await screen.findByRole('checkbox', { name: `Select T2026-0000${index}` }),
  );
const press = async (name: string) => {
  const bar = await screen.findByRole('region', { name: 'Selected tickets' });
  await userEvent.click(within(bar).getByRole('button', { name }));
};

describe('changes of many tickets', () => {
  it('are undone, as far as they can be, and say what stays', async () => {
    const befores = [
      { status: 'open', assignee: AGENT },
      { status: 'waiting' },
      { status: 'new', team: null },
      undefined,
    ];
    const ticketsApi = agent({
      changeTickets: async ({ tickets }: { tickets: string[] }) => ({
        items: tickets.map((ticket, index) => ({
          ticket,
          status: 200,
          version: 4,
          before: befores[index],
        })),
      }),
      getTicket: async (id: string) =>
        agentTicket({
          number: id.replace('id-', ''),
          version: 4,
          status: 'closed',
          assignee: null,
        }),
      reopenTicket: async (id: string) =>
        agentTicket({ number: id, version: 5, status: 'open', assignee: null }),
      handOver: async (id: string) =>
        agentTicket({ number: id, version: 6, status: 'open' }),
    });
    ticketsApi.changeStatus.mockRejectedValue(
      await refusal(412, {
        name: 'StaleTicketError',
        message: 'It has been changed',
        code: 'stale-ticket',
      }),
    );
    await renderScreens(ticketsApi, '/?tab=all');
    for (const index of [1, 2, 3, 4]) {
      await select(index);
    }
    await press('Solve or close');
    await userEvent.click(await screen.findByRole('radio', { name: 'No' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Change 4 tickets' }),
    );
    const fixed = await screen.findByRole('region', {
      name: '2 cannot be undone',
    });
    expect(fixed).toHaveTextContent('T2026-00003: It had no team before.');
    expect(fixed).toHaveTextContent(
      'T2026-00004: Another person changed it in the same moment.',
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Undo for 2 tickets' }),
    );
    expect(
      await screen.findByText('1 of 2 are as they were before.'),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: '1 was not undone' }),
    ).toHaveTextContent('T2026-00002: It has been changed');
    // silently, as it was closed; nothing that was changed since
    expect(ticketsApi.reopenTicket.mock.calls).toEqual([
      ['id-T2026-00001', { notify: false }, { version: 4 }],
      ['id-T2026-00002', { notify: false }, { version: 4 }],
    ]);
    expect(ticketsApi.handOver.mock.calls).toEqual([
      ['id-T2026-00001', { assignee: AGENT }, { version: 5 }],
    ]);
    expect(ticketsApi.changeStatus.mock.calls).toEqual([
      [
        'id-T2026-00002',
        { status: 'waiting', until: undefined, notify: false },
        { version: 5 },
      ],
    ]);
  });

  it('can be undone from a toast when their report is closed', async () => {
    const toastApi = { post: jest.fn(() => ({ close: jest.fn() })) };
    const ticketsApi = agent({
      changeTickets: async ({ tickets }: { tickets: string[] }) => ({
        items: tickets.map(ticket => ({
          ticket,
          status: 200,
          version: 4,
          before: { tags: ['vpn'] },
        })),
      }),
      getTicket: async () => agentTicket({ version: 4, tags: ['laptop'] }),
      editTicket: async () => agentTicket({ version: 5, tags: ['vpn'] }),
    });
    await renderScreens(ticketsApi, '/?tab=all', { toastApi });
    await select(1);
    await press('Tags');
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Add tags' }),
      'laptop',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Change 1 ticket' }),
    );
    await screen.findByText('1 of 1 changed.');
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(toastApi.post).toHaveBeenCalledWith(
      expect.objectContaining({ title: '1 ticket changed' }),
    );
    const [[{ description }]] = toastApi.post.mock.calls as unknown as [
      [{ description: ReactElement }],
    ];
    render(description);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(toastApi.post).toHaveBeenLastCalledWith(
        expect.objectContaining({ title: '1 ticket is as it was before' }),
      ),
    );
    expect(ticketsApi.editTicket).toHaveBeenCalledWith(
      'id-T2026-00001',
      { priority: undefined, tags: ['vpn'] },
      { version: 4 },
    );
  });
});

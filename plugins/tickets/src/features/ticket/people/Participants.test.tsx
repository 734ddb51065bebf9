import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { NUMBER, PATH } from '../../../__testUtils__/agentAtWork';
import { address, renderScreens } from '../../../__testUtils__/renderScreens';
import {
  AGENT,
  agentDesk,
  agentTicket,
  ENGINEER,
  stubDesk,
  ticketOf,
} from '../../../__testUtils__/stubDesk';

/** What stands below a name in the panel. */
async function fact(name: string): Promise<HTMLElement> {
  const title = await screen.findByText(name, { selector: 'dt *' });
  return title.closest('dt')?.parentElement as HTMLElement;
}

describe('Participants', () => {
  it('shows who takes part, and who of them has no access', async () => {
    const people: Ticket['people'] = [
      { ref: 'user:default/kim', role: 'to' },
      { ref: 'user:default/lou', role: 'watcher', canRead: false },
      { ref: AGENT, role: 'watcher' },
    ];
    const ticket = agentTicket();
    const allowedActions = [...ticket.allowedActions, 'watch' as const];
    await renderScreens(
      stubDesk({
        desk: agentDesk(),
        tickets: [{ ...ticket, allowedActions, people }],
      }),
      PATH,
    );

    expect(await fact('To')).toHaveTextContent('kim');
    expect(await fact('To')).not.toHaveTextContent('No access');
    const watchers = await fact('Watchers');
    expect(within(watchers).getAllByText('No access')).toHaveLength(1);
    expect(watchers).toHaveTextContent(/lou.*No access.*amir/);
    expect(
      within(watchers).getAllByRole('button', { name: 'Stop watching' }),
    ).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Leave' })).toBeNull();
  });

  it('lets somebody leave, and shows the list when the ticket is gone for them', async () => {
    const ticket = ticketOf({
      requester: 'user:default/kim',
      createdBy: 'user:default/kim',
      people: [{ ref: ENGINEER, role: 'cc' }],
      allowedActions: ['reply', 'watch'],
    });
    const removePerson = jest.fn(async () => ({
      ...ticket,
      people: [],
      allowedActions: [],
    }));
    const { alertApi } = await renderScreens(
      stubDesk({ tickets: [ticket], methods: { removePerson } }),
      PATH,
    );

    const copies = await fact('Copy');
    await userEvent.click(within(copies).getByText('Leave'));
    await waitFor(() => expect(address.pathname).toBe('/tickets/mine'));
    expect(removePerson).toHaveBeenCalledWith(
      NUMBER,
      { ref: ENGINEER, role: 'cc' },
      { version: ticket.version },
    );
    expect(alertApi.post).toHaveBeenCalledWith(
      expect.objectContaining({ message: `You left ticket ${NUMBER}.` }),
    );
  });
});

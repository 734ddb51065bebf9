import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentAtWork, NUMBER, PATH } from '../../__testUtils__/agentAtWork';
import { renderScreens } from '../../__testUtils__/renderScreens';
import {
  agentTicket,
  MESSAGES,
  refusal,
  stubDesk,
  ticketOf,
} from '../../__testUtils__/stubDesk';
import { fill } from '../../__testUtils__/typing';

describe('TicketPage', () => {
  beforeEach(() => window.localStorage.clear());

  it('shows the requester the portal status and only what they may do', async () => {
    await renderScreens(stubDesk(), PATH);

    expect(
      await screen.findByRole('heading', { name: 'Payments answers with 502' }),
    ).toBeVisible();
    expect(screen.getAllByText('In progress').length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: 'Close ticket' })).toBeVisible();
    for (const name of [
      'Take over',
      'Hand over',
      'Change status',
      'Reopen ticket',
      'Edit subject',
      'Reply and set to…',
    ]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });

  it('is read in each version that somebody looks at', async () => {
    const ticketsApi = stubDesk();
    const { sendSignal } = await renderScreens(ticketsApi, PATH);
    await waitFor(() =>
      expect(ticketsApi.markRead.mock.calls).toEqual([[NUMBER]]),
    );

    ticketsApi.getTicket.mockResolvedValue(ticketOf({ version: 4 }));
    sendSignal({ ticket: ticketOf().id });
    await waitFor(() =>
      expect(ticketsApi.markRead.mock.calls).toEqual([[NUMBER], [NUMBER]]),
    );
  });

  it('is shown although the desk does not take that it was read', async () => {
    const ticketsApi = stubDesk({
      methods: { markRead: async () => Promise.reject(new Error('Away')) },
    });
    await renderScreens(ticketsApi, PATH);
    await waitFor(() => expect(ticketsApi.markRead).toHaveBeenCalled());
    expect(
      screen.getByRole('heading', { name: 'Payments answers with 502' }),
    ).toBeVisible();
  });

  it('lets nobody change what is about to be another version', async () => {
    let answer = () => {};
    const sent = new Promise<void>(resolve => {
      answer = resolve;
    });
    await renderScreens(
      agentAtWork({
        addMessage: async () => {
          await sent;
          return MESSAGES[0];
        },
      }),
      PATH,
    );
    await fill(await screen.findByLabelText('Message'), 'Which one?');
    await userEvent.click(
      screen.getByRole('button', { name: 'Reply to elena' }),
    );

    const controls = ['Change status', 'Close ticket', 'Take over'].map(name =>
      screen.getByRole('button', { name }),
    );
    await waitFor(() => expect(controls[0]).toBeDisabled());
    controls.forEach(control => expect(control).toBeDisabled());
    answer();
    await waitFor(() => expect(controls[0]).toBeEnabled());
    controls.forEach(control => expect(control).toBeEnabled());
  });

  it('edits the subject', async () => {
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit subject' }),
    );
    const field = screen.getByRole('textbox', { name: 'Subject' });
    await userEvent.clear(field);
    await fill(field, 'Payments is down');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(ticketsApi.editTicket).toHaveBeenCalledWith(
        NUMBER,
        { subject: 'Payments is down' },
        { version: 3 },
      ),
    );
  });

  it('offers both subjects when somebody else changed it meanwhile', async () => {
    let subject = 'Payments answers with 502';
    let version = 3;
    const stale = await refusal(412, {
      name: 'StaleTicketError',
      message: 'The ticket was changed',
      changes: [
        {
          id: 'e9',
          version: 4,
          actor: 'user:default/zoe',
          at: '2026-03-02T10:00:00.000Z',
          detail: {
            type: 'edited',
            field: 'subject',
            from: subject,
            to: 'Payments answers slowly',
          },
        },
      ],
    });
    const ticketsApi = agentAtWork({
      getTicket: async () => agentTicket({ subject, version }),
      editTicket: async () => {
        if (version === 3) {
          version = 4;
          subject = 'Payments answers slowly';
          throw stale;
        }
        return agentTicket();
      },
    });
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit subject' }),
    );
    const field = screen.getByRole('textbox', { name: 'Subject' });
    await userEvent.clear(field);
    await fill(field, 'Payments is down');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'zoe changed the subject (Payments answers with 502 → Payments answers slowly)',
    );
    expect(field).toHaveValue('Payments is down');
    expect(
      within(alert).getByRole('button', { name: 'Keep theirs' }),
    ).toBeVisible();
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Save mine' }),
    );
    await waitFor(() =>
      expect(ticketsApi.editTicket).toHaveBeenLastCalledWith(
        NUMBER,
        { subject: 'Payments is down' },
        { version: 4 },
      ),
    );
  });

  it('is friendly about a ticket that is not there, or not for the caller', async () => {
    await renderScreens(stubDesk({ tickets: [] }), '/T2026-09999');
    expect(
      await screen.findByText('No such ticket, or not for you'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Go to my tickets' }),
    ).toHaveAttribute('href', '/tickets');
  });

  it('says when the requester is asked', async () => {
    await renderScreens(
      stubDesk({
        tickets: [ticketOf({ portalStatus: 'answer-expected', light: 'red' })],
      }),
      PATH,
    );
    expect((await screen.findAllByText('Answer expected'))[0]).toBeVisible();
  });
});

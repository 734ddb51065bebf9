import {
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentAtWork, NUMBER, PATH } from '../../../__testUtils__/agentAtWork';
import { renderScreens } from '../../../__testUtils__/renderScreens';
import {
  agentTicket,
  refusal,
  stubDesk,
} from '../../../__testUtils__/stubDesk';

describe('StatusActions', () => {
  beforeEach(() => window.localStorage.clear());

  it('offers the statuses that may follow', async () => {
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change status' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Waiting for requester' }),
    );

    await waitFor(() =>
      expect(ticketsApi.changeStatus).toHaveBeenCalledWith(
        NUMBER,
        { status: 'waiting', until: undefined },
        { version: 3 },
      ),
    );
  });

  it('lets a status that is gone from the configuration be left', async () => {
    await renderScreens(
      agentAtWork({}, agentTicket({ status: 'unread' })),
      PATH,
    );
    expect((await screen.findAllByText('unread')).length).toBeGreaterThan(0);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change status' }),
    );
    expect(await screen.findAllByRole('menuitem')).toHaveLength(5);
  });

  it('closes, tells whom the agent wants to, and undoes it', async () => {
    const open = agentTicket({ status: 'waiting' });
    const closed = agentTicket({
      status: 'closed',
      version: 4,
      allowedActions: ['reopen'],
    });
    const toastApi = { post: jest.fn(() => ({ close: jest.fn() })) };
    const ticketsApi = agentAtWork(
      {
        closeTicket: async () => closed,
        reopenTicket: async () => agentTicket({ status: 'open', version: 5 }),
      },
      open,
    );
    await renderScreens(ticketsApi, PATH, { toastApi });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Close ticket' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Tell nobody' }),
    );
    await waitFor(() =>
      expect(ticketsApi.closeTicket).toHaveBeenCalledWith(
        NUMBER,
        { notify: false },
        { version: 3 },
      ),
    );
    await waitFor(() => expect(toastApi.post).toHaveBeenCalledTimes(1));

    const [[toast]] = toastApi.post.mock.calls as unknown as [
      [{ title: string; description: JSX.Element }],
    ];
    expect(toast.title).toBe('The ticket is closed.');
    render(toast.description);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(ticketsApi.changeStatus).toHaveBeenCalledWith(
        NUMBER,
        { status: 'waiting', notify: false },
        { version: 5 },
      ),
    );
    expect(ticketsApi.reopenTicket).toHaveBeenCalledWith(
      NUMBER,
      { notify: false },
      { version: 4 },
    );
    await waitFor(() =>
      expect(toastApi.post).toHaveBeenLastCalledWith(
        expect.objectContaining({ title: `${NUMBER} is open again.` }),
      ),
    );
  });

  it('lets a requester close without a question', async () => {
    const ticketsApi = stubDesk();
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Close ticket' }),
    );
    await waitFor(() =>
      expect(ticketsApi.closeTicket).toHaveBeenCalledWith(
        NUMBER,
        { notify: undefined },
        { version: 3 },
      ),
    );
  });

  it('says why a change was refused', async () => {
    const conflict = await refusal(409, {
      name: 'ConflictError',
      message: 'It is closed already',
    });
    await renderScreens(
      agentAtWork({
        closeTicket: async () => {
          throw conflict;
        },
      }),
      PATH,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Close ticket' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Tell nobody' }),
    );
    expect(await screen.findByText(/It is closed already/)).toBeVisible();
  });

  it('asks for a date before it postpones', async () => {
    const user = userEvent.setup();
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);

    await user.click(
      await screen.findByRole('button', { name: 'Change status' }),
    );
    await user.click(
      await screen.findByRole('menuitem', { name: 'Postponed' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Postpone' });
    const until = within(dialog).getByLabelText(/Comes back on/);
    fireEvent.change(until, { target: { value: '2020-01-01T09:00' } });
    await user.click(within(dialog).getByRole('button', { name: 'Postpone' }));
    expect(dialog).toHaveTextContent('Choose a time in the future.');
    expect(ticketsApi.changeStatus).not.toHaveBeenCalled();

    fireEvent.change(until, { target: { value: '2099-01-01T09:00' } });
    await user.click(within(dialog).getByRole('button', { name: 'Postpone' }));
    await waitFor(() =>
      expect(ticketsApi.changeStatus).toHaveBeenCalledWith(
        NUMBER,
        { status: 'later', until: new Date('2099-01-01T09:00').toISOString() },
        { version: 3 },
      ),
    );
  });
});

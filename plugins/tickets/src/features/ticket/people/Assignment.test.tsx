import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentAtWork, NUMBER, PATH } from '../../../__testUtils__/agentAtWork';
import { renderScreens } from '../../../__testUtils__/renderScreens';
import { AGENT, agentTicket } from '../../../__testUtils__/stubDesk';
import { fill } from '../../../__testUtils__/typing';

describe('Assignment', () => {
  beforeEach(() => window.localStorage.clear());

  it('takes a ticket over', async () => {
    const ticketsApi = agentAtWork();
    const { alertApi } = await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take over' }),
    );

    await waitFor(() =>
      expect(ticketsApi.takeOver).toHaveBeenCalledWith(NUMBER, { version: 3 }),
    );
    await waitFor(() => expect(alertApi.post).toHaveBeenCalled());
  });

  it('offers no taking over of what is one’s own', async () => {
    await renderScreens(
      agentAtWork({}, agentTicket({ assignee: AGENT })),
      PATH,
    );
    await screen.findByRole('button', { name: 'Hand over' });
    expect(screen.queryByRole('button', { name: 'Take over' })).toBeNull();
  });

  it('says who is away, and until when', async () => {
    const absence = { from: '2026-01-01T00:00:00.000Z' };
    const listAbsences = async () => ({
      items: [
        { ...absence, person: AGENT, until: '2099-12-24T16:00:00.000Z' },
        { ...absence, person: 'user:default/zoe', until: null },
      ],
    });
    await renderScreens(
      agentAtWork({ listAbsences }, agentTicket({ assignee: AGENT })),
      PATH,
    );
    expect(await screen.findByText(/^Away until .*2099/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Hand over' }));
    const dialog = await screen.findByRole('dialog');
    await waitFor(() =>
      expect(within(dialog).queryByText(/are loaded|Loading/)).toBeNull(),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Person/ }),
    );
    expect(
      await screen.findByRole('option', {
        name: /^zoe.*Away until further notice$/,
      }),
    ).toBeVisible();
  });

  it('asks before it takes a ticket from somebody else', async () => {
    const ticket = agentTicket({ assignee: 'user:default/zoe' });
    const ticketsApi = agentAtWork({}, ticket);
    await renderScreens(ticketsApi, PATH);
    const takeOver = () => screen.findByRole('button', { name: 'Take over' });
    await userEvent.click(await takeOver());
    const question = { name: `Take ${NUMBER} over from zoe?` };
    await userEvent.click(
      within(await screen.findByRole('dialog', question)).getByText('Cancel'),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(ticketsApi.takeOver).not.toHaveBeenCalled();

    await userEvent.click(await takeOver());
    await userEvent.click(
      within(await screen.findByRole('dialog', question)).getByText(
        'Take over',
      ),
    );
    await waitFor(() =>
      expect(ticketsApi.takeOver).toHaveBeenCalledWith(NUMBER, { version: 3 }),
    );
  });

  it('hands over to nobody only where that is chosen', async () => {
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Hand over' }),
    );
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Hand over' });
    expect(submit).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Person/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Nobody: back to the queue' }),
    );
    await userEvent.click(submit);
    await waitFor(() =>
      expect(ticketsApi.handOver).toHaveBeenCalledWith(
        NUMBER,
        { assignee: null, team: undefined, note: undefined },
        { version: 3 },
      ),
    );
  });

  it('hands over to another team without choosing for it', async () => {
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Hand over' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: /Team/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'data-support' }),
    );
    expect(
      within(dialog).getByRole('button', { name: /Person/ }),
    ).toHaveTextContent('Let the team decide');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Hand over' }),
    );
    await waitFor(() =>
      expect(ticketsApi.handOver).toHaveBeenCalledWith(
        NUMBER,
        {
          assignee: null,
          team: 'group:default/data-support',
          note: undefined,
        },
        { version: 3 },
      ),
    );
  });

  it('hands over to somebody of the team', async () => {
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Hand over' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: `Hand over ${NUMBER}`,
    });
    await waitFor(() =>
      expect(within(dialog).queryByText(/are loaded|Loading/)).toBeNull(),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Person/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'zoe' }));
    await fill(
      within(dialog).getByRole('textbox', { name: /^Note/ }),
      'Its log is full',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Hand over' }),
    );

    await waitFor(() =>
      expect(ticketsApi.handOver).toHaveBeenCalledWith(
        NUMBER,
        {
          assignee: 'user:default/zoe',
          team: undefined,
          note: 'Its log is full',
        },
        { version: 3 },
      ),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('shows assets with owner and system from the catalog', async () => {
    await renderScreens(agentAtWork(), PATH);
    const owner = await screen.findByText(/^Owner/);
    expect(within(owner).getByRole('link')).toHaveTextContent('checkout');
    const system = screen.getByText(/^System/);
    expect(within(system).getByRole('link')).toHaveTextContent('shop');
  });
});

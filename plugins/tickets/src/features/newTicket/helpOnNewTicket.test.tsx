import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreens } from '../../__testUtils__/renderScreens';
import {
  agentDesk,
  ASSET,
  deskOf,
  ENGINEER,
  stubDesk,
  TEAM,
  ticketOf,
} from '../../__testUtils__/stubDesk';
import { fill } from '../../__testUtils__/typing';

const OTHER = ticketOf({ number: 'T2026-00009', subject: 'Wiki is read-only' });
const subjectField = () => screen.findByRole('textbox', { name: 'Subject' });
const file = () =>
  userEvent.click(screen.getByRole('button', { name: 'File ticket' }));

describe('a new ticket', () => {
  beforeEach(() => window.localStorage.clear());

  it('finds what others filed while one types, to be followed with one click', async () => {
    const ticketsApi = stubDesk({
      methods: {
        similarTickets: async () => ({ items: [OTHER] }),
        addPerson: async () => OTHER,
      },
    });
    await renderScreens(ticketsApi, '/new');
    await subjectField();
    expect(ticketsApi.similarTickets).not.toHaveBeenCalled();
    await fill(await subjectField(), 'wiki');
    expect(
      await screen.findByRole('link', {
        name: 'T2026-00009 · Wiki is read-only',
      }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Follow T2026-00009' }),
    );
    expect(await screen.findByText('You follow it now.')).toBeVisible();
    expect(ticketsApi.addPerson).toHaveBeenCalledWith(OTHER.id, {
      ref: ENGINEER,
      role: 'watcher',
    });
  });

  it('shows open trouble of its asset, each ticket once', async () => {
    const ticketsApi = stubDesk({
      tickets: [OTHER],
      methods: { similarTickets: async () => ({ items: [OTHER] }) },
    });
    await renderScreens(ticketsApi, `/new?asset=${ASSET}`);
    await fill(await subjectField(), 'wiki');
    await waitFor(() => expect(ticketsApi.similarTickets).toHaveBeenCalled());
    expect(
      await screen.findAllByRole('link', { name: /T2026-00009/ }),
    ).toHaveLength(1);
    expect(ticketsApi.listTickets).toHaveBeenCalledWith(
      expect.objectContaining({ asset: [ASSET], state: 'open' }),
      expect.anything(),
    );
  });

  it('offers the categories of its asset, and files in none that is not offered', async () => {
    const desk = deskOf({
      categories: [
        {
          id: 'api',
          title: 'API',
          agentsOnly: false,
          fits: { kinds: ['api'] },
        },
        { id: 'all', title: 'Anything', agentsOnly: false },
      ],
    });
    await renderScreens(stubDesk({ desk }), `/new?asset=${ASSET}`);
    await screen.findByRole('radio', { name: 'Anything' });
    await waitFor(() =>
      expect(screen.queryByRole('radio', { name: 'API' })).toBeNull(),
    );
    expect(screen.getByRole('radio', { name: 'Not sure' })).toBeChecked();
  });

  it('asks agents alone for whom and for which team it is', async () => {
    const first = await renderScreens(stubDesk(), '/new');
    await subjectField();
    expect(screen.queryByText('For the support team')).toBeNull();
    first.unmount();

    const ticketsApi = stubDesk({ desk: agentDesk() });
    await renderScreens(ticketsApi, '/new');
    await fill(await subjectField(), 'Wiki');
    await userEvent.click(screen.getByRole('button', { name: /Team/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /platform.support/i }),
    );
    await userEvent.click(screen.getByRole('button', { name: /Visibility/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Confidential' }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Do not notify/ }),
    );
    await file();
    await waitFor(() =>
      expect(ticketsApi.fileTicket).toHaveBeenCalledWith(
        {
          subject: 'Wiki',
          team: TEAM,
          visibility: 'confidential',
          notifyRequester: false,
        },
        { idempotencyKey: expect.any(String) },
      ),
    );
  });
});

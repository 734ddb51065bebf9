import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { MAIL_URL, renderScreens } from '../../../__testUtils__/renderScreens';
import {
  agentDesk,
  agentTicket,
  stubDesk,
  ticketOf,
} from '../../../__testUtils__/stubDesk';

const server = setupServer();
registerMswTestHooks(server);

const at = '2026-11-30T08:00:00.000Z';

function answer(body: object, status = 200) {
  const asked = jest.fn();
  server.use(
    http.get(`${MAIL_URL}/tickets/:ticket`, () => {
      asked();
      return HttpResponse.json(body, { status });
    }),
  );
  return asked;
}

describe('the mails of a ticket', () => {
  it('are counted for agents, who see what became of each', async () => {
    answer({
      sent: 2,
      lastSentAt: at,
      mails: [
        { address: 'gone@example.com', state: 'bounced', error: '550 no', at },
        { address: 'elena@example.com', state: 'sent', error: null, at },
      ],
      incoming: [
        { id: '9f', sender: 'elena@example.com', size: 2_500, receivedAt: at },
      ],
    });
    const ticketsApi = stubDesk({
      desk: agentDesk(),
      tickets: [agentTicket()],
    });
    await renderScreens(ticketsApi, '/T2026-00001', { hasMail: true });

    expect(await screen.findByText('1 did not arrive')).toBeVisible();
    expect(screen.getByText('1 received')).toBeVisible();
    expect(screen.getByText(/2 sent/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('gone@example.com: Bounced')).toBeVisible();
    expect(within(dialog).getByText('550 no')).toBeVisible();
    expect(
      within(dialog).getByRole('button', {
        name: 'Download as it came (2.5 kB)',
      }),
    ).toBeVisible();
  });

  it('are left out where the desk has no mail', async () => {
    const asked = answer({ error: { message: 'Not found' } }, 404);
    const ticketsApi = stubDesk({
      desk: agentDesk(),
      tickets: [agentTicket()],
    });
    await renderScreens(ticketsApi, '/T2026-00001', { hasMail: true });
    await screen.findByText('Updated');
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
    expect(screen.queryByText('Mails')).toBeNull();
  });

  it('are not asked for by those who see the ticket from outside', async () => {
    const asked = answer({});
    await renderScreens(stubDesk({ tickets: [ticketOf()] }), '/T2026-00001', {
      hasMail: true,
    });
    await screen.findByText('Updated');
    expect(asked).not.toHaveBeenCalled();
  });
});

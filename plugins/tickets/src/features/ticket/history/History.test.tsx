import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentAtWork, PATH } from '../../../__testUtils__/agentAtWork';
import { renderScreens } from '../../../__testUtils__/renderScreens';
import {
  AGENT,
  agentTicket,
  EVENTS,
  refusal,
  TEAM,
} from '../../../__testUtils__/stubDesk';

describe('History', () => {
  beforeEach(() => window.localStorage.clear());

  it('shows the history with before and after, page by page', async () => {
    const ticketsApi = agentAtWork({
      listEvents: async (_: string, query?: { cursor?: string }) =>
        query?.cursor
          ? { items: [EVENTS[2]] }
          : {
              items: [
                {
                  id: 'e9',
                  actor: AGENT,
                  at: '2026-03-02T11:00:00.000Z',
                  version: 9,
                  detail: {
                    type: 'status-changed',
                    from: 'new',
                    to: 'open',
                    cause: 'assignment',
                  },
                },
                {
                  id: 'e8',
                  actor: AGENT,
                  at: '2026-03-02T10:00:00.000Z',
                  version: 8,
                  detail: {
                    type: 'routed',
                    team: TEAM,
                    rule: 'owner',
                    reason: 'checkout owns payments',
                  },
                },
              ],
              nextCursor: 'older',
            },
    });
    await renderScreens(ticketsApi, `${PATH}/history`);

    const history = await screen.findByRole('list', { name: 'History' });
    expect(history).toHaveTextContent('New → In work');
    expect(history).toHaveTextContent('because it was taken over');
    expect(history).toHaveTextContent('checkout owns payments');
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText(/filed the ticket/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('says when it alone could not be refreshed', async () => {
    let isRefused = false;
    const ticket = agentTicket();
    const { sendSignal } = await renderScreens(
      agentAtWork({
        listEvents: async () => {
          if (isRefused) {
            throw await refusal(400, { name: 'InputError', message: 'No' });
          }
          return { items: EVENTS };
        },
      }),
      `${PATH}/history`,
    );
    const history = await screen.findByRole('list', { name: 'History' });
    expect(screen.queryByText(/Not refreshed since/)).toBeNull();

    isRefused = true;
    sendSignal({ ticket: ticket.id });
    expect(await screen.findByText(/Not refreshed since/)).toBeVisible();
    expect(history).toHaveTextContent('took over');
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentAtWork, NUMBER, PATH } from '../../../__testUtils__/agentAtWork';
import { renderScreens } from '../../../__testUtils__/renderScreens';
import {
  agentTicket,
  refusal,
  stubDesk,
  ticketOf,
} from '../../../__testUtils__/stubDesk';

const PAYMENTS = 'component:default/payments';
const ORDERS = 'api:default/orders';

const about = (...refs: string[]) =>
  agentTicket({
    assets: refs.map((entityRef, index) => ({
      entityRef,
      primary: index === 0,
    })),
  });

async function openDialog() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Change assets' }),
  );
  return within(await screen.findByRole('dialog'));
}

async function choose(dialog: ReturnType<typeof within>, name: RegExp) {
  await userEvent.click(dialog.getByRole('combobox', { name: /Add an asset/ }));
  await userEvent.click(await screen.findByRole('option', { name }));
}

describe('the assets of a ticket', () => {
  it('are added to a ticket that has none', async () => {
    const ticketsApi = agentAtWork({}, about());
    const { alertApi } = await renderScreens(ticketsApi, PATH);
    expect(await screen.findByText('No asset')).toBeVisible();

    const dialog = await openDialog();
    expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
    await choose(dialog, /payments/);
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(ticketsApi.editTicket).toHaveBeenCalledWith(
        NUMBER,
        { assets: [PAYMENTS] },
        { version: 3 },
      ),
    );
    await waitFor(() => expect(alertApi.post).toHaveBeenCalled());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are taken away', async () => {
    const ticketsApi = agentAtWork({}, about(PAYMENTS, ORDERS));
    await renderScreens(ticketsApi, PATH);
    const dialog = await openDialog();
    await userEvent.click(
      await dialog.findByRole('button', { name: /^Remove .*payments/i }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(ticketsApi.editTicket).toHaveBeenCalledWith(
        NUMBER,
        { assets: [ORDERS] },
        { version: 3 },
      ),
    );
  });

  it('stay chosen when the desk refuses them', async () => {
    const ticketsApi = agentAtWork(
      {
        editTicket: async () => {
          throw refusal(503, {
            name: 'ServiceUnavailableError',
            message: 'The desk is busy',
          });
        },
      },
      about(),
    );
    await renderScreens(ticketsApi, PATH);
    const dialog = await openDialog();
    await choose(dialog, /payments/);
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText(/^That did not work/)).toBeVisible();
    expect(
      dialog.getByRole('button', { name: /^Remove .*payments/i }),
    ).toBeVisible();
  });

  it('are not changed by those who may not edit', async () => {
    const reader = ticketOf({ allowedActions: ['reply'] });
    await renderScreens(stubDesk({ tickets: [reader] }), PATH);
    await screen.findByText('Assets');
    expect(screen.queryByRole('button', { name: 'Change assets' })).toBeNull();
  });
});

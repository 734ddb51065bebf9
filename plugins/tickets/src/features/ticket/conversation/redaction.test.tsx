import type { Message } from '@portaldesk/plugin-tickets-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentAtWork, NUMBER, PATH } from '../../../__testUtils__/agentAtWork';
import { attachmentOf } from '../../../__testUtils__/files';
import { renderScreens } from '../../../__testUtils__/renderScreens';
import {
  AGENT,
  agentTicket,
  MESSAGES,
  refusal,
} from '../../../__testUtils__/stubDesk';
import { fill } from '../../../__testUtils__/typing';

const FILE = attachmentOf({ id: 'f1', name: 'dump.txt' });
const WRITTEN: Message = { ...MESSAGES[0], attachments: [FILE] };
const BUTTON = { name: 'Remove what this message says' };

describe('removing what a message says', () => {
  beforeEach(() => window.localStorage.clear());

  async function open(message = WRITTEN, mayRedact = true) {
    const { allowedActions } = agentTicket();
    const ticket = agentTicket({
      allowedActions: mayRedact
        ? [...allowedActions, 'redact']
        : allowedActions,
    });
    const ticketsApi = agentAtWork({
      getTicket: async () => ticket,
      listMessages: async () => ({ items: [message] }),
      redactMessage: async () => message,
    });
    await renderScreens(ticketsApi, PATH);
    await screen.findByRole('log', { name: 'Conversation' });
    return ticketsApi;
  }

  const openDialog = async () => {
    await userEvent.click(await screen.findByRole('button', BUTTON));
    return screen.findByRole('dialog', BUTTON);
  };

  it('is not offered to those who may not', async () => {
    await open(WRITTEN, false);
    expect((await screen.findAllByRole('article'))[0]).toBeVisible();
    expect(screen.queryByRole('button', BUTTON)).toBeNull();
  });

  it('needs a reason, and takes all of it', async () => {
    const ticketsApi = await open();
    const dialog = await openDialog();
    const submit = within(dialog).getByRole('button', {
      name: 'Remove for good',
    });
    expect(submit).toBeDisabled();
    await fill(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      ' A password ',
    );
    await userEvent.click(submit);
    await waitFor(() =>
      expect(ticketsApi.redactMessage).toHaveBeenCalledWith(
        NUMBER,
        WRITTEN.id,
        { reason: 'A password' },
      ),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('can take single files', async () => {
    const ticketsApi = await open();
    const dialog = await openDialog();
    await userEvent.click(
      within(dialog).getByRole('radio', { name: 'Some of its files' }),
    );
    await fill(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'Names',
    );
    const submit = within(dialog).getByRole('button', {
      name: 'Remove for good',
    });
    expect(submit).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: 'dump.txt' }),
    );
    await userEvent.click(submit);
    await waitFor(() =>
      expect(ticketsApi.redactMessage).toHaveBeenCalledWith(
        NUMBER,
        WRITTEN.id,
        { reason: 'Names', attachments: ['f1'] },
      ),
    );
  });

  it('keeps the reason when it is refused', async () => {
    const ticketsApi = await open();
    ticketsApi.redactMessage.mockRejectedValue(
      await refusal(403, { name: 'NotAllowedError', message: 'Not you' }),
    );
    const dialog = await openDialog();
    const reason = within(dialog).getByRole('textbox', { name: /Reason/ });
    await fill(reason, 'Names');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Remove for good' }),
    );
    expect(await within(dialog).findByText(/Not you/)).toBeVisible();
    expect(reason).toHaveValue('Names');
  });

  it('leaves who did it in the place of the text', async () => {
    const redacted = { by: AGENT, at: '2026-11-02T10:00:00.000Z' };
    await open({ ...WRITTEN, body: '', attachments: [], redacted });
    const article = (
      await screen.findByText(/What this message said was removed by/)
    ).closest('article');
    expect(article).toHaveTextContent(/amir/i);
    expect(screen.queryByRole('button', BUTTON)).toBeNull();
  });
});

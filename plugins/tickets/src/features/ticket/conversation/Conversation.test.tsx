import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentAtWork, NUMBER, PATH } from '../../../__testUtils__/agentAtWork';
import { attachmentOf } from '../../../__testUtils__/files';
import { renderScreens } from '../../../__testUtils__/renderScreens';
import {
  AGENT,
  agentTicket,
  EVENTS,
  MESSAGES,
  refusal,
} from '../../../__testUtils__/stubDesk';

describe('Conversation', () => {
  beforeEach(() => window.localStorage.clear());

  it('tells the story in order, with events in between and Markdown', async () => {
    await renderScreens(agentAtWork(), PATH);

    const log = await screen.findByRole('log', { name: 'Conversation' });
    await within(log).findByText(/took over/);
    const told = log.textContent ?? '';
    const order = [
      'filed the ticket',
      'It started this morning.',
      'region',
      'took over',
    ].map(text => told.indexOf(text));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(within(log).getByText('region').tagName).toBe('STRONG');
  });

  it('marks internal notes', async () => {
    await renderScreens(
      agentAtWork({
        listMessages: async () => ({
          items: [{ ...MESSAGES[0], kind: 'note', body: 'Careful here' }],
        }),
      }),
      PATH,
    );

    const note = (await screen.findByText('Careful here')).closest('article');
    expect(note).toHaveAttribute('data-kind', 'note');
    expect(note).toHaveTextContent('Internal note');
  });

  it('says when it alone could not be refreshed', async () => {
    let isRefused = false;
    const ticket = agentTicket();
    const { sendSignal } = await renderScreens(
      agentAtWork({
        listMessages: async () => {
          if (isRefused) {
            throw await refusal(400, { name: 'InputError', message: 'No' });
          }
          return { items: [MESSAGES[0]] };
        },
      }),
      PATH,
    );
    const log = await screen.findByRole('log', { name: 'Conversation' });
    expect(screen.queryByText(/Not refreshed since/)).toBeNull();

    isRefused = true;
    sendSignal({ ticket: ticket.id });
    expect(await screen.findByText(/Not refreshed since/)).toBeVisible();
    expect(within(log).getAllByRole('article')).toHaveLength(1);
  });

  it('leaves it to the page to say that nothing could be refreshed', async () => {
    let isRefused = false;
    const ticket = agentTicket();
    const answer = async <T,>(value: T) => {
      if (isRefused) {
        throw await refusal(400, { name: 'InputError', message: 'No' });
      }
      return value;
    };
    const ticketsApi = agentAtWork({
      getTicket: () => answer(ticket),
      listMessages: () => answer({ items: MESSAGES }),
      listEvents: () => answer({ items: EVENTS }),
    });
    const { sendSignal } = await renderScreens(ticketsApi, PATH);
    await screen.findByText('region');

    isRefused = true;
    ticketsApi.listMessages.mockClear();
    sendSignal({ ticket: ticket.id });
    await waitFor(() => expect(ticketsApi.listMessages).toHaveBeenCalled());
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect(screen.getAllByText(/Not refreshed since/)).toHaveLength(1);
    expect(screen.getByRole('log')).toHaveTextContent('region');
  });

  it('says whom a private message is for', async () => {
    const message = {
      ...MESSAGES[0],
      kind: 'private' as const,
      body: 'Only for you',
      recipients: ['user:default/kim'],
    };
    await renderScreens(
      agentAtWork({ listMessages: async () => ({ items: [message] }) }),
      PATH,
    );

    const bubble = (await screen.findByText('Only for you')).closest('article');
    expect(bubble).toHaveTextContent('Private message');
    expect(bubble).toHaveTextContent('for kim');
  });

  it('says from which ticket a message came, and leaves what else happened there to the history', async () => {
    const [reply] = MESSAGES;
    const origin = 'T2026-00007';
    const happened = EVENTS.map(event => ({ ...event, origin }));
    await renderScreens(
      agentAtWork({
        listMessages: async () => ({ items: [{ ...reply, origin }] }),
        listEvents: async () => ({ items: happened }),
      }),
      PATH,
    );

    const message = (await screen.findByText('region')).closest('article');
    expect(message).toHaveTextContent(`from ${origin}`);
    const log = screen.getByRole('log', { name: 'Conversation' });
    expect(log).not.toHaveTextContent('took over');

    await userEvent.click(screen.getByRole('tab', { name: 'History' }));
    const history = await screen.findByRole('list', { name: 'History' });
    expect(history).toHaveTextContent('took over');
    expect(history).toHaveTextContent(`from ${origin}`);
  });

  it('saves the file of a message, and says when that fails', async () => {
    const downloadFile = jest
      .fn(async () => new Blob(['exit code 137']))
      .mockRejectedValueOnce(
        await refusal(404, {
          name: 'NotFoundError',
          message: 'It is gone',
          code: 'not-found',
        }),
      );
    const createObjectURL = jest.fn(() => 'blob:file');
    const revokeObjectURL = jest.fn();
    Object.assign(URL, { createObjectURL, revokeObjectURL });
    const file = {
      id: 'f1',
      name: 'runner.pdf',
      mediaType: 'application/pdf',
      size: 12_345,
      sha256: 'abc',
      uploadedBy: AGENT,
      createdAt: '2026-03-02T09:30:00.000Z',
    };
    const { alertApi } = await renderScreens(
      agentAtWork({
        downloadFile,
        listMessages: async () => ({
          items: [{ ...MESSAGES[0], body: '', attachments: [file] }],
        }),
      }),
      PATH,
    );

    const save = await screen.findByRole('button', {
      name: 'Save runner.pdf (12.3 kB)',
    });
    expect(save).toHaveTextContent('runner.pdf (12.3 kB)');
    await userEvent.click(save);
    await waitFor(() =>
      expect(alertApi.post).toHaveBeenCalledWith({
        message: 'runner.pdf could not be loaded: It is gone',
        severity: 'error',
      }),
    );
    await userEvent.click(save);
    await waitFor(() =>
      expect(revokeObjectURL).toHaveBeenCalledWith('blob:file'),
    );
    expect(downloadFile).toHaveBeenCalledWith('f1');
  });

  it('shows pictures and texts, one after the other, and saves both', async () => {
    const pictures = { mediaType: 'image/png', name: 'screen.png' };
    const files = [
      attachmentOf({ id: 'f1', ...pictures }),
      attachmentOf({ id: 'f2', name: 'runner.log' }),
      attachmentOf({ id: 'f3', name: 'a.svg', mediaType: 'image/svg+xml' }),
    ];
    const ticketsApi = agentAtWork({
      downloadFile: async (id: string) =>
        id === 'f1'
          ? new Blob(['png'], { type: 'image/png' })
          : new Blob(['<b>137</b>'], { type: 'text/plain' }),
      listMessages: async () => ({
        items: [{ ...MESSAGES[0], attachments: files }],
      }),
    });
    await renderScreens(ticketsApi, PATH);
    const picture = await screen.findByRole('button', {
      name: 'Open screen.png',
    });
    await waitFor(() =>
      expect(picture.querySelector('img')).toHaveAttribute(
        'src',
        `data:image/png;base64,${window.btoa('png')}`,
      ),
    );
    // what may run something is never opened
    expect(screen.queryByRole('button', { name: /^Open a.svg/ })).toBeNull();
    expect(
      screen.getByRole('button', { name: 'Save a.svg (5 bytes)' }),
    ).toBeVisible();
    expect(ticketsApi.downloadFile).toHaveBeenCalledTimes(1);

    await userEvent.click(picture);
    const viewer = await screen.findByRole('dialog', { name: 'screen.png' });
    expect(within(viewer).getByRole('img')).toHaveAccessibleName('screen.png');
    expect(viewer).toHaveTextContent('1 of 2');
    await userEvent.keyboard('{ArrowRight}');
    const next = await screen.findByRole('dialog', { name: 'runner.log' });
    expect(await within(next).findByText('<b>137</b>')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(picture).toHaveFocus());
  });

  it('runs no script that somebody wrote', async () => {
    await renderScreens(
      agentAtWork({
        listMessages: async () => ({
          items: [
            {
              ...MESSAGES[0],
              body: 'Hello <img src=x onerror="alert(1)"> <script>alert(1)</script> [x](javascript:alert(1))',
            },
          ],
        }),
      }),
      PATH,
    );

    const message = await screen.findByText(/Hello/);
    expect(message.querySelector('img')).toBeInTheDocument();
    expect(
      message
        .closest('article')
        ?.querySelector('script, [onerror], [href^="javascript"]'),
    ).toBeNull();
  });

  it('shows the rest when a message or an event cannot be shown', async () => {
    const logged = jest.spyOn(console, 'error').mockReturnValue();
    const [reply] = MESSAGES;
    // as a newer desk might send it
    const detail = JSON.parse('{ "type": "tags-edited" }');
    const file = JSON.parse('{ "id": "f", "name": "a", "size": "much" }');
    const deep = `${'- '.repeat(1_000)}the end`;
    await renderScreens(
      agentAtWork({
        listMessages: async () => ({
          items: [
            reply,
            { ...reply, id: 'deep', body: deep },
            { ...reply, id: 'broken', body: 'B', attachments: [file] },
          ],
        }),
        listEvents: async () => ({
          items: [...EVENTS, { ...EVENTS[0], id: 'broken', detail }],
        }),
      }),
      PATH,
    );

    expect(await screen.findByText('region')).toBeVisible();
    expect(screen.getByText(deep)).toBeVisible();
    expect(screen.getAllByText('This entry cannot be shown.')).not.toEqual([]);
    await userEvent.click(screen.getByRole('tab', { name: 'History' }));
    const history = await screen.findByRole('list', { name: 'History' });
    expect(history).toHaveTextContent('took over');
    expect(history).toHaveTextContent('This entry cannot be shown.');
    logged.mockRestore();
  });

  it('tries an entry again that could not be shown when it has changed', async () => {
    const logged = jest.spyOn(console, 'error').mockReturnValue();
    const [reply] = MESSAGES;
    const file = JSON.parse('{ "id": "f", "name": "a", "size": "much" }');
    const broken = {
      message: { ...reply, id: 'm', body: 'Mended', attachments: [file] },
      event: {
        ...EVENTS[0],
        id: 'e',
        detail: JSON.parse('{ "type": "tags-edited" }'),
      },
    };
    let shown = broken;
    await renderScreens(
      agentAtWork({
        listMessages: async () => ({ items: [reply, { ...shown.message }] }),
        listEvents: async () => ({ items: [...EVENTS, { ...shown.event }] }),
      }),
      PATH,
    );
    expect(
      await screen.findAllByText('This entry cannot be shown.'),
    ).not.toEqual([]);
    await userEvent.click(screen.getByRole('tab', { name: 'History' }));
    const history = await screen.findByRole('list', { name: 'History' });
    expect(history).toHaveTextContent('This entry cannot be shown.');

    shown = {
      message: { ...broken.message, attachments: [] },
      event: { ...broken.event, detail: { type: 'archived' } },
    };
    await userEvent.click(screen.getByRole('button', { name: 'Take over' }));
    await waitFor(() => expect(history).toHaveTextContent('archived'));
    expect(history).not.toHaveTextContent('This entry cannot be shown.');
    await userEvent.click(screen.getByRole('tab', { name: 'Conversation' }));
    expect(await screen.findByText('Mended')).toBeVisible();
    expect(screen.queryByText('This entry cannot be shown.')).toBeNull();
    logged.mockRestore();
  });

  it('loads earlier messages by the cursor', async () => {
    const ticketsApi = agentAtWork({
      listMessages: async (_: string, query?: { cursor?: string }) =>
        query?.cursor
          ? { items: [MESSAGES[1]] }
          : { items: [MESSAGES[0]], nextCursor: 'older' },
    });
    await renderScreens(ticketsApi, PATH);

    await screen.findByText('region');
    expect(screen.queryByText('It started this morning.')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show earlier messages' }),
    );
    expect(await screen.findByText('It started this morning.')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Show earlier messages' }),
    ).toBeNull();
  });

  it('shows what others write as soon as a signal comes, and reads nothing else', async () => {
    const ticketsApi = agentAtWork({
      listMessages: async (_: string, query?: { cursor?: string }) =>
        query?.cursor
          ? { items: [MESSAGES[1]] }
          : { items: [MESSAGES[0]], nextCursor: 'older' },
    });
    const { sendSignal } = await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show earlier messages' }),
    );
    await screen.findByText('It started this morning.');
    ticketsApi.listMessages.mockClear();
    ticketsApi.getTicket.mockClear();

    sendSignal({ ticket: 'id-of-another' });
    ticketsApi.listMessages.mockResolvedValue({
      items: [{ ...MESSAGES[0], id: 'm3', body: 'Just now' }, MESSAGES[0]],
      nextCursor: 'older',
    });
    sendSignal({ ticket: `id-${NUMBER}` });
    expect(await screen.findByText('Just now')).toBeVisible();
    expect(screen.getByText('It started this morning.')).toBeVisible();
    expect(ticketsApi.listMessages).toHaveBeenCalledTimes(1);
    expect(ticketsApi.getTicket).toHaveBeenCalledTimes(1);
    expect(ticketsApi.listTickets).not.toHaveBeenCalled();

    sendSignal({ ticket: 'id-of-another' });
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect(ticketsApi.listMessages).toHaveBeenCalledTimes(1);
  });
});

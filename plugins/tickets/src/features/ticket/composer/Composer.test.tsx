import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentAtWork, NUMBER, PATH } from '../../../__testUtils__/agentAtWork';
import { fileOf, transferOf } from '../../../__testUtils__/files';
import { renderScreens } from '../../../__testUtils__/renderScreens';
import {
  agentDesk,
  agentTicket,
  MESSAGES,
  refusal,
  stubDesk,
  ticketOf,
} from '../../../__testUtils__/stubDesk';
import { draftNames, fill } from '../../../__testUtils__/typing';

const messageField = () => screen.findByRole('textbox', { name: 'Message' });
const reply = () => screen.getByRole('button', { name: 'Reply to elena' });

describe('Composer', () => {
  beforeEach(() => {
    window.localStorage.clear();
    window.sessionStorage.clear();
  });

  it('offers notes only to those who may write them', async () => {
    const asEngineer = await renderScreens(stubDesk(), PATH);
    expect(await messageField()).toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: 'Internal note' })).toBeNull();
    asEngineer.unmount();

    await renderScreens(agentAtWork(), PATH);
    await messageField();
    expect(screen.getByRole('radio', { name: 'Internal note' })).toBeVisible();
  });

  it('is no field for those who may only read', async () => {
    const reader = ticketOf({ allowedActions: [] });
    await renderScreens(stubDesk({ tickets: [reader] }), PATH);

    expect(
      await screen.findByText('You can read this ticket, but not write to it.'),
    ).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('sends a note with the version on the screen and forgets the draft', async () => {
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);

    await userEvent.click(
      await screen.findByRole('radio', { name: 'Internal note' }),
    );
    await fill(await messageField(), 'Ask the network team');
    await userEvent.click(screen.getByRole('button', { name: 'Add note' }));

    await waitFor(() =>
      expect(ticketsApi.addMessage).toHaveBeenCalledWith(
        NUMBER,
        { kind: 'note', body: 'Ask the network team', status: undefined },
        { version: 3, idempotencyKey: expect.any(String) },
      ),
    );
    await waitFor(async () => expect(await messageField()).toHaveValue(''));
    expect(draftNames()).toEqual([]);
    expect(ticketsApi.listMessages).toHaveBeenCalledTimes(2);
    await waitFor(async () => expect(await messageField()).toHaveFocus());
  });

  it('stays with notes after a note, also over a reload', async () => {
    const first = await renderScreens(agentAtWork(), PATH);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Internal note' }),
    );
    await fill(await messageField(), 'Ask the network team');
    await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
    await waitFor(async () => expect(await messageField()).toHaveValue(''));
    expect(screen.getByRole('button', { name: 'Add note' })).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Internal note' })).toBeChecked();
    first.unmount();

    await renderScreens(agentAtWork(), PATH);
    await messageField();
    expect(screen.getByRole('button', { name: 'Add note' })).toBeVisible();
  });

  it('asks once before a reply follows a note', async () => {
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Internal note' }),
    );
    await fill(await messageField(), 'Between us');
    await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
    await waitFor(async () => expect(await messageField()).toHaveValue(''));

    await userEvent.click(screen.getByRole('radio', { name: 'Reply' }));
    await fill(await messageField(), 'It is mended');
    await userEvent.click(reply());
    const dialog = await screen.findByRole('dialog', {
      name: 'Send this to elena?',
    });
    expect(ticketsApi.addMessage).toHaveBeenCalledTimes(1);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Send as reply' }),
    );
    await waitFor(() => expect(ticketsApi.addMessage).toHaveBeenCalledTimes(2));
    await waitFor(async () => expect(await messageField()).toHaveValue(''));

    await fill(await messageField(), 'For good');
    await userEvent.click(reply());
    await waitFor(() => expect(ticketsApi.addMessage).toHaveBeenCalledTimes(3));
    expect(
      ticketsApi.addMessage.mock.calls.map(([, sent]) => sent.kind),
    ).toEqual(['note', 'reply', 'reply']);
  });

  it('asks before a reply that mentions an agent, and can make it a note', async () => {
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);
    await fill(await messageField(), '@zoe is that yours?');
    // the team is looked up while one writes
    await waitFor(async () => {
      await userEvent.click(reply());
      expect(screen.getByRole('dialog')).toHaveTextContent('You mention zoe.');
    });
    expect(ticketsApi.addMessage).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Add as note' }));

    await waitFor(() =>
      expect(ticketsApi.addMessage).toHaveBeenCalledWith(
        NUMBER,
        { kind: 'note', body: '@zoe is that yours?', status: undefined },
        { version: 3, idempotencyKey: expect.any(String) },
      ),
    );
    expect(
      await screen.findByRole('button', { name: 'Add note' }),
    ).toBeVisible();
  });

  it('asks an engineer nothing, who can only reply', async () => {
    const ticketsApi = stubDesk();
    await renderScreens(ticketsApi, PATH);
    await fill(await messageField(), '@amir it is back');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(ticketsApi.addMessage).toHaveBeenCalledTimes(1));
  });

  it('sends on Ctrl+Enter', async () => {
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);
    await fill(await messageField(), 'Done');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => expect(ticketsApi.addMessage).toHaveBeenCalledTimes(1));
  });

  it('sends and sets a status that may follow', async () => {
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);
    await fill(await messageField(), 'Which region?');
    await userEvent.click(
      screen.getByRole('button', { name: 'Reply and set to…' }),
    );
    const menu = await screen.findByRole('menu');
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map(item => item.textContent),
    ).toEqual(['Waiting for requester', 'Closed']);
    await userEvent.click(within(menu).getByText('Waiting for requester'));

    await waitFor(() =>
      expect(ticketsApi.addMessage).toHaveBeenCalledWith(
        NUMBER,
        { kind: 'reply', body: 'Which region?', status: 'waiting' },
        { version: 3, idempotencyKey: expect.any(String) },
      ),
    );
  });

  it('keeps the text when sending fails, also over a reload', async () => {
    const ticketsApi = agentAtWork({
      addMessage: async () => {
        throw new Error('No connection');
      },
    });
    const first = await renderScreens(ticketsApi, PATH);
    await fill(await messageField(), 'A long answer');
    await userEvent.click(reply());

    expect(
      await screen.findByText(/was not sent: No connection\./),
    ).toBeVisible();
    expect(await messageField()).toHaveValue('A long answer');
    first.unmount();

    await renderScreens(agentAtWork(), PATH);
    expect(await messageField()).toHaveValue('A long answer');
  });

  it('sends a message again under the same key, so that it stands there once', async () => {
    const ticketsApi = agentAtWork();
    ticketsApi.addMessage.mockRejectedValueOnce(new TypeError('dropped'));
    await renderScreens(ticketsApi, PATH);
    await fill(await messageField(), 'My answer');
    await userEvent.click(reply());

    await screen.findByText(/was not sent: The desk could not be reached\./);
    await userEvent.click(reply());
    await waitFor(() => expect(ticketsApi.addMessage).toHaveBeenCalledTimes(2));
    await waitFor(async () => expect(await messageField()).toHaveValue(''));
    await fill(await messageField(), 'My answer');
    await userEvent.click(reply());
    await waitFor(() => expect(ticketsApi.addMessage).toHaveBeenCalledTimes(3));

    const [first, second, third] = ticketsApi.addMessage.mock.calls.map(
      ([, , options]) => options?.idempotencyKey,
    );
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('says who changed what meanwhile, keeps the text and sends it all the same', async () => {
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
            field: 'priority',
            from: 'normal',
            to: 'high',
          },
        },
      ],
    });
    const ticketsApi = agentAtWork({
      getTicket: async () => agentTicket({ version }),
      addMessage: async () => {
        if (version === 3) {
          version = 4;
          throw stale;
        }
        return MESSAGES[0];
      },
    });
    await renderScreens(ticketsApi, PATH);
    await fill(await messageField(), 'My answer');
    await userEvent.click(reply());

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'zoe changed the priority to High (Normal → High)',
    );
    expect(await messageField()).toHaveValue('My answer');
    expect(ticketsApi.getTicket).toHaveBeenCalledTimes(2);

    await userEvent.click(
      within(alert).getByRole('button', { name: 'Send it anyway' }),
    );
    await waitFor(() =>
      expect(ticketsApi.addMessage).toHaveBeenLastCalledWith(
        NUMBER,
        expect.objectContaining({ body: 'My answer' }),
        { version: 4, idempotencyKey: expect.any(String) },
      ),
    );
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('sends files that are pasted, dropped and chosen, without a text too', async () => {
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);
    const field = await messageField();
    fireEvent.paste(field, {
      clipboardData: transferOf([fileOf('image.png', 'image/png')]),
    });
    fireEvent.drop(field, { dataTransfer: transferOf([fileOf('a.log')]) });
    await userEvent.upload(screen.getByTestId('tickets-files'), [
      fileOf('b.log'),
      fileOf('c.log'),
    ]);
    const list = screen.getByRole('list', { name: 'Attached files' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      expect.stringMatching(/^Picture \d{4}-\d\d-\d\d .*\.png 5 bytes$/),
      expect.stringMatching(/^a\.log/),
      expect.stringMatching(/^b\.log/),
      expect.stringMatching(/^c\.log/),
    ]);
    expect(
      await screen.findByText('4 of 4 files are uploaded.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Remove b.log' }));
    expect(ticketsApi.discardFile).toHaveBeenCalledWith('file b.log');
    await userEvent.click(reply());

    await waitFor(() => expect(ticketsApi.addMessage).toHaveBeenCalledTimes(1));
    expect(ticketsApi.addMessage.mock.calls[0][1]).toEqual({
      kind: 'reply',
      body: '',
      status: undefined,
      attachments: [
        expect.stringMatching(/^file Picture/),
        'file a.log',
        'file c.log',
      ],
    });
    await waitFor(() =>
      expect(screen.queryByRole('list', { name: 'Attached files' })).toBeNull(),
    );
    expect(draftNames()).toEqual([]);
  });

  it('pastes a text with a picture of it as text', async () => {
    const ticketsApi = agentAtWork();
    await renderScreens(ticketsApi, PATH);
    fireEvent.paste(await messageField(), {
      clipboardData: transferOf(
        [fileOf('image.png', 'image/png')],
        ['text/plain', 'text/html', 'Files'],
      ),
    });
    expect(ticketsApi.uploadFile).not.toHaveBeenCalled();
  });

  it('keeps files over a reload, and says which ones the desk discarded', async () => {
    const first = await renderScreens(agentAtWork(), PATH);
    fireEvent.drop(await messageField(), {
      dataTransfer: transferOf([fileOf('a.log')]),
    });
    await screen.findByText('1 of 1 files are uploaded.');
    first.unmount();

    const gone = await refusal(400, {
      name: 'InputError',
      message: 'attachments[0]: there is no such file',
      issues: [{ path: 'attachments[0]', message: 'there is no such file' }],
    });
    await renderScreens(
      agentAtWork({
        addMessage: async () => {
          throw gone;
        },
      }),
      PATH,
    );
    expect(await screen.findByText(/^a\.log/)).toBeVisible();
    await userEvent.click(reply());
    expect(
      await screen.findByText(/The service desk has discarded this file/),
    ).toBeVisible();
    expect(reply()).toBeDisabled();
  });

  it('keeps the files of a note with the note, also in another window', async () => {
    const first = await renderScreens(agentAtWork(), PATH);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Internal note' }),
    );
    fireEvent.drop(await messageField(), {
      dataTransfer: transferOf([fileOf('passwords.txt')]),
    });
    await screen.findByText('1 of 1 files are uploaded.');
    first.unmount();
    window.sessionStorage.clear();

    await renderScreens(agentAtWork(), PATH);
    expect(await screen.findByText(/^passwords\.txt/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add note' })).toBeEnabled();
  });

  it('says what to do about a file that is refused', async () => {
    const refused = await refusal(415, {
      name: 'FileTypeNotAllowedError',
      message: 'Files of the type application/x-foo are not allowed',
      code: 'file-type-not-allowed',
    });
    await renderScreens(
      agentAtWork({
        uploadFile: async () => {
          throw refused;
        },
      }),
      PATH,
    );
    await fill(await messageField(), 'See the file');
    fireEvent.drop(await messageField(), {
      dataTransfer: transferOf([fileOf('a.foo')]),
    });
    expect(
      await screen.findByText(/Attach it in another format/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Upload a.foo again' }),
    ).toBeNull();
    expect(reply()).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Remove a.foo' }));
    expect(reply()).toBeEnabled();
  });

  it('never turns a note into a reply by itself', async () => {
    const first = await renderScreens(agentAtWork(), PATH);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Internal note' }),
    );
    await fill(await messageField(), 'Between us');
    first.unmount();

    const handedAway = agentTicket({ allowedActions: ['reply'] });
    await renderScreens(
      stubDesk({ desk: agentDesk(), tickets: [handedAway] }),
      PATH,
    );

    expect(await messageField()).toHaveValue('Between us');
    expect(screen.getByRole('button', { name: 'Add note' })).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: 'Reply' }));
    expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled();
  });
});

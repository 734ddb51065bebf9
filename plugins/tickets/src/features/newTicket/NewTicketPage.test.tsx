import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { attachmentOf, fileOf, transferOf } from '../../__testUtils__/files';
import { address, renderScreens } from '../../__testUtils__/renderScreens';
import { ASSET, deskOf, refusal, stubDesk } from '../../__testUtils__/stubDesk';
import { draftNames, fill } from '../../__testUtils__/typing';

const PATH = `/new?asset=${ASSET}`;

const subjectField = () => screen.findByRole('textbox', { name: 'Subject' });
const messageField = () => screen.findByRole('textbox', { name: 'Message' });
const file = () =>
  userEvent.click(screen.getByRole('button', { name: 'File ticket' }));

describe('NewTicketPage', () => {
  beforeEach(() => window.localStorage.clear());

  it('needs nothing but a subject', async () => {
    const ticketsApi = stubDesk();
    await renderScreens(ticketsApi, '/new');
    await subjectField();
    await file();

    expect(
      await screen.findByText('Say in one line what it is about.'),
    ).toBeVisible();
    expect(await subjectField()).toBeInvalid();
    expect(await subjectField()).toHaveFocus();
    expect(ticketsApi.fileTicket).not.toHaveBeenCalled();

    await fill(await subjectField(), 'No access to the wiki');
    await file();
    await waitFor(() =>
      expect(ticketsApi.fileTicket).toHaveBeenCalledWith(
        {
          subject: 'No access to the wiki',
        },
        { idempotencyKey: expect.any(String) },
      ),
    );
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00001'));
    expect(draftNames()).toEqual([]);
  });

  it('files what was filled in, with the linked asset', async () => {
    const ticketsApi = stubDesk();
    const { alertApi } = await renderScreens(ticketsApi, PATH);
    await fill(await subjectField(), 'Payments is down');
    await fill(await messageField(), 'Since **nine**');
    await userEvent.click(
      screen.getByRole('radio', { name: 'Something is broken' }),
    );
    await userEvent.click(screen.getByRole('button', { name: /Priority/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'High' }));
    await userEvent.click(screen.getByRole('tab', { name: 'Preview' }));
    expect(screen.getByText('nine').tagName).toBe('STRONG');
    await file();

    await waitFor(() =>
      expect(ticketsApi.fileTicket).toHaveBeenCalledWith(
        {
          subject: 'Payments is down',
          message: 'Since **nine**',
          category: 'incident',
          priority: 'high',
          assets: [ASSET],
        },
        { idempotencyKey: expect.any(String) },
      ),
    );
    // the ticket's page says it, and the portal's notification
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00001'));
    expect(alertApi.post).not.toHaveBeenCalled();
  });

  it('files one ticket, however often its button is pressed at once', async () => {
    const ticketsApi = stubDesk();
    await renderScreens(ticketsApi, PATH);
    await file();
    await fill(await subjectField(), 'Payments is down');
    const button = screen.getByRole('button', { name: 'File ticket' });
    act(() => {
      button.click();
      button.click();
    });
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00001'));
    expect(ticketsApi.fileTicket).toHaveBeenCalledTimes(1);
  });

  it('removes and adds assets', async () => {
    const ticketsApi = stubDesk();
    await renderScreens(ticketsApi, PATH);
    await fill(await subjectField(), 'Orders are late');
    const chips = screen.getByRole('list', { name: 'Assets' });
    await userEvent.click(
      within(chips).getByRole('button', { name: 'Remove payments' }),
    );
    expect(screen.queryByRole('list', { name: 'Assets' })).toBeNull();

    await userEvent.type(
      screen.getByRole('combobox', { name: 'Add an asset' }),
      'ord',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /orders/ }),
    );
    await file();
    await waitFor(() =>
      expect(ticketsApi.fileTicket).toHaveBeenCalledWith(
        {
          subject: 'Orders are late',
          assets: ['api:default/orders'],
        },
        { idempotencyKey: expect.any(String) },
      ),
    );
  });

  it('keeps a draft over a reload and forgets it on request', async () => {
    const first = await renderScreens(stubDesk(), PATH);
    await fill(await subjectField(), 'Half a sentence');
    first.unmount();

    const second = await renderScreens(stubDesk(), PATH);
    expect(await subjectField()).toHaveValue('Half a sentence');
    await userEvent.click(
      screen.getByRole('button', { name: 'Discard draft' }),
    );
    expect(await subjectField()).toHaveValue('');
    second.unmount();

    await renderScreens(stubDesk(), PATH);
    expect(await subjectField()).toHaveValue('');
  });

  it('files with what was dropped, when all of it is uploaded', async () => {
    let arrive = () => {};
    const sent = new Promise<void>(resolve => {
      arrive = resolve;
    });
    const ticketsApi = stubDesk({
      methods: {
        uploadFile: async ({ name }) => {
          await sent;
          return attachmentOf({ id: 'f1', name });
        },
      },
    });
    await renderScreens(ticketsApi, '/new');
    await fill(await subjectField(), 'No access to the wiki');
    fireEvent.drop(await messageField(), {
      dataTransfer: transferOf([fileOf('a.log')]),
    });
    await file();
    expect(
      await screen.findByText('Wait until all files are uploaded.'),
    ).toBeVisible();
    expect(ticketsApi.fileTicket).not.toHaveBeenCalled();

    arrive();
    await waitFor(() =>
      expect(screen.queryByText(/Wait until all files/)).toBeNull(),
    );
    await file();
    await waitFor(() =>
      expect(ticketsApi.fileTicket).toHaveBeenCalledWith(
        {
          subject: 'No access to the wiki',
          attachments: ['f1'],
        },
        { idempotencyKey: expect.any(String) },
      ),
    );
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00001'));
    expect(draftNames()).toEqual([]);
  });

  it('discards the files of a draft with it', async () => {
    const first = await renderScreens(stubDesk(), '/new');
    fireEvent.drop(await messageField(), {
      dataTransfer: transferOf([fileOf('a.log')]),
    });
    await screen.findByText('1 of 1 files are uploaded.');
    first.unmount();

    const ticketsApi = stubDesk();
    await renderScreens(ticketsApi, '/new');
    expect(await screen.findByText(/^a\.log/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Discard draft' }),
    );
    expect(screen.queryByText(/^a\.log/)).toBeNull();
    expect(ticketsApi.discardFile).toHaveBeenCalledWith('file a.log');
  });

  it('keeps drafts of different people apart', async () => {
    const first = await renderScreens(stubDesk(), PATH);
    await fill(await subjectField(), 'Private');
    first.unmount();

    const desk = deskOf({ caller: { ref: 'user:default/other' } });
    await renderScreens(stubDesk({ desk }), PATH);
    expect(await subjectField()).toHaveValue('');
  });

  it('shows what the desk complains about at the field and keeps everything', async () => {
    const error = await refusal(400, {
      name: 'InputError',
      message: 'subject: a subject is required',
      issues: [{ path: ['subject'], message: 'no swearing, please' }],
    });
    const ticketsApi = stubDesk({
      methods: {
        fileTicket: async () => {
          throw error;
        },
      },
    });
    await renderScreens(ticketsApi, PATH);
    await fill(await subjectField(), 'Damn');
    await fill(await messageField(), 'Long text');
    await file();

    expect(await screen.findByText('no swearing, please')).toBeVisible();
    expect(await subjectField()).toHaveValue('Damn');
    expect(await messageField()).toHaveValue('Long text');
    expect(screen.getByRole('button', { name: 'File ticket' })).toBeEnabled();
  });

  it('tells those who may not file tickets', async () => {
    const desk = deskOf({ caller: { mayFile: false } });
    await renderScreens(stubDesk({ desk }), '/new');
    expect(await screen.findByText('You may not file tickets')).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

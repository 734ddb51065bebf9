import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreens } from '../../__testUtils__/renderScreens';
import {
  AGENT,
  agentDesk,
  agentTicket,
  EVENTS,
  MESSAGES,
  refusal,
  stubDesk,
  TEAM,
  ticketOf,
} from '../../__testUtils__/stubDesk';
import { fill } from '../../__testUtils__/typing';

const NUMBER = 'T2026-00001';
const PATH = `/${NUMBER}`;

function agent(methods = {}, ticket = agentTicket()) {
  return stubDesk({ desk: agentDesk(), tickets: [ticket], methods });
}

describe('TicketPage', () => {
  beforeEach(() => window.localStorage.clear());

  it('shows the requester the portal status and only what they may do', async () => {
    await renderScreens(stubDesk(), PATH);

    expect(
      await screen.findByRole('heading', { name: 'Payments answers with 502' }),
    ).toBeVisible();
    expect(screen.getAllByText('In progress').length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: 'Close ticket' })).toBeVisible();
    for (const name of [
      'Take over',
      'Hand over',
      'Change status',
      'Reopen ticket',
      'Edit subject',
      'Send and set to…',
    ]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });

  it('tells the story in order, with events in between and Markdown', async () => {
    await renderScreens(agent(), PATH);

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
      agent({
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

  it('says whom a private message is for', async () => {
    const message = {
      ...MESSAGES[0],
      kind: 'private' as const,
      body: 'Only for you',
      recipients: ['user:default/kim'],
    };
    await renderScreens(
      agent({ listMessages: async () => ({ items: [message] }) }),
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
      agent({
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
        await refusal(404, { name: 'NotFoundError', message: 'It is gone' }),
      );
    const createObjectURL = jest.fn(() => 'blob:file');
    const revokeObjectURL = jest.fn();
    Object.assign(URL, { createObjectURL, revokeObjectURL });
    const file = {
      id: 'f1',
      name: 'runner.log',
      mediaType: 'text/plain',
      size: 12_345,
      sha256: 'abc',
      uploadedBy: AGENT,
      createdAt: '2026-03-02T09:30:00.000Z',
    };
    const { alertApi } = await renderScreens(
      agent({
        downloadFile,
        listMessages: async () => ({
          items: [{ ...MESSAGES[0], body: '', attachments: [file] }],
        }),
      }),
      PATH,
    );

    const save = await screen.findByRole('button', { name: 'Save runner.log' });
    expect(save).toHaveTextContent('runner.log (12.3 kB)');
    await userEvent.click(save);
    await waitFor(() =>
      expect(alertApi.post).toHaveBeenCalledWith({
        message: 'runner.log could not be loaded: It is gone',
        severity: 'error',
      }),
    );
    await userEvent.click(save);
    await waitFor(() =>
      expect(revokeObjectURL).toHaveBeenCalledWith('blob:file'),
    );
    expect(downloadFile).toHaveBeenCalledWith('f1');
  });

  it('runs no script that somebody wrote', async () => {
    await renderScreens(
      agent({
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
      agent({
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
      agent({
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
    const ticketsApi = agent({
      listMessages: async (_: string, query: { cursor?: string }) =>
        query.cursor
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
    const ticketsApi = agent({
      listMessages: async (_: string, query: { cursor?: string }) =>
        query.cursor
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

  it('takes a ticket over', async () => {
    const ticketsApi = agent();
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
    await renderScreens(agent({}, agentTicket({ assignee: AGENT })), PATH);
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
      agent({ listAbsences }, agentTicket({ assignee: AGENT })),
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

  it('hands over to somebody of the team', async () => {
    const ticketsApi = agent();
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
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Hand over' }),
    );

    await waitFor(() =>
      expect(ticketsApi.handOver).toHaveBeenCalledWith(
        NUMBER,
        { assignee: 'user:default/zoe', team: undefined },
        { version: 3 },
      ),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('offers the statuses that may follow', async () => {
    const ticketsApi = agent();
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

  it('lets nobody change what is about to be another version', async () => {
    let answer = () => {};
    const sent = new Promise<void>(resolve => {
      answer = resolve;
    });
    await renderScreens(
      agent({
        addMessage: async () => {
          await sent;
          return MESSAGES[0];
        },
      }),
      PATH,
    );
    await fill(await screen.findByLabelText('Message'), 'Which one?');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));

    const controls = ['Change status', 'Close ticket', 'Take over'].map(name =>
      screen.getByRole('button', { name }),
    );
    await waitFor(() => expect(controls[0]).toBeDisabled());
    controls.forEach(control => expect(control).toBeDisabled());
    answer();
    await waitFor(() => expect(controls[0]).toBeEnabled());
    controls.forEach(control => expect(control).toBeEnabled());
  });

  it('lets a status that is gone from the configuration be left', async () => {
    await renderScreens(agent({}, agentTicket({ status: 'unread' })), PATH);
    expect((await screen.findAllByText('unread')).length).toBeGreaterThan(0);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change status' }),
    );
    expect(await screen.findAllByRole('menuitem')).toHaveLength(5);
  });

  it('says why a change was refused', async () => {
    const conflict = await refusal(409, {
      name: 'ConflictError',
      message: 'It is closed already',
    });
    await renderScreens(
      agent({
        closeTicket: async () => {
          throw conflict;
        },
      }),
      PATH,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Close ticket' }),
    );
    expect(await screen.findByText(/It is closed already/)).toBeVisible();
  });

  it('edits the subject', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit subject' }),
    );
    const field = screen.getByRole('textbox', { name: 'Subject' });
    await userEvent.clear(field);
    await fill(field, 'Payments is down');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(ticketsApi.editTicket).toHaveBeenCalledWith(
        NUMBER,
        { subject: 'Payments is down' },
        { version: 3 },
      ),
    );
  });

  it('shows assets with owner and system from the catalog', async () => {
    await renderScreens(agent(), PATH);
    const owner = await screen.findByText(/^Owner/);
    expect(within(owner).getByRole('link')).toHaveTextContent('checkout');
    const system = screen.getByText(/^System/);
    expect(within(system).getByRole('link')).toHaveTextContent('shop');
  });

  it('is friendly about a ticket that is not there, or not for the caller', async () => {
    await renderScreens(stubDesk({ tickets: [] }), '/T2026-09999');
    expect(
      await screen.findByText('No such ticket, or not for you'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Go to my tickets' }),
    ).toHaveAttribute('href', '/tickets');
  });

  it('asks for a date before it postpones', async () => {
    const user = userEvent.setup();
    const ticketsApi = agent();
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

  it('shows the history with before and after, page by page', async () => {
    const ticketsApi = agent({
      listEvents: async (_: string, query: { cursor?: string }) =>
        query.cursor
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

  it('says when the requester is asked', async () => {
    await renderScreens(
      stubDesk({
        tickets: [ticketOf({ portalStatus: 'answer-expected', light: 'red' })],
      }),
      PATH,
    );
    expect((await screen.findAllByText('Answer expected'))[0]).toBeVisible();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentAtWork, NUMBER, PATH } from '../../../__testUtils__/agentAtWork';
import { address, renderScreens } from '../../../__testUtils__/renderScreens';
import {
  agentTicket,
  ENGINEER,
  refusal,
  stubDesk,
  ticketOf,
} from '../../../__testUtils__/stubDesk';

const OTHER = agentTicket({ number: 'T2026-00007', subject: 'Same trouble' });
const LINK = {
  type: 'blocks' as const,
  outward: false,
  ticket: {
    id: OTHER.id,
    number: OTHER.number,
    subject: OTHER.subject,
    portalStatus: OTHER.portalStatus,
    light: OTHER.light,
  },
};

const ticket = agentTicket({
  allowedActions: ['reply', 'note', 'link', 'merge', 'split', 'watch', 'share'],
});
const agent = (methods = {}) =>
  agentAtWork(
    {
      listLinks: async () => ({ items: [LINK] }),
      searchTickets: async () => ({
        items: [{ ticket: OTHER, highlights: [] }],
      }),
      linkTickets: async () => ({ items: [LINK] }),
      unlinkTickets: async () => ({ items: [] }),
      mergeTicket: async () => OTHER,
      splitTicket: async () => OTHER,
      addPerson: async () => ticket,
      ...methods,
    },
    ticket,
  );

const panel = async () =>
  (await screen.findByRole('heading', { name: 'Linked tickets' })).closest(
    '.bui-Card',
  ) as HTMLElement;
const chooseOther = async (label: string) => {
  await userEvent.type(
    await screen.findByRole('combobox', { name: label }),
    'trouble',
  );
  await userEvent.click(
    await screen.findByRole('option', { name: /T2026-00007/ }),
  );
};

describe('linked tickets', () => {
  it('are shown with how they belong together and how they stand', async () => {
    await renderScreens(agent(), PATH);
    const link = await screen.findByRole('link', {
      name: 'T2026-00007 Same trouble',
    });
    expect(link.closest('li')).toHaveTextContent('Waits for');
    expect(link.closest('li')).toHaveTextContent('In progress');
  });

  it('are linked after a search, and unlinked', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, PATH);
    await panel();
    await userEvent.click(await screen.findByRole('button', { name: 'Link' }));
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Link' });
    expect(submit).toBeDisabled();
    await chooseOther('The other ticket');
    await userEvent.click(submit);
    await waitFor(() =>
      expect(ticketsApi.linkTickets).toHaveBeenCalledWith(
        NUMBER,
        { type: 'relates', outward: true, ticket: OTHER.id },
        { version: 3 },
      ),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Remove the link to T2026-00007',
      }),
    );
    await waitFor(() =>
      expect(ticketsApi.unlinkTickets).toHaveBeenCalledWith(
        NUMBER,
        { type: 'blocks', outward: false, ticket: OTHER.id },
        { version: 3 },
      ),
    );
  });

  it('are merged, and the other one is shown', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(await screen.findByRole('button', { name: 'Merge' }));
    await chooseOther('Into this ticket');
    await userEvent.click(
      screen.getByRole('button', { name: 'Merge into T2026-00007' }),
    );
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00007'));
    expect(ticketsApi.mergeTicket).toHaveBeenCalledWith(
      NUMBER,
      { into: OTHER.id },
      { version: 3 },
    );
  });

  it('are work orders, too: another team gets what has to be done', async () => {
    const ticketsApi = agentAtWork(
      {
        createWorkOrder: async () => OTHER,
        listLinks: async () => ({ items: [] }),
      },
      agentTicket({ allowedActions: ['reply', 'create-work-order'] }),
    );
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Work order' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'What is to be done' }),
      'Free the volume',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: /Team/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /data.support/i }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'File work order' }),
    );
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00007'));
    expect(ticketsApi.createWorkOrder).toHaveBeenCalledWith(
      NUMBER,
      {
        subject: 'Payments answers with 502',
        message: 'Free the volume',
        team: 'group:default/data-support',
      },
      { version: 3 },
    );
  });

  it('keep the dialog and say why a merge was refused', async () => {
    const refused = await refusal(400, {
      name: 'InputError',
      message: 'into: there is no such ticket',
      issues: [
        {
          path: 'into',
          code: 'ticket-not-found',
          params: {},
          message: 'there is no such ticket',
        },
      ],
    });
    const ticketsApi = agent();
    ticketsApi.mergeTicket.mockRejectedValue(refused);
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(await screen.findByRole('button', { name: 'Merge' }));
    await chooseOther('Into this ticket');
    await userEvent.click(
      screen.getByRole('button', { name: 'Merge into T2026-00007' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such ticket, or not for you.',
    );
    expect(address.pathname).toBe(PATH.replace(/^/, '/tickets'));
  });

  it('are split off from a reply', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, PATH);
    const [first] = await screen.findAllByRole('button', {
      name: 'Split this reply off into a new ticket',
    });
    await userEvent.click(first);
    const subject = await screen.findByRole('textbox', { name: 'Subject' });
    await userEvent.clear(subject);
    await userEvent.type(subject, 'Another question{Enter}');
    await waitFor(() =>
      expect(ticketsApi.splitTicket).toHaveBeenCalledWith(
        NUMBER,
        { message: 'm1', subject: 'Another question' },
        { version: 3 },
      ),
    );
    await waitFor(() => expect(address.pathname).toBe('/tickets/T2026-00007'));
  });

  it('cannot be loaded now, and are asked for again', async () => {
    const ticketsApi = agent();
    ticketsApi.listLinks.mockRejectedValueOnce(
      await refusal(400, { name: 'InputError', message: 'No' }),
    );
    await renderScreens(ticketsApi, PATH);
    expect(
      await screen.findByText(/The linked tickets could not be loaded/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'T2026-00007 Same trouble' }),
    ).toBeVisible();
  });

  it('are no panel for those who may neither link nor have any', async () => {
    await renderScreens(
      stubDesk({ methods: { listLinks: async () => ({ items: [] }) } }),
      PATH,
    );
    await screen.findByText('It started this morning.');
    expect(
      screen.queryByRole('heading', { name: 'Linked tickets' }),
    ).toBeNull();
  });
});

describe('people of a ticket', () => {
  it('are added as what they are to it', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add people…' }),
    );
    await userEvent.type(
      await screen.findByRole('combobox', { name: 'Person or group' }),
      'zoe',
    );
    await userEvent.click(await screen.findByRole('option', { name: /zoe/ }));
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Add',
      }),
    );
    await waitFor(() =>
      expect(ticketsApi.addPerson).toHaveBeenCalledWith(
        NUMBER,
        { ref: 'user:default/zoe', role: 'to' },
        { version: 3 },
      ),
    );
  });

  it('can watch it', async () => {
    const ticketsApi = agent();
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(await screen.findByRole('button', { name: 'Watch' }));
    await waitFor(() =>
      expect(ticketsApi.addPerson).toHaveBeenCalledWith(
        NUMBER,
        { ref: 'user:default/amir', role: 'watcher' },
        { version: 3 },
      ),
    );
  });
});

describe('the end of a ticket, for its requester', () => {
  const solved = (part = {}) =>
    ticketOf({
      portalStatus: 'closed',
      light: 'green',
      endedAt: '2026-03-02T11:00:00.000Z',
      assignee: 'user:default/amir',
      allowedActions: ['reply', 'reopen', 'close', 'rate'],
      ...part,
    });
  const requester = (methods = {}, part = {}) =>
    stubDesk({
      tickets: [solved(part)],
      methods: {
        listLinks: async () => ({ items: [] }),
        rateTicket: async () => solved(),
        ...methods,
      },
    });

  it('asks whether it works; Yes rates with stars and a comment', async () => {
    const ticketsApi = requester();
    await renderScreens(ticketsApi, PATH);
    expect(
      await screen.findByText('Solved by amir. Does it work?'),
    ).toBeVisible();
    // never Close beside Reopen
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Yes' }));
    expect(screen.getByRole('radio', { name: /^1 of 5/ })).toHaveFocus();
    const send = screen.getByRole('button', { name: 'Send rating' });
    expect(send).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: '4 of 5 stars' }));
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Comment (optional)' }),
      'Quick!',
    );
    await userEvent.click(send);
    await waitFor(() =>
      expect(ticketsApi.rateTicket).toHaveBeenCalledWith(
        NUMBER,
        { stars: 4, comment: 'Quick!' },
        { version: 3 },
      ),
    );
  });

  it('opens it again with No', async () => {
    const ticketsApi = requester();
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'No, open it again' }),
    );
    await waitFor(() =>
      expect(ticketsApi.reopenTicket).toHaveBeenCalledWith(
        NUMBER,
        {},
        { version: 3 },
      ),
    );
  });

  it('shows the rating, which can be changed', async () => {
    await renderScreens(
      requester({}, { rating: { stars: 5, comment: 'Great' } }),
      PATH,
    );
    expect(
      await screen.findByText(/You gave 5 of 5 stars\..*Great/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    expect(screen.getByRole('radio', { name: '5 of 5 stars' })).toBeChecked();
  });

  it('asks nobody else', async () => {
    await renderScreens(
      requester(
        {},
        {
          requester: 'user:default/zoe',
          createdBy: ENGINEER,
          allowedActions: ['reply', 'reopen'],
        },
      ),
      PATH,
    );
    await screen.findByText('It started this morning.');
    expect(screen.queryByText(/Does it work/)).toBeNull();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentAtWork, NUMBER, PATH } from '../../../__testUtils__/agentAtWork';
import { renderScreens } from '../../../__testUtils__/renderScreens';
import {
  agentDesk,
  agentTicket,
  refusal,
  stubDesk,
  ticketOf,
} from '../../../__testUtils__/stubDesk';
import { draftNames, fill } from '../../../__testUtils__/typing';

const messageField = () => screen.findByRole('textbox', { name: 'Message' });

describe('Composer', () => {
  beforeEach(() => window.localStorage.clear());

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
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));

    await waitFor(() =>
      expect(ticketsApi.addMessage).toHaveBeenCalledWith(
        NUMBER,
        { kind: 'note', body: 'Ask the network team', status: undefined },
        { version: 3 },
      ),
    );
    await waitFor(async () => expect(await messageField()).toHaveValue(''));
    expect(draftNames()).toEqual([]);
    expect(ticketsApi.listMessages).toHaveBeenCalledTimes(2);
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
      screen.getByRole('button', { name: 'Send and set to…' }),
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
        { version: 3 },
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
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));

    expect(
      await screen.findByText(/was not sent: No connection\./),
    ).toBeVisible();
    expect(await messageField()).toHaveValue('A long answer');
    first.unmount();

    await renderScreens(agentAtWork(), PATH);
    expect(await messageField()).toHaveValue('A long answer');
  });

  it('says that the ticket changed meanwhile, reloads it and keeps the text', async () => {
    let version = 3;
    const stale = await refusal(412, {
      name: 'PreconditionFailedError',
      message: 'The ticket was changed',
    });
    const ticketsApi = agentAtWork({
      getTicket: async () => agentTicket({ version }),
      addMessage: async () => {
        version = 4;
        throw stale;
      },
    });
    await renderScreens(ticketsApi, PATH);
    await fill(await messageField(), 'My answer');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));

    expect(
      await screen.findByText(/Somebody changed this ticket meanwhile/),
    ).toBeVisible();
    expect(await messageField()).toHaveValue('My answer');
    await waitFor(() => expect(ticketsApi.getTicket).toHaveBeenCalledTimes(2));

    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(ticketsApi.addMessage).toHaveBeenLastCalledWith(
        NUMBER,
        expect.objectContaining({ body: 'My answer' }),
        { version: 4 },
      ),
    );
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
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: 'Reply' }));
    expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled();
  });
});

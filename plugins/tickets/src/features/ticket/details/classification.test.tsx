import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentAtWork, NUMBER, PATH } from '../../../__testUtils__/agentAtWork';
import { renderScreens } from '../../../__testUtils__/renderScreens';
import { agentTicket, refusal } from '../../../__testUtils__/stubDesk';

const tags = () => screen.findByRole('textbox', { name: 'Add tags' });

describe('the classification of a ticket', () => {
  it('has tags that are added and taken away', async () => {
    const ticketsApi = agentAtWork({}, agentTicket({ tags: ['eu', 'vip'] }));
    await renderScreens(ticketsApi, PATH);
    await userEvent.type(await tags(), 'VIP, Black-Friday{Enter}');
    await waitFor(() =>
      expect(ticketsApi.editTicket).toHaveBeenCalledWith(
        NUMBER,
        { tags: ['eu', 'vip', 'black-friday'] },
        { version: 3 },
      ),
    );
    await waitFor(async () => expect(await tags()).toHaveValue(''));

    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the tag eu' }),
    );
    await waitFor(() =>
      expect(ticketsApi.editTicket).toHaveBeenLastCalledWith(
        NUMBER,
        { tags: expect.not.arrayContaining(['eu']) },
        { version: expect.any(Number) },
      ),
    );
  });

  it('keeps the tags of others who were faster', async () => {
    const stale = await refusal(412, {
      name: 'StaleTicketError',
      message: 'The ticket was changed',
    });
    let now = agentTicket({ tags: ['eu', 'vip'], version: 3 });
    const ticketsApi = agentAtWork({
      getTicket: async () => now,
      editTicket: async (_number, _edit, { version } = {}) => {
        if (version === 3) {
          now = agentTicket({ tags: ['theirs', 'vip'], version: 4 });
          throw stale;
        }
        return now;
      },
    });
    await renderScreens(ticketsApi, PATH);
    await userEvent.type(await tags(), 'mine{Enter}');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Do it anyway' }),
    );
    await waitFor(() =>
      expect(ticketsApi.editTicket).toHaveBeenLastCalledWith(
        NUMBER,
        { tags: ['theirs', 'vip', 'mine'] },
        { version: 4 },
      ),
    );
  });

  it.each([
    ['black friday', /^Tags have letters/],
    [
      Array.from({ length: 20 }, (_, index) => `t${index}`).join(),
      'A ticket has at most 20 tags.',
    ],
  ])('says why %s is no tag, and keeps it', async (typed, reason) => {
    const ticketsApi = agentAtWork({}, agentTicket({ tags: ['eu'] }));
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(await tags());
    await userEvent.paste(typed);
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText(reason)).toBeVisible();
    expect(await tags()).toHaveValue(typed);
    expect(ticketsApi.editTicket).not.toHaveBeenCalled();
  });

  it('keeps what was reported anonymously confidential', async () => {
    const reported = agentTicket({
      requester: 'anonymous-reporter:default/a1',
      visibility: 'confidential',
    });
    await renderScreens(agentAtWork({}, reported), PATH);
    expect(
      await screen.findByRole('button', { name: /Visibility/ }),
    ).toBeDisabled();
  });

  it('has a visibility, which says who sees the ticket', async () => {
    const ticketsApi = agentAtWork({}, agentTicket({ visibility: 'public' }));
    await renderScreens(ticketsApi, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: /Visibility/ }),
    );
    await userEvent.click(
      within(await screen.findByRole('listbox')).getByRole('option', {
        name: 'Internal',
      }),
    );
    await waitFor(() =>
      expect(ticketsApi.editTicket).toHaveBeenCalledWith(
        NUMBER,
        { visibility: 'internal' },
        { version: 3 },
      ),
    );
  });
});

import type { CannedReply } from '@portaldesk/plugin-tickets-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agentAtWork, NUMBER, PATH } from '../../../__testUtils__/agentAtWork';
import { renderScreens } from '../../../__testUtils__/renderScreens';
import { agentDesk, MESSAGES } from '../../../__testUtils__/stubDesk';
import { fill } from '../../../__testUtils__/typing';
import { cannedReplyChanges, matchingReplies } from './cannedReplies';

const REPLIES: CannedReply[] = [
  {
    id: 'restart',
    title: 'Restart the runner',
    kind: 'reply',
    body: 'Please restart it, Elena.',
    set: { status: 'waiting', priority: 'low', addTags: ['runner', 'restart'] },
  },
  {
    id: 'look',
    title: 'Have a look',
    kind: 'note',
    body: 'Please look, Größe matters',
    set: { addTags: [] },
  },
];

describe('a canned reply', () => {
  it.each([
    ['', ['restart', 'look']],
    ['runner', ['restart']],
    ['please GRÖSSE', ['look']],
    ['please nothing', []],
  ])('is found by %j', (input, ids) => {
    expect(matchingReplies(REPLIES, input).map(({ id }) => id)).toEqual(ids);
  });

  it('says what it changes, with what is gone by its id', () => {
    const desk = agentDesk();
    expect(cannedReplyChanges(REPLIES[0], desk)).toEqual([
      { field: 'status', value: 'Waiting for requester' },
      { field: 'priority', value: 'Low' },
      { field: 'tags', value: 'runner, restart' },
    ]);
    expect(cannedReplyChanges(REPLIES[1], desk)).toEqual([]);
    const set = { category: 'gone', addTags: [] };
    expect(cannedReplyChanges({ ...REPLIES[1], set }, desk)).toEqual([
      { field: 'category', value: 'gone' },
    ]);
  });
});

describe('the canned replies of a ticket', () => {
  beforeEach(() => {
    window.localStorage.clear();
    window.sessionStorage.clear();
  });

  const field = () => screen.findByRole('textbox', { name: 'Message' });

  async function open(cannedReplies = true) {
    const ticketsApi = agentAtWork({
      describeDesk: async () => agentDesk({ cannedReplies }),
      listCannedReplies: async () => ({ items: REPLIES }),
      applyCannedReply: async () => ({ ...MESSAGES[0], id: 'm3' }),
    });
    await renderScreens(ticketsApi, PATH);
    await field();
    return ticketsApi;
  }

  async function choose(title: string) {
    const dialog = await screen.findByRole('dialog', {
      name: 'Canned replies',
    });
    await userEvent.click(
      await within(dialog).findByRole('combobox', { name: /Canned reply/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: new RegExp(title) }),
    );
    return dialog;
  }

  it('are not offered where there are none', async () => {
    await open(false);
    expect(screen.queryByRole('button', { name: 'Canned replies' })).toBeNull();
    await userEvent.type(await field(), '/');
    expect(await field()).toHaveValue('/');
  });

  it('open by a slash, and are inserted below what is written', async () => {
    const ticketsApi = await open();
    await userEvent.type(await field(), '/');
    let dialog = await choose('Restart');
    expect(within(dialog).getByText('Please restart it, Elena.')).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Insert' }),
    );
    await waitFor(async () =>
      expect(await field()).toHaveValue('Please restart it, Elena.'),
    );
    await userEvent.clear(await field());
    await fill(await field(), 'Hello.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Canned replies' }),
    );
    dialog = await choose('Restart');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Insert' }),
    );
    await waitFor(async () =>
      expect(await field()).toHaveValue('Hello.\n\nPlease restart it, Elena.'),
    );
    expect(ticketsApi.applyCannedReply).not.toHaveBeenCalled();
    expect(ticketsApi.addMessage).not.toHaveBeenCalled();
  });

  it('make a note of what is written when they are notes', async () => {
    await open();
    await userEvent.click(
      screen.getByRole('button', { name: 'Canned replies' }),
    );
    const dialog = await choose('Have a look');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Insert' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Add note' }),
    ).toBeVisible();
  });

  it('are sent with all that they change', async () => {
    const ticketsApi = await open();
    await userEvent.click(
      screen.getByRole('button', { name: 'Canned replies' }),
    );
    const dialog = await choose('Restart');
    await userEvent.click(
      within(dialog).getByRole('radio', { name: 'Send it as it is' }),
    );
    expect(dialog).toHaveTextContent(
      'Sending it also sets: Status: Waiting for requester, Priority: Low, Tags: runner, restart.',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(ticketsApi.applyCannedReply).toHaveBeenCalledWith(
        NUMBER,
        'restart',
        { version: 3 },
      ),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

import type {
  DeskSettings,
  FailedNotification,
  TicketsApi,
} from '@portaldesk/plugin-tickets-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { address, renderScreens } from '../../__testUtils__/renderScreens';
import {
  agentDesk,
  deskOf,
  refusal,
  stubDesk,
  TEAM,
} from '../../__testUtils__/stubDesk';

const SETTINGS: DeskSettings = {
  statuses: [
    {
      path: 'tickets.statuses[0]',
      id: 'new',
      title: 'New',
      type: 'new',
      portalStatus: 'in-progress',
      next: ['working', 'done'],
    },
    {
      path: 'tickets.statuses[1]',
      id: 'working',
      title: 'In work',
      type: 'open',
      portalStatus: 'in-progress',
      next: ['done'],
    },
    {
      path: null,
      id: 'done',
      title: 'Done',
      type: 'closed',
      portalStatus: 'closed',
      next: [],
    },
  ],
  categories: [
    {
      path: 'tickets.categories[0]',
      id: 'access',
      title: 'I need access',
      agentsOnly: false,
      team: TEAM,
      priority: 'high',
      visibility: null,
      slaPolicy: null,
      tags: [],
      form: {
        required: ['role'],
        properties: { role: { title: 'Which role' }, until: {} },
      },
    },
  ],
  teams: [
    {
      path: 'tickets.teams[0]',
      group: TEAM,
      assign: 'round-robin',
      members: ['user:default/amir', 'user:default/zoe'],
    },
  ],
  defaultTeam: TEAM,
  rules: [
    {
      path: 'tickets.routing[0]',
      name: 'Urgent ones',
      when: { priority: ['high'], asset: { kind: ['api'] } },
      then: { team: TEAM },
    },
  ],
  slaPolicies: [
    {
      path: 'tickets.slaPolicies[0]',
      id: 'gold',
      title: 'Gold',
      calendar: 'office',
      targets: [
        { priority: 'high', response: 60, resolution: 480, inactivity: null },
      ],
      warnBefore: 30,
    },
  ],
  defaultSlaPolicy: 'gold',
};

const FAILED: FailedNotification = {
  id: '7',
  channel: 'email',
  ticket: 'id-1',
  event: 'replied',
  createdAt: '2026-03-02T09:00:00.000Z',
  attempts: 9,
  lastError: 'no route to host',
};

function deskOfAdmin(methods: Partial<TicketsApi> = {}) {
  const desk = agentDesk();
  return stubDesk({
    desk: { ...desk, caller: { ...desk.caller, admin: true } },
    methods: {
      getSettings: async () => SETTINGS,
      listFailedNotifications: async () => ({ items: [FAILED] }),
      ...methods,
    },
  });
}

const textsOf = (row: HTMLElement) =>
  [...row.children].map(({ textContent }) => textContent);

describe('the settings of the desk', () => {
  it('show statuses with what may follow them, and where they stand', async () => {
    await renderScreens(deskOfAdmin(), '/settings');

    const table = await screen.findByRole('table', { name: 'Statuses' });
    expect(within(table).getAllByRole('row').slice(1).map(textsOf)).toEqual([
      ['New', 'New', 'In progress', 'every other', 'tickets.statuses[0]'],
      ['In work', 'In work', 'In progress', '→ Done', 'tickets.statuses[1]'],
      ['Done', 'Closed', 'Closed', 'nothing: it is an end', 'Default'],
    ]);
    expect(
      screen.getByRole('tab', { name: 'Settings', selected: true }),
    ).toBeVisible();
  });

  it('show categories with their team and form', async () => {
    await renderScreens(deskOfAdmin(), '/settings?section=categories');

    expect(await screen.findByText('Which role (required)')).toBeVisible();
    expect(screen.getByText('until')).toBeVisible();
    expect(
      screen.getByRole('link', { name: /platform-support/ }),
    ).toBeVisible();
    expect(screen.getByText('tickets.categories[0]')).toBeVisible();
  });

  it('show teams with who is away', async () => {
    await renderScreens(
      deskOfAdmin({
        listAbsences: async () => ({
          items: [
            {
              person: 'user:default/zoe',
              from: '2020-01-01T00:00:00.000Z',
              until: null,
            },
          ],
        }),
      }),
      '/settings',
    );
    await userEvent.click(await screen.findByRole('radio', { name: 'Teams' }));

    expect(address.search).toBe('?section=teams');
    expect(
      await screen.findByText('the next of the team in turn'),
    ).toBeVisible();
    const zoe = (await screen.findByText('Away until further notice')).closest(
      'li',
    );
    expect(zoe).toHaveTextContent('zoe');
  });

  it('say where a ticket would go', async () => {
    const ticketsApi = deskOfAdmin({
      testRouting: async () => ({
        team: TEAM,
        rule: 'rule',
        ruleName: 'Urgent ones',
        path: 'tickets.routing[0]',
        reason: 'Routed to the team of the rule.',
        assign: 'none',
        priority: 'high',
        visibility: 'public',
        slaPolicy: null,
      }),
    });
    await renderScreens(ticketsApi, '/settings?section=routing');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Try it' }),
    );
    expect(
      await screen.findByText('Routed to the team of the rule.'),
    ).toBeVisible();
    expect(ticketsApi.testRouting).toHaveBeenCalledWith({});
    expect(screen.getByText(/kind: api/)).toBeVisible();
  });

  it('say when a ticket would be due, or what is wrong with the question', async () => {
    const testSla = jest.fn<
      ReturnType<TicketsApi['testSla']>,
      Parameters<TicketsApi['testSla']>
    >(async () => ({
      responseDueAt: '2026-03-02T10:00:00.000Z',
      resolutionDueAt: null,
      inactivityDueAt: null,
    }));
    await renderScreens(deskOfAdmin({ testSla }), '/settings?section=sla');

    const button = await screen.findByRole('button', { name: 'Try it' });
    await userEvent.click(button);
    expect(await screen.findAllByText('no deadline')).toHaveLength(2);
    expect(testSla).toHaveBeenCalledWith({
      policy: 'gold',
      priority: 'normal',
      filedAt: expect.stringMatching(/Z$/),
    });

    testSla.mockRejectedValueOnce(new Error('There is no such policy'));
    await userEvent.click(button);
    expect(await screen.findByText('There is no such policy')).toBeVisible();
  });

  it('are for admins alone', async () => {
    const ticketsApi = stubDesk({ desk: agentDesk() });
    await renderScreens(ticketsApi, '/settings');

    expect(
      await screen.findByText('Settings are for the admins of the desk'),
    ).toBeVisible();
    expect(screen.queryByRole('tab', { name: 'Settings' })).toBeNull();
    expect(ticketsApi.getSettings).not.toHaveBeenCalled();
  });

  it('say that they could not be loaded', async () => {
    const error = { name: 'Error', message: 'No', code: 'invalid-request' };
    await renderScreens(
      deskOfAdmin({
        getSettings: async () => {
          throw await refusal(400, error);
        },
      }),
      '/settings',
    );
    expect(
      await screen.findByText(/The settings could not be loaded/),
    ).toBeVisible();
  });
});

describe('failed notifications', () => {
  const render = (methods: Partial<TicketsApi> = {}) =>
    renderScreens(deskOfAdmin(methods), '/settings?section=failed');

  it('are retried', async () => {
    const retryFailedNotification = jest.fn(async () => {});
    const { alertApi } = await render({ retryFailedNotification });

    const table = await screen.findByRole('table', {
      name: 'Failed notifications',
    });
    expect(within(table).getByText('no route to host')).toBeVisible();
    expect(
      within(table).getByRole('link', { name: 'replied' }),
    ).toHaveAttribute('href', '/tickets/id-1');
    await userEvent.click(within(table).getByRole('button', { name: 'Retry' }));
    expect(retryFailedNotification).toHaveBeenCalledWith('7');
    expect(alertApi.post).toHaveBeenCalledWith(
      expect.objectContaining({ severity: 'success' }),
    );
  });

  it('are discarded once that is confirmed', async () => {
    const discardFailedNotification = jest.fn(async () => {});
    await render({ discardFailedNotification });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Discard' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(discardFailedNotification).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Discard' }),
    );
    expect(discardFailedNotification).toHaveBeenCalledWith('7');
  });

  it('are loaded page by page', async () => {
    await render({
      listFailedNotifications: async ({ cursor } = {}) =>
        cursor
          ? { items: [{ ...FAILED, id: '8', lastError: 'mailbox full' }] }
          : { items: [FAILED], nextCursor: 'next' },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Load more' }),
    );
    expect(await screen.findByText('mailbox full')).toBeVisible();
    expect(screen.getByText('no route to host')).toBeVisible();
  });

  it('say that there are none', async () => {
    await render({ listFailedNotifications: async () => ({ items: [] }) });
    expect(
      await screen.findByText('Every notification was delivered'),
    ).toBeVisible();
  });
});

it('keeps the settings from requesters who know the address', async () => {
  await renderScreens(stubDesk({ desk: deskOf() }), '/settings?section=failed');
  expect(
    await screen.findByText('Settings are for the admins of the desk'),
  ).toBeVisible();
});

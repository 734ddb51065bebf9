import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { MAIL_URL, renderScreens } from '../../__testUtils__/renderScreens';
import { deskOf, stubDesk } from '../../__testUtils__/stubDesk';

const server = setupServer();
registerMswTestHooks(server);

const mail = {
  id: 7,
  mailbox: 'support',
  sender: 'stranger@example.org',
  subject: 'Printer on fire',
  size: 2_500,
  reason: 'unknown-sender',
  detail: 'stranger@example.org',
  authentication: 'spf=pass dmarc=fail',
  receivedAt: '2026-11-30T08:00:00.000Z',
};
const troubled = {
  id: 3,
  ticket: 'id-T2026-00001',
  address: 'gone@example.com',
  state: 'bounced',
  error: '550 no such user',
  createdAt: '2026-11-30T08:00:00.000Z',
  updatedAt: '2026-11-30T08:01:00.000Z',
};
const dead = {
  address: 'gone@example.com',
  error: '550 no such user',
  since: '2026-11-30T08:01:00.000Z',
};
const failed = {
  id: 'n1',
  channel: 'email',
  ticket: 'id-T2026-00001',
  event: 'replied',
  createdAt: '2026-11-30T08:00:00.000Z',
  attempts: 12,
  lastError: 'connect ECONNREFUSED',
};

/** What the module answers to questions, until a test says otherwise. */
function answer(
  part: {
    quarantine?: object[];
    troubled?: object[];
    dead?: object[];
  } = {},
) {
  const items = (list: object[] = []) => HttpResponse.json({ items: list });
  server.use(
    http.get(`${MAIL_URL}/quarantine`, () => items(part.quarantine)),
    http.get(`${MAIL_URL}/mails`, () => items(part.troubled)),
    http.get(`${MAIL_URL}/dead-addresses`, () => items(part.dead)),
  );
}

const adminDesk = deskOf({ caller: { agent: true, admin: true } });

function render(
  methods: NonNullable<Parameters<typeof stubDesk>[0]>['methods'] = {},
  desk = adminDesk,
) {
  const ticketsApi = stubDesk({
    desk,
    methods: {
      listFailedNotifications: async () => ({ items: [] }),
      ...methods,
    },
  });
  return renderScreens(ticketsApi, '/mails', { hasMail: true });
}

const list = (name: string) => screen.findByRole('list', { name });

describe('the mails that admins decide about', () => {
  it('are there by a tab of their own, and say when there are none', async () => {
    answer();
    await render();

    expect(
      await screen.findByText('Every mail that came was taken in.'),
    ).toBeVisible();
    expect(
      screen.getByText('As far as is known, every mail arrived.'),
    ).toBeVisible();
    expect(screen.getByText('Mails are sent to every address.')).toBeVisible();
    expect(
      screen.getByText('No notification by mail was given up.'),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Mails' })).toHaveAttribute(
      'href',
      '/tickets/mails',
    );
  });

  it('show what was refused and why, and what the mail says, as text', async () => {
    answer({ quarantine: [mail] });
    server.use(
      http.get(`${MAIL_URL}/quarantine/7`, () =>
        HttpResponse.json({
          ...mail,
          content: {
            from: ['stranger@example.org'],
            to: ['desk@example.com'],
            text: 'See <img src=x onerror=alert(1)> **here**',
            files: ['photo.png'],
          },
        }),
      ),
    );
    await render();
    const quarantine = await list('Not taken in');
    expect(within(quarantine).getByText('Printer on fire')).toBeVisible();
    expect(
      within(quarantine).getByText('The sender is not in the catalog'),
    ).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(
      await screen.findByText('See <img src=x onerror=alert(1)> **here**'),
    ).toBeVisible();
    expect(screen.getByText('Files: photo.png')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Download as it came (2.5 kB)' }),
    ).toBeVisible();
  });

  it('say that a mail is not shown which cannot be read', async () => {
    answer({ quarantine: [{ ...mail, reason: 'unreadable' }] });
    server.use(
      http.get(`${MAIL_URL}/quarantine/7`, () =>
        HttpResponse.json({ ...mail, content: null }),
      ),
    );
    await render();
    await userEvent.click(await screen.findByRole('button', { name: 'Show' }));
    expect(await screen.findByText(/reading it failed/)).toBeVisible();
  });

  it('are released', async () => {
    answer({ quarantine: [mail] });
    const asked: [string, unknown][] = [];
    server.use(
      http.post(`${MAIL_URL}/quarantine/7/release`, async ({ request }) => {
        asked.push(['release', await request.json()]);
        answer();
        return new HttpResponse(null, { status: 202 });
      }),
    );
    const { alertApi } = await render();
    await list('Not taken in');
    await userEvent.click(screen.getByRole('button', { name: 'Release' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Release' }),
    );

    expect(
      await screen.findByText('Every mail that came was taken in.'),
    ).toBeVisible();
    expect(asked).toEqual([['release', {}]]);
    expect(alertApi.post).toHaveBeenCalledWith(
      expect.objectContaining({ severity: 'success' }),
    );
  });

  it('stay when deleting fails, and say why', async () => {
    answer({ quarantine: [mail] });
    server.use(
      http.delete(`${MAIL_URL}/quarantine/7`, () =>
        HttpResponse.json(
          {
            error: { name: 'NotFoundError', message: 'It is gone' },
            response: { statusCode: 404 },
          },
          { status: 404 },
        ),
      ),
    );
    const { alertApi } = await render();
    await list('Not taken in');
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete' }),
    );
    await waitFor(() =>
      expect(alertApi.post).toHaveBeenCalledWith({
        message: 'The mail could not be deleted: It is gone',
        severity: 'error',
      }),
    );
  });

  it('that were given up are sent again, and addresses freed', async () => {
    answer({ troubled: [troubled], dead: [dead] });
    const freed: string[] = [];
    const retried: string[] = [];
    server.use(
      http.post(`${MAIL_URL}/mails/:mail/retry`, ({ params }) => {
        retried.push(String(params.mail));
        return new HttpResponse(null, { status: 204 });
      }),
      http.delete(`${MAIL_URL}/dead-addresses/:address`, ({ params }) => {
        freed.push(String(params.address));
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const retryFailedNotification = jest.fn(async () => {});
    await render({
      listFailedNotifications: async () => ({
        items: [failed, { ...failed, id: 'n2', channel: 'notifications' }],
      }),
      retryFailedNotification,
    });
    expect(
      within(await list('Did not arrive')).getByText(
        'Bounced: 550 no such user',
      ),
    ).toBeVisible();
    expect(
      within(await list('Given up')).getAllByRole('listitem'),
    ).toHaveLength(1);
    const sendAgain = async (name: string) =>
      userEvent.click(
        within(await list(name)).getByRole('button', { name: 'Send again' }),
      );
    await sendAgain('Given up');
    expect(retryFailedNotification).toHaveBeenCalledWith('n1');
    await sendAgain('Did not arrive');
    await waitFor(() => expect(retried).toEqual(['3']));
    await userEvent.click(
      screen.getByRole('button', { name: 'Send there again' }),
    );
    await waitFor(() => expect(freed).toEqual(['gone@example.com']));
  });

  it('are loading, or could not be loaded', async () => {
    answer();
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    server.use(
      http.get(`${MAIL_URL}/quarantine`, async () => {
        await held;
        return HttpResponse.json(
          { error: { name: 'NotAllowedError', message: 'Not for you' } },
          { status: 403 },
        );
      }),
    );
    await render();
    expect(
      await screen.findByText('Mails are sent to every address.'),
    ).toBeVisible();
    expect(
      screen.getByRole('progressbar', { name: 'Loading mails' }),
    ).toBeInTheDocument();
    release();
    expect(
      await screen.findByText(/The mails could not be loaded/),
    ).toBeVisible();
  });

  it('are not for others', async () => {
    await render({}, deskOf({ caller: { agent: true } }));
    expect(await screen.findByText('For admins only')).toBeVisible();
    expect(screen.queryByRole('tab', { name: 'Mails' })).toBeNull();
  });

  it('say that the desk has no mail where the module is not installed', async () => {
    server.use(
      http.get(`${MAIL_URL}/quarantine`, () =>
        HttpResponse.json({ error: { message: 'Not found' } }, { status: 404 }),
      ),
    );
    await render();
    expect(await screen.findByText('This desk has no mail')).toBeVisible();
    expect(screen.queryByRole('tab', { name: 'Mails' })).toBeNull();
  });
});

describe('how the reader wants to be mailed', () => {
  it('is chosen on the page Tickets', async () => {
    let mode = 'instant';
    server.use(
      http.get(`${MAIL_URL}/settings`, () =>
        HttpResponse.json({ mails: mode }),
      ),
      http.put(`${MAIL_URL}/settings`, async ({ request }) => {
        mode = ((await request.json()) as { mails: string }).mails;
        return HttpResponse.json({ mails: mode });
      }),
    );
    await renderScreens(stubDesk(), '/mine', { hasMail: true });
    const open = async () =>
      userEvent.click(
        await screen.findByRole('button', { name: 'Mails to me' }),
      );
    await open();
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Collected' }),
    );
    expect(
      screen.getByText(/one mail with what happened since the last one/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(mode).toBe('digest'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await open();
    expect(
      await screen.findByRole('radio', { name: 'Collected' }),
    ).toBeChecked();
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { clientOf, signIn } from './people';
import { expect, type Portal, test } from './portal';

const requester = 'user:default/mehmet.yilmaz';
const agent = 'user:default/keiko.tanaka';
const subject = 'The runners stop in the middle of a job';

/** Opens a page and resolves when signals of the desk reach it. */
async function openLive(
  browser: Browser,
  portal: Portal,
  person: string,
  path: string,
): Promise<Page> {
  const page = await signIn(browser, portal, person);
  // A portal of 1.55 never answers the first connection after its start; the
  // browser then tries another one.
  const subscribed = page.waitForEvent('websocket', {
    predicate: async socket => {
      const isOnTheDesk = ({ payload }: { payload: string | Buffer }) =>
        String(payload).includes('"channel":"tickets"');
      await socket.waitForEvent('framesent', { predicate: isOnTheDesk });
      return true;
    },
  });
  await page.goto(path);
  await subscribed;
  return page;
}

test(
  'what one person writes appears on the screens of the others at once, and a backend that is away leaves them readable',
  { tag: '@slow' },
  async ({ browser, portal }) => {
    test.setTimeout(180_000);
    const client = await clientOf(portal, requester);
    const { number } = await client.fileTicket({
      subject,
      message: 'Since this morning.',
      assets: ['component:default/ci-runners'],
    });
    const tickets = [
      await openLive(browser, portal, 'Keiko Tanaka', `/tickets/${number}`),
      await openLive(browser, portal, 'Noor Haddad', `/tickets/${number}`),
    ];
    const queue = await openLive(
      browser,
      portal,
      'Tomasz Zieliński',
      '/tickets?tab=queue',
    );
    const row = queue.getByRole('row').filter({ hasText: subject });
    await expect(row).toBeVisible();

    // Three times, since once might be the moment at which the screens poll, every
    // half a minute; a slow machine takes its time.
    const team = await clientOf(portal, agent);
    const answers = [
      ['waiting-requester', 'Waiting for requester'],
      ['waiting-internal', 'Waiting internally'],
      ['in-progress', 'In progress'],
    ] as const;
    for (const [status, title] of answers) {
      const body = `What we say with the status ${status}`;
      await team.addMessage(number, { kind: 'reply', body, status });
      await Promise.all([
        ...tickets.map(page =>
          expect(page.getByText(body)).toBeVisible({ timeout: 5_000 }),
        ),
        expect(row).toContainText(title, { timeout: 5_000 }),
      ]);
    }

    await portal.kill();
    // what was read within the last ten seconds counts as fresh
    await sleep(11_000);
    const screens = [...tickets, queue];
    const warnings = screens.map(page => page.getByText(/Not refreshed since/));
    await Promise.all(screens.map(comeBackTo));
    await Promise.all(warnings.map(warning => expect(warning).toBeVisible()));
    await expect(row).toBeVisible();

    await portal.start();
    const again = await clientOf(portal, agent);
    await again.addMessage(number, { kind: 'reply', body: 'We are back' });
    await Promise.all([
      ...tickets.map(page =>
        expect(page.getByText('We are back')).toBeVisible({ timeout: 40_000 }),
      ),
      ...warnings.map(warning => expect(warning).toHaveCount(0)),
    ]);
    await Promise.all(screens.map(page => page.context().close()));
  },
);

/** What a browser reports when a person returns to a page after a while. */
async function comeBackTo(page: Page): Promise<void> {
  await page.evaluate(() =>
    window.dispatchEvent(new Event('visibilitychange')),
  );
}

import type { Page } from '@playwright/test';
import { clientOf, signIn } from './people';
import { expect, test } from './portal';

/** How many pixels of the conversation are below what is in sight. */
function belowSight(page: Page): Promise<number> {
  return page
    .getByRole('log')
    .evaluate(log => log.scrollHeight - log.scrollTop - log.clientHeight);
}

test('a long conversation opens at its end, and shows what one sends', async ({
  browser,
  portal,
}) => {
  const client = await clientOf(portal, 'user:default/mehmet.yilmaz');
  const code = Array.from({ length: 60 }, (_, line) => `const a${line} = 0;`);
  const { number } = await client.fileTicket({
    subject: 'The build prints all of this',
    message: ['```ts', ...code, '```'].join('\n'),
    assets: ['component:default/ci-runners'],
  });

  const page = await signIn(browser, portal, 'Mehmet Yılmaz');
  await page.goto(`/tickets/${number}`);
  const log = page.getByRole('log');
  await expect(log.getByText('const a59 = 0;')).toBeInViewport();
  expect(await belowSight(page)).toBeLessThan(2);

  await log.evaluate(element => {
    element.scrollTop = 0;
  });
  await expect.poll(() => belowSight(page)).toBeGreaterThan(200);
  await page
    .getByRole('textbox', { name: 'Message' })
    .fill('It is the newest image.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(log.getByText('It is the newest image.')).toBeInViewport();
  await page.context().close();
});

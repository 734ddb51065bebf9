import type { Page } from '@playwright/test';
import { signIn } from './people';
import { pastePicture } from './pictures';
import { expect, test } from './portal';

const engineer = 'Mehmet Yılmaz';
const agent = 'Keiko Tanaka';

/** The pictures of the conversation that the browser has drawn. */
async function expectDrawnPicture(page: Page) {
  const picture = page
    .getByRole('log')
    .getByRole('button', { name: /^Open Picture .*\.png$/ })
    .locator('img');
  await expect
    .poll(() =>
      picture.evaluate(image => (image as HTMLImageElement).naturalWidth),
    )
    .toBe(5);
}

test('a pasted picture and a file of the answer are seen by both sides', async ({
  browser,
  portal,
}) => {
  test.setTimeout(240_000);

  // the engineer pastes a picture, which a reload does not lose
  const engineersPage = await signIn(browser, portal, engineer);
  await engineersPage.goto('/tickets/new?asset=component:default/ci-runners');
  await engineersPage.getByLabel('Subject').fill('The dashboard is red');
  await pastePicture(engineersPage.getByRole('textbox', { name: 'Message' }));
  const uploaded = engineersPage.getByText('1 of 1 files are uploaded.');
  await expect(uploaded).toBeAttached();
  await engineersPage.reload();
  await expect(uploaded).toBeAttached();
  await engineersPage.getByRole('button', { name: 'File ticket' }).click();
  await engineersPage.waitForURL(/\/tickets\/T\d{4}-\d{5}$/);
  await expectDrawnPicture(engineersPage);

  // the agent sees it, and answers with a file
  const agentsPage = await signIn(browser, portal, agent);
  await agentsPage.goto(new URL(engineersPage.url()).pathname);
  await expectDrawnPicture(agentsPage);
  await agentsPage.getByTestId('tickets-files').setInputFiles({
    name: 'runner größe.log',
    mimeType: 'text/plain',
    buffer: Buffer.from('exit code 137'),
  });
  await expect(
    agentsPage.getByText('1 of 1 files are uploaded.'),
  ).toBeAttached();
  await agentsPage
    .getByRole('button', { name: `Reply to ${engineer}` })
    .click();

  // both can read it
  for (const page of [agentsPage, engineersPage]) {
    await page
      .getByRole('log')
      .getByRole('button', { name: 'Open runner größe.log' })
      .click();
    const viewer = page.getByRole('dialog', { name: 'runner größe.log' });
    await expect(viewer.getByText('exit code 137')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(viewer).toHaveCount(0);
  }
  const download = engineersPage.waitForEvent('download');
  await engineersPage
    .getByRole('button', { name: 'Save runner größe.log', exact: true })
    .click();
  expect((await download).suggestedFilename()).toBe('runner größe.log');

  await engineersPage.context().close();
  await agentsPage.context().close();
});

import { clientOf, signIn } from './people';
import { expect, test } from './portal';

test('people get mails in their inboxes, and what they answer is in the ticket', async ({
  browser,
  portal,
}) => {
  const ines = await clientOf(portal, 'user:default/ines.carvalho');
  const maya = await clientOf(portal, 'user:default/maya.lindqvist');
  const subject = `The basket is empty ${Date.now()}`;
  const { id, number } = await ines.fileTicket({
    subject,
    message: 'What I put into it is gone after a minute.',
    assets: ['component:default/storefront-web'],
  });
  await maya.addMessage(id, { kind: 'reply', body: 'In which browser?' });

  const page = await (await browser.newContext()).newPage();
  await page.goto(portal.inboxes);
  await page.getByRole('link', { name: 'Inês Carvalho' }).click();
  // that it was filed, and that Maya replied
  const mails = page.locator('#mails').getByRole('link', { name: subject });
  await expect(mails).toHaveCount(2);
  await mails.first().click();
  await expect(page.getByRole('heading', { name: number })).toBeVisible();
  await expect(
    page.frameLocator('iframe').getByText('In which browser?'),
  ).toBeVisible();
  await page
    .getByRole('textbox', { name: /Answer to/ })
    .fill('In all of them, also on my phone.');
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByRole('status')).toContainText('Sent');

  const portalPage = await signIn(browser, portal, 'Maya Lindqvist');
  await portalPage.goto(`/tickets/${number}`);
  await expect(
    portalPage.getByText('In all of them, also on my phone.'),
  ).toBeVisible();
  const { items } = await maya.listMessages(id);
  expect(items.map(({ author, body }) => [author, body])[0]).toEqual([
    'user:default/ines.carvalho',
    expect.stringContaining('In all of them, also on my phone.'),
  ]);
});

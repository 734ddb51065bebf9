import { signIn } from './people';
import { expect, test } from './portal';

const agent = 'Noor Haddad';

/** A text file that says where it comes from, by its name alone. */
const invoice = {
  name: 'desk of Mehmet Yilmaz.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Invoice 4711, twice'),
};

test('an anonymous report is answered in the portal, and read without a script', async ({
  browser,
  portal,
}) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({
    baseURL: portal.url,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();

  // what is missing is said, and what was written stays
  await page.goto('/api/tickets/public/report');
  await page.getByLabel('Subject').fill('Invoices are paid twice');
  await page.getByRole('button', { name: 'Send report' }).click();
  await expect(page.getByRole('alert')).toContainText('Write what happened.');
  await expect(page.getByLabel('Subject')).toHaveValue(
    'Invoices are paid twice',
  );
  await page.getByLabel('What happened?').fill('To a firm that nobody knows.');
  await page.getByLabel('Files (optional)').setInputFiles({
    ...invoice,
    name: 'photo.png',
    buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  });
  await page.getByRole('button', { name: 'Send report' }).click();
  await expect(page.getByRole('alert')).toContainText('“photo.png”');
  await page.getByLabel('Files (optional)').setInputFiles(invoice);
  await page.getByRole('button', { name: 'Send report' }).click();
  await expect(page.locator('#words li')).toHaveCount(5);
  const words = (await page.locator('#words li').allTextContents()).join(' ');
  expect(await context.cookies()).toEqual([]);

  // the agent sees that nobody knows who it is
  const agentsPage = await signIn(browser, portal, agent);
  await agentsPage.goto('/tickets');
  await agentsPage
    .getByRole('link', { name: /Invoices are paid twice/ })
    .first()
    .click();
  const log = agentsPage.getByRole('log');
  await expect(log.getByText('To a firm that nobody knows.')).toBeVisible();
  await expect(log.getByText('Anonymous reporter').first()).toBeVisible();
  await expect(
    log.getByRole('button', { name: 'Open report-1.txt' }),
  ).toBeVisible();
  await agentsPage
    .getByRole('textbox', { name: 'Message' })
    .fill('Which firm is it?');
  await agentsPage
    .getByRole('button', { name: 'Reply to Anonymous reporter' })
    .click();
  await expect(log.getByText('Which firm is it?')).toBeVisible();

  // the reporter returns with the words, replies, and closes
  await page.goto('/api/tickets/public/inbox');
  await page.getByLabel('Your four words and the number').fill(words);
  await page.getByRole('button', { name: 'Open my inbox' }).click();
  await expect(page.getByText('Which firm is it?')).toBeVisible();
  await page.getByLabel('Write a message').fill('Northwind Ltd');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('Your message was sent.');
  await expect(log.getByText('Northwind Ltd')).toBeVisible();
  await page.getByRole('button', { name: 'Close report' }).click();
  await expect(page.getByText('Your report is closed.')).toBeVisible();
  await expect(page.getByText('Closed', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Reopen report' }).click();
  await expect(page.getByText('Your report is open again.')).toBeVisible();
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Ihre Meldung',
  );
  await page.getByRole('button', { name: 'Postfach schließen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Ihr Postfach ist geschlossen',
  );

  await context.close();
  await agentsPage.context().close();
});

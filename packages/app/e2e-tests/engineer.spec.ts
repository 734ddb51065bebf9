import { clientOf, signIn } from './people';
import { pastePicture } from './pictures';
import { expect, test } from './portal';

const engineer = 'Inês Carvalho';
const agentRef = 'user:default/lucia.ferrer';
const subject = 'Lamp LMP-0093 costs 8,990 €';

test('an engineer files from a component with its form and a picture, replies, reopens and rates', async ({
  browser,
  portal,
}) => {
  test.setTimeout(240_000);
  const page = await signIn(browser, portal, engineer);
  await page.goto('/catalog/default/component/product-catalog/tickets');
  await page.getByRole('link', { name: 'New ticket' }).click();
  await page.getByLabel('Subject').fill(subject);
  await page.getByRole('radio', { name: 'Data correction' }).check();

  // the form says what is missing, where it is missing
  await page.getByRole('button', { name: 'File ticket' }).click();
  await expect(page.getByText('This is required.')).toHaveCount(3);
  await page.getByRole('button', { name: /What is wrong\?/ }).click();
  await page.getByRole('option', { name: 'A price' }).click();
  await page.getByLabel('Which one? (required)').fill('LMP-0093');
  await page.getByLabel('Wrong since').fill('2026-04-30');
  await page
    .getByRole('radiogroup', { name: /Can customers see it\?/ })
    .getByText('Yes', { exact: true })
    .click();
  await page.getByText('Shop', { exact: true }).click();
  await expect(page.getByText('This is required.')).toHaveCount(0);
  await pastePicture(page.getByRole('textbox', { name: 'Message' }));
  await expect(page.getByText('1 of 1 files are uploaded.')).toBeAttached();

  // nothing of it is lost with the page
  await page.reload();
  await expect(page.getByLabel('Which one? (required)')).toHaveValue(
    'LMP-0093',
  );
  await page.getByRole('button', { name: 'File ticket' }).click();
  await page.waitForURL(/\/tickets\/T\d{4}-\d{5}$/);
  const number = page.url().split('/').at(-1) ?? '';

  // both sides read the answers as they were asked
  const agent = await clientOf(portal, agentRef);
  const { id, fields } = await agent.getTicket(number);
  expect(fields).toEqual({
    wrong: 'price',
    record: 'LMP-0093',
    since: '2026-04-30',
    customers: true,
    seenIn: ['Shop'],
  });
  await expect(page.getByRole('log')).toBeVisible();
  await expect(page.getByText('A price', { exact: true })).toBeVisible();
  await expect(page.getByText('Apr 30, 2026')).toBeVisible();

  // while it is new, the engineer can mend an answer
  await page.getByRole('button', { name: 'Edit answers' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel('Which one? (required)')
    .fill('LMP-0093, all colours');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('LMP-0093, all colours')).toBeVisible();

  // asked, answered, solved, opened again, solved, rated
  await agent.takeOver(id);
  await agent.addMessage(id, {
    kind: 'reply',
    body: 'Since which import?',
    status: 'waiting-requester',
  });
  await expect(page.getByText('Since which import?')).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Message' })
    .fill('The one of Thursday.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(
    page.getByRole('log').getByText('The one of Thursday.'),
  ).toBeVisible();
  await agent.solveTicket(id);
  const question = page.getByRole('region', { name: 'Does it work?' });
  await question.getByRole('button', { name: 'No, open it again' }).click();
  await expect(page.getByText('In progress').first()).toBeVisible();
  await agent.solveTicket(id);
  await question.getByRole('button', { name: 'Yes' }).click();
  await question.getByLabel('5 of 5 stars').check({ force: true });
  await question.getByRole('button', { name: 'Send rating' }).click();
  await expect(page.getByText('You gave 5 of 5 stars.')).toBeVisible();
  expect((await agent.getTicket(id)).rating?.stars).toBe(5);
  await page.context().close();
});

import type { Page } from '@playwright/test';
import { signIn, ticketsInSidebar } from './people';
import { expect, test } from './portal';

const engineer = 'Mehmet Yılmaz';
const agent = 'Keiko Tanaka';
const subject = 'Runner pool stuck since the image update';
const note = 'The new image lacks the cache volume.';
const reply = 'Which pipeline did you see it in first?';

async function openTicket(page: Page, number: string) {
  await page.goto(`/tickets/${number}`);
  await expect(page.getByText(subject).first()).toBeVisible();
}

/** What the engineer sees of the ticket once the agent waits for an answer. */
async function expectAnswerWithoutNote(page: Page) {
  await expect(page.getByText(reply)).toBeVisible();
  await expect(page.getByText('Answer expected').first()).toBeVisible();
  await expect(page.getByText(note)).toHaveCount(0);
  await expect(page.getByText('Internal note')).toHaveCount(0);
}

test(
  'a ticket goes from the component page to its team and back, and outlives a restart',
  { tag: '@slow' },
  async ({ browser, portal }) => {
    test.setTimeout(300_000);

    // the engineer files it from the component's page
    const engineersPage = await signIn(browser, portal, engineer);
    await engineersPage.goto('/catalog/default/component/ci-runners');
    await engineersPage
      .locator('a[href="/catalog/default/component/ci-runners/tickets"]')
      .click();
    await engineersPage.getByRole('link', { name: 'New ticket' }).click();
    await expect(engineersPage.getByText(/ci.runners/i).first()).toBeVisible();
    await engineersPage.getByLabel('Subject').fill(subject);
    await engineersPage
      .getByRole('textbox', { name: 'Message' })
      .fill('Jobs wait **forever** in the queue.');
    await engineersPage.getByRole('button', { name: 'File ticket' }).click();
    await engineersPage.waitForURL(/\/tickets\/T\d{4}-\d{5}$/);
    const number = engineersPage.url().split('/').at(-1) ?? '';

    // an agent of the team that owns the component finds it in the queue
    const agentsPage = await signIn(browser, portal, agent);
    await ticketsInSidebar(agentsPage).click();
    await agentsPage.getByRole('tab', { name: 'Queue' }).click();
    await agentsPage.getByRole('link', { name: subject }).click();
    await agentsPage.getByRole('button', { name: 'Take over' }).click();
    await expect(
      agentsPage.getByRole('button', { name: 'Take over' }),
    ).toHaveCount(0);

    // writes a note, and a reply that waits for the engineer
    await agentsPage.getByRole('radio', { name: 'Internal note' }).click();
    await agentsPage.getByRole('textbox', { name: 'Message' }).fill(note);
    await agentsPage
      .getByRole('button', { name: 'Add note', exact: true })
      .click();
    await expect(agentsPage.getByText(note)).toBeVisible();
    await agentsPage.getByRole('radio', { name: 'Reply', exact: true }).click();
    await agentsPage.getByRole('textbox', { name: 'Message' }).fill(reply);
    await agentsPage
      .getByRole('button', { name: `Reply to ${engineer}` })
      .click();
    await agentsPage.getByRole('button', { name: 'Send as reply' }).click();
    await expect(agentsPage.getByText(reply)).toBeVisible();
    await agentsPage.getByRole('button', { name: 'Change status' }).click();
    await agentsPage
      .getByRole('menuitem', { name: 'Waiting for requester' })
      .click();
    await expect(agentsPage.getByRole('menuitem')).toHaveCount(0);
    await expect(
      agentsPage.getByText('Waiting for requester').first(),
    ).toBeVisible();

    // the engineer sees the reply and the light, and nothing of the note
    await openTicket(engineersPage, number);
    await expectAnswerWithoutNote(engineersPage);

    // all of it is still there after a restart
    await portal.stop();
    await portal.start();
    await openTicket(engineersPage, number);
    await expectAnswerWithoutNote(engineersPage);
    await openTicket(agentsPage, number);
    await expect(agentsPage.getByText(note)).toBeVisible();

    // the engineer's answer puts it back to work
    await engineersPage
      .getByRole('textbox', { name: 'Message' })
      .fill('In the nightly build.');
    await engineersPage
      .getByRole('button', { name: 'Send', exact: true })
      .click();
    await expect(engineersPage.getByText('In progress').first()).toBeVisible();

    await engineersPage.context().close();
    await agentsPage.context().close();
  },
);

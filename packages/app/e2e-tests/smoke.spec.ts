import { expect, test } from './portal';

test('the sign-in page offers the fourteen demo people', async ({ page }) => {
  await page.goto('/');
  const people = page.getByRole('button', { name: /^Sign in as / });
  await expect(people).toHaveCount(14);
});

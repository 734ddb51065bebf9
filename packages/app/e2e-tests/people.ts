import type { Browser, Page } from '@playwright/test';
import { TicketsClient } from '@portaldesk/plugin-tickets-common';
import { type Portal, expect } from './portal';

/** Opens the portal in a browser window of its own, signed in as this person. */
export async function signIn(
  browser: Browser,
  portal: Portal,
  person: string,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: `Sign in as ${person}` }).click();
  await expect(ticketsInSidebar(page)).toBeVisible();
  return page;
}

/** Leads to the Tickets page from every other one. */
export function ticketsInSidebar(page: Page) {
  return page
    .getByTestId('sidebar-root')
    .getByRole('link', { name: 'Tickets' });
}

/** The desk as this demo person reaches it, without a browser. */
export async function clientOf(
  portal: Portal,
  ref: string,
): Promise<TicketsClient> {
  const token = await tokenOf(portal, ref);
  return new TicketsClient({
    discoveryApi: { getBaseUrl: async () => `${portal.url}/api/tickets` },
    fetchApi: {
      fetch: (input, init) => {
        const headers = new Headers(init?.headers);
        headers.set('Authorization', `Bearer ${token}`);
        return fetch(input, { ...init, headers });
      },
    },
  });
}

/** The Backstage token of a demo person, as the sign-in page gets it. */
async function tokenOf(portal: Portal, ref: string): Promise<string> {
  const response = await fetch(`${portal.url}/api/auth/demo/refresh`, {
    headers: { 'x-demo-person': ref, 'X-Requested-With': 'XMLHttpRequest' },
  });
  expect(response.status).toBe(200);
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBackend, untilReady } from '../backend.mjs';
import { end } from '../children.mjs';
import { inRoot } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { mustRun } from '../run.mjs';
import { Trouble } from '../say.mjs';
import { yarn } from '../toolchain.mjs';

const subject = 'The example website answers with an empty page';
const asset = 'component:default/example-website';
const otherEntity = 'api:default/example-grpc-api';

/** How the catalog's pages are addressed: `<namespace>/<kind>/<name>`. */
const entityPath = ref => ref.replace(/^(.+):(.+)\/(.+)$/, '$2/$1/$3');

/** Builds a portal's frontend and looks for the Tickets page in it. */
export async function buildPortalFrontend(portal) {
  await mustRun(yarn('workspace', 'app', 'build'), {
    cwd: portal,
    log: `${basename(portal)}-frontend`,
  });
  const folder = join(portal, 'packages/app/dist/static');
  const holdsTickets = readdirSync(folder)
    .filter(name => name.endsWith('.js'))
    .some(name =>
      readFileSync(join(folder, name), 'utf8').includes('plugin.tickets'),
    );
  if (!holdsTickets) {
    throw new Trouble('The built frontend does not hold the Tickets page.');
  }
}

/**
 * Starts a portal's backend, which also serves its frontend.
 *
 * @param {string} portal
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startFreshPortal(portal) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = join(portal, 'app-config.check.json');
  writeFileSync(
    settings,
    JSON.stringify({
      app: { baseUrl: url },
      backend: { baseUrl: url, listen: { port, host: '127.0.0.1' } },
    }),
  );
  const backend = startBackend({
    portal,
    configs: [join(portal, 'app-config.yaml'), settings],
    log: `${basename(portal)}-backend`,
  });
  await untilReady(backend, { url });
  return { url, stop: () => end(backend.child) };
}

/** Files a ticket over HTTP as the portal's guest and reads it back. */
export async function fileTicket(url) {
  const { backstageIdentity } = await call(
    `${url}/api/auth/guest/refresh?env=development`,
    { headers: { 'x-requested-with': 'XMLHttpRequest' } },
  );
  const headers = {
    authorization: `Bearer ${backstageIdentity.token}`,
    'content-type': 'application/json',
  };
  await untilKnown(
    `${url}/api/catalog/entities/by-name/${asset.replace(':', '/')}`,
    headers,
  );
  const tickets = `${url}/api/tickets/tickets`;
  const filed = await call(tickets, {
    method: 'POST',
    headers,
    body: JSON.stringify({ subject, assets: [asset] }),
  });
  const read = await call(`${tickets}/${filed.id}`, { headers });
  const asExpected =
    read.number === filed.number &&
    read.subject === subject &&
    JSON.stringify(read.assets).includes(asset);
  if (!asExpected) {
    throw new Trouble(`The ticket reads otherwise: ${JSON.stringify(read)}`);
  }
}

/** A portal that has just started has not read its whole catalog yet. */
async function untilKnown(entity, headers) {
  for (let tries = 0; tries < 60; tries += 1) {
    const { ok } = await fetch(entity, { headers });
    if (ok) return;
    await sleep(1000);
  }
  throw new Trouble(`The catalog does not know ${asset}.`);
}

async function call(address, init) {
  const response = await fetch(address, init);
  const text = await response.text();
  if (!response.ok) {
    const path = new URL(address).pathname;
    throw new Trouble(`${path} answered ${response.status}: ${text}`);
  }
  return JSON.parse(text);
}

/** Signs in as guest in a browser and finds the filed ticket. */
export async function findPage(url, executablePath) {
  await inBrowser(executablePath, async page => {
    await enter(page, `${url}/tickets`);
    await seeTicketsPage(page);
  });
}

/**
 * Finds the filed ticket in a classic portal, where the README's examples put
 * it: by the navigation on the Tickets page, and on the page of the component
 * on a card and in a tab. Other entities' pages have the tab as well.
 */
export async function findEverywhere(url, executablePath) {
  await inBrowser(executablePath, async page => {
    await enter(page, url);
    await page.getByRole('link', { name: 'Tickets' }).click();
    await seeTicketsPage(page);

    const ticket = page.getByText(subject).first();
    const tab = page.getByRole('tab', { name: 'Tickets' });
    await page.goto(`${url}/catalog/${entityPath(asset)}`);
    await ticket.waitFor();
    await tab.click();
    await page.waitForURL(`**/${entityPath(asset)}/tickets`);
    await page.reload();
    await ticket.waitFor();

    await page.goto(`${url}/catalog/${entityPath(otherEntity)}`);
    await tab.click();
    await page.getByRole('link', { name: 'New ticket' }).first().waitFor();
  });
}

async function enter(page, address) {
  await page.goto(address);
  await page.getByRole('button', { name: 'Enter' }).click();
}

async function seeTicketsPage(page) {
  await page.getByRole('heading', { name: 'Tickets' }).first().waitFor();
  await page.getByText(subject).first().waitFor();
}

async function inBrowser(executablePath, work) {
  const require = createRequire(inRoot('package.json'));
  const { chromium } = require('@playwright/test');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(30_000);
    await work(page);
  } finally {
    await browser.close();
  }
}

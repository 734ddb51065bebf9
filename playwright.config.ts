import { defineConfig, devices } from '@playwright/test';
import type { PortalOptions } from './packages/app/e2e-tests/portal';

/**
 * The end-to-end tests, run on each database: `npm test -- --e2e` finds a
 * browser, builds the frontend and runs them.
 */
export default defineConfig<object, PortalOptions>({
  testDir: 'packages/app/e2e-tests',
  outputDir: 'test-results',
  // a portal and a browser are all that two cores can do at a time
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROME_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'sqlite', use: { database: 'sqlite' } },
    { name: 'postgres', use: { database: 'postgres' } },
  ],
});

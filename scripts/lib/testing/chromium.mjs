import { existsSync } from 'node:fs';
import { mustRun } from '../run.mjs';
import { during, Trouble } from '../say.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const howToGetOne =
  'The end-to-end tests need Chromium or Chrome: install one (on Debian: `apt-get install chromium`) or set CHROME_PATH to it, and run the command again.';

/**
 * The path of a Chromium or Chrome. Installs Debian's one if there is none and
 * this user may.
 */
export async function getChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Trouble(`CHROME_PATH names ${chosen}, which does not exist.`);
  }
  return places.find(existsSync) ?? (await installChromium());
}

async function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Trouble(howToGetOne);
  }
  await during('Installing Chromium', async () => {
    for (const args of [['update'], ['install', '--yes', 'chromium']]) {
      await mustRun(['apt-get', ...args], {
        log: `chromium-${args[0]}`,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        explain: () => howToGetOne,
      });
    }
  });
  return places[0];
}

/** Starts the demo portal: `npm start`. */
import { runScript, stopAtEnd } from './lib/ending.mjs';
import { holdData } from './lib/lock.mjs';
import { readOptions, wrongOption } from './lib/options.mjs';
import { demoPeople } from './lib/people.mjs';
import { freePortFrom, isPortFree } from './lib/ports.mjs';
import { startPortal } from './lib/portal.mjs';
import { say, Trouble } from './lib/say.mjs';
import { prepare } from './lib/toolchain.mjs';

const usage = `Starts the demo portal of Portaldesk.

Usage: npm start -- [options]

  --postgres    keep the data in a PostgreSQL of its own instead of SQLite files
  --fresh       delete that database first and start over
  --port N      listen on port N instead of 7007
  --verbose     show what the backend logs
  --help        show this

The data is kept in the folder data, or in the one that PORTALDESK_DATA names.`;

function readPort(text = '7007') {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw wrongOption(`${text} is no port number`);
}

function refuseProduction() {
  if (process.env.NODE_ENV !== 'production') return;
  throw new Trouble(
    'The demo portal lets anybody sign in without a password and does not start where NODE_ENV is production: unset NODE_ENV to try it on a machine of your own.',
  );
}

async function main() {
  const { options } = readOptions(process.argv.slice(2), usage, {
    postgres: { type: 'boolean' },
    fresh: { type: 'boolean' },
    verbose: { type: 'boolean' },
    port: { type: 'string' },
  });
  const port = readPort(options.port);
  const url = `http://localhost:${port}`;
  refuseProduction();
  if (!(await prepare())) return;
  const lock = await holdData(url);
  stopAtEnd(lock.release);
  if (!(await isPortFree(port))) {
    throw new Trouble(
      `Port ${port} is taken: end what listens there, or choose another one with \`npm start -- --port ${await freePortFrom(port + 10)}\`.`,
    );
  }

  const mail = await mailPorts(port);
  const portal = await startPortal({
    port,
    mail,
    database: options.postgres ? 'postgres' : 'sqlite',
    fresh: Boolean(options.fresh),
    verbose: Boolean(options.verbose),
  });
  lock.note({ backend: portal.pid });
  sayWelcome(url, `http://localhost:${mail.inbox}`);
  // From here on a request to end is no failure.
  process.exitCode = 0;
  throw await portal.death;
}

/** Ports for the mail servers of the demo, beside that of the portal. */
async function mailPorts(port) {
  const inbox = await freePortFrom(port + 1);
  const smtp = await freePortFrom(inbox + 1);
  return { inbox, smtp, imap: await freePortFrom(smtp + 1) };
}

function sayWelcome(url, inboxes) {
  say(`
Portaldesk is ready: ${url}
The inboxes of the demo people: ${inboxes}

Sign in as one of the demo people with one click:
${demoPeople()
  .map(line => `  ${line}`)
  .join('\n')}

Ctrl-C ends it.`);
}

runScript(main);

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { stopAtEnd } from '../ending.mjs';
import { dataFolder, inRoot } from '../paths.mjs';
import { mustRun } from '../run.mjs';
import { during, Trouble } from '../say.mjs';

/**
 * Who and what the tickets are about, as the process that lays them wrote it.
 *
 * @typedef {{ teams: { group: string, agents: string[] }[], admins: string[], requesters: { ref: string, group: string }[], components: { ref: string }[], markers: string[], tickets: object }} Organisation
 *   `tickets` is the configuration of the desk
 */

/** The folder for the tickets; one that is not kept is deleted at the end. */
export function benchFolder(keep) {
  if (keep) {
    mkdirSync(keep, { recursive: true });
    return keep;
  }
  mkdirSync(dataFolder(), { recursive: true });
  const folder = mkdtempSync(join(dataFolder(), 'bench-'));
  chmodSync(folder, 0o755);
  stopAtEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Lays the tickets, unless they are there.
 *
 * @returns {Promise<Organisation>}
 */
export async function layTickets(folder, options, database) {
  const { tickets, messages, seed } = options;
  const wanted = { tickets, messages, seed, database: options.database };
  const stamp = join(folder, 'laid.json');
  if (existsSync(stamp)) {
    checkStamp(JSON.parse(readFileSync(stamp, 'utf8')), wanted, folder);
  } else {
    await during(`Laying ${tickets} tickets`, () =>
      lay({ folder, database: database.knex, tickets, messages, seed }),
    );
    writeFileSync(stamp, JSON.stringify(wanted));
  }
  return JSON.parse(readFileSync(join(folder, 'organisation.json'), 'utf8'));
}

function checkStamp(laid, wanted, folder) {
  const other = Object.keys(wanted).find(key => laid[key] !== wanted[key]);
  if (other) {
    throw new Trouble(
      `The tickets in ${folder} were laid with --${other} ${laid[other]}: say so as well, or keep others in another folder.`,
    );
  }
}

function lay(task) {
  const end = new Date();
  end.setUTCHours(0, 0, 0, 0);
  return mustRun(
    [
      process.execPath,
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'plugins/tickets-backend/src/__testUtils__/bulk/lay.ts',
    ],
    {
      cwd: inRoot(),
      log: 'bench-lay',
      minutes: 120,
      env: {
        ...process.env,
        PORTALDESK_LAY: JSON.stringify({ ...task, end: end.toISOString() }),
      },
    },
  );
}

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import type { Database, DatabaseKind } from './database';
import type { SeedOrganisation } from './seed/organisation';
import {
  dataFolder,
  during,
  inRoot,
  mustRun,
  stopAtEnd,
  Trouble,
} from './tools';

/** Which tickets there are. The same wish gives the same tickets. */
export interface SeedWish {
  readonly tickets: number;
  /** On average. */
  readonly messages: number;
  readonly seed: number;
  readonly database: DatabaseKind;
}

/** Who and what the tickets are about, as the process that seeds wrote it. */
export interface SeededOrganisation extends SeedOrganisation {
  /** Words that stand in 0.1% of the tickets each. */
  readonly markers: readonly string[];
  /** The configuration of the desk. */
  readonly tickets: JsonObject;
}

/** The folder for the tickets; one that is not kept is deleted at the end. */
export function benchFolder(keep: string | undefined): string {
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

/** Seeds the database, unless the tickets are there. */
export async function ensureTickets(
  folder: string,
  { tickets, messages, seed, database: kind }: SeedWish,
  { knex }: Pick<Database, 'knex'>,
): Promise<SeededOrganisation> {
  const wish = { tickets, messages, seed, database: kind };
  const stamp = join(folder, 'seeded.json');
  // the name that it had in folders that were kept before
  const formerStamp = join(folder, 'laid.json');
  if (existsSync(formerStamp)) {
    renameSync(formerStamp, stamp);
  }
  if (existsSync(stamp)) {
    checkStamp(JSON.parse(readFileSync(stamp, 'utf8')), wish, folder);
  } else {
    await during(`Seeding ${tickets} tickets`, () =>
      seedInProcess({ folder, database: knex, tickets, messages, seed }),
    );
    writeFileSync(stamp, JSON.stringify(wish));
  }
  return JSON.parse(readFileSync(join(folder, 'organisation.json'), 'utf8'));
}

function checkStamp(seeded: SeedWish, wish: SeedWish, folder: string): void {
  for (const name of ['tickets', 'messages', 'seed', 'database'] as const) {
    if (seeded[name] !== wish[name]) {
      throw new Trouble(
        `The tickets in ${folder} were seeded with --${name} ${seeded[name]}: say so as well, or keep others in another folder.`,
      );
    }
  }
}

function seedInProcess(task: object) {
  const end = new Date();
  end.setUTCHours(0, 0, 0, 0);
  return mustRun(
    [
      process.execPath,
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'packages/bench/src/seed/main.ts',
    ],
    {
      cwd: inRoot(),
      log: 'bench-seed',
      minutes: 120,
      env: {
        ...process.env,
        PORTALDESK_SEED: JSON.stringify({ ...task, end: end.toISOString() }),
      },
    },
  );
}

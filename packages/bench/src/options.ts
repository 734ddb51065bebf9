import { resolve } from 'node:path';
import { type DatabaseKind, databaseKinds } from './database';
import { hostileKinds } from './hostile/clients';
import { measureNames } from './measures';
import type { SeedWish } from './seeding';
import { readOptions, wrongOption } from './tools';

const usage = `Measures how quick the desk is with many tickets.

Usage: npm run bench -- [options], or yarn bench [options]

  --tickets N      how many tickets there are (100000)
  --messages M     how many messages they have on average (5)
  --database NAME  postgres or sqlite (postgres)
  --json FILE      write the figures, with the plans of all queries
  --only NAMES     some of the measures, separated by commas:
                   ${measureNames.join(', ')}
  --seconds S      how long each figure is measured (10)
  --keep FOLDER    keep the tickets there, and use those that are there
  --seed N         other tickets of the same sort (1)
  --profile FOLDER write a CPU profile of the backend for each measure
  --soak MINUTES   instead of measuring, do everything at once for a while and
                   say how much memory the backend takes
  --export         instead of measuring, export all tickets in each format and
                   say how long it and what is beside it take
  --mail N         instead of measuring, send mails and take in so many from a
                   mailbox, and say how many go in a second
  --hostile S      instead of measuring, let hostile clients of nine kinds do
                   what they can for so many seconds, and say how much
                   slower the desk is for an agent
  --kinds NAMES    some of the hostile clients, separated by commas:
                   ${hostileKinds.join(', ')}
  --clients N      how many hostile clients there are of each kind (10)
  --verbose        show what the backend logs
  --help           show this

docs/performance.md explains what is measured.`;

/** What the command line asks for. */
export interface BenchOptions extends SeedWish {
  /** How long each figure is measured. */
  readonly seconds: number;
  /** Minutes, where that is wanted in place of measuring. */
  readonly soak?: number;
  /** Seconds, where that is wanted in place of measuring. */
  readonly hostile?: number;
  /** Which kinds of hostile clients there are. */
  readonly kinds: readonly string[];
  /** How many hostile clients there are of each kind. */
  readonly clients: number;
  readonly export: boolean;
  /** How many mails are in the mailbox, where mail is measured instead. */
  readonly mail?: number;
  /** The names of measures. */
  readonly only: readonly string[];
  /** A file. */
  readonly json?: string;
  /** A folder. */
  readonly keep?: string;
  /** A folder. */
  readonly profile?: string;
  /** Whether what the backend logs is shown. */
  readonly verbose: boolean;
}

type Given = Readonly<Record<string, string | boolean | undefined>>;

export function readBenchOptions(args: readonly string[]): BenchOptions {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { options } = readOptions(args, usage, {
    tickets: text,
    messages: text,
    database: text,
    json: text,
    only: text,
    seconds: text,
    keep: text,
    seed: text,
    profile: text,
    soak: text,
    hostile: text,
    kinds: text,
    clients: text,
    export: flag,
    mail: text,
    verbose: flag,
  });
  const { json, keep, profile, soak, hostile, mail } = options;
  return {
    tickets: wholeNumber(options, 'tickets', 100_000),
    messages: wholeNumber(options, 'messages', 5),
    seconds: wholeNumber(options, 'seconds', 10),
    seed: wholeNumber(options, 'seed', 1),
    soak: soak ? wholeNumber(options, 'soak', 10) : undefined,
    hostile: hostile ? wholeNumber(options, 'hostile', 60) : undefined,
    mail: mail ? wholeNumber(options, 'mail', 10_000) : undefined,
    clients: wholeNumber(options, 'clients', 10),
    export: Boolean(options.export),
    database: readDatabase(options.database),
    only: readNames(options.only, measureNames),
    kinds: readNames(options.kinds, hostileKinds),
    json: json && resolve(json),
    keep: keep && resolve(keep),
    profile: profile && resolve(profile),
    verbose: Boolean(options.verbose),
  };
}

function wholeNumber(given: Given, name: string, otherwise: number): number {
  const number = Number(given[name] ?? otherwise);
  if (Number.isInteger(number) && number > 0) {
    return number;
  }
  throw wrongOption(`--${name} is no whole number above 0`);
}

function readDatabase(name: string | undefined = 'postgres'): DatabaseKind {
  const found = databaseKinds.find(kind => kind === name);
  if (found) {
    return found;
  }
  throw wrongOption(`${name} is none of ${databaseKinds.join(', ')}`);
}

function readNames(
  text: string | undefined,
  known: readonly string[],
): readonly string[] {
  if (text === undefined) {
    return known;
  }
  const names = text.split(',');
  const unknown = names.find(name => !known.includes(name));
  if (unknown === undefined) {
    return names;
  }
  throw wrongOption(`${unknown} is none of ${known.join(', ')}`);
}

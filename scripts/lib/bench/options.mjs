import { resolve } from 'node:path';
import { readOptions, wrongOption } from '../options.mjs';
import { measureNames } from './measures/index.mjs';

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
  --hostile S      instead of measuring, let hostile clients of nine kinds do
                   what they can for so many seconds, and say what an agent
                   notices of them
  --clients N      how many hostile clients there are of each kind (10)
  --verbose        show what the backend logs
  --help           show this

docs/performance.md explains what is measured.`;

const databases = ['postgres', 'sqlite'];

/** @returns what the command line asks for */
export function readBenchOptions(args) {
  const { options, rest } = readOptions(args, usage, {
    tickets: 'text',
    messages: 'text',
    database: 'text',
    json: 'text',
    only: 'text',
    seconds: 'text',
    keep: 'text',
    seed: 'text',
    profile: 'text',
    soak: 'text',
    hostile: 'text',
    clients: 'text',
    export: 'flag',
    verbose: 'flag',
  });
  if (rest.length) throw wrongOption(`${rest[0]} is no option`);
  const { database = 'postgres' } = options;
  if (!databases.includes(database)) {
    throw wrongOption(`${database} is none of ${databases.join(', ')}`);
  }
  return {
    tickets: wholeNumber(options, 'tickets', 100_000),
    messages: wholeNumber(options, 'messages', 5),
    seconds: wholeNumber(options, 'seconds', 10),
    seed: wholeNumber(options, 'seed', 1),
    soak: options.soak && wholeNumber(options, 'soak', 10),
    hostile: options.hostile && wholeNumber(options, 'hostile', 60),
    clients: wholeNumber(options, 'clients', 10),
    export: Boolean(options.export),
    database,
    only: readNames(options.only),
    json: options.json && resolve(options.json),
    keep: options.keep && resolve(options.keep),
    profile: options.profile && resolve(options.profile),
    verbose: Boolean(options.verbose),
  };
}

function wholeNumber(options, name, otherwise) {
  const number = Number(options[name] ?? otherwise);
  if (Number.isInteger(number) && number > 0) return number;
  throw wrongOption(`--${name} is no whole number above 0`);
}

function readNames(text) {
  if (text === undefined) return measureNames;
  const names = text.split(',');
  const unknown = names.find(name => !measureNames.includes(name));
  if (unknown === undefined) return names;
  throw wrongOption(`${unknown} is none of ${measureNames.join(', ')}`);
}

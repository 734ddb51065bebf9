import { parseArgs } from 'node:util';
import { say, Trouble } from './say.mjs';

/**
 * Reads command line options; `--help` shows the usage and ends the script.
 *
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} Known
 * @param {readonly string[]} args
 * @param {string} usage
 * @param {Known} known as `parseArgs` of Node.js takes them
 * @param {{ allowPositionals?: boolean }} [more]
 */
export function readOptions(args, usage, known, more = {}) {
  const { values, positionals } = parse(args, known, more);
  if ('help' in values && values.help) {
    say(usage);
    process.exit(0);
  }
  return { options: values, rest: positionals };
}

/**
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} Known
 * @param {readonly string[]} args
 * @param {Known} known
 * @param {{ allowPositionals?: boolean }} more
 */
function parse(args, known, { allowPositionals = false }) {
  try {
    return parseArgs({
      args,
      options: { ...known, help: { type: 'boolean', short: 'h' } },
      allowPositionals,
    });
  } catch (error) {
    // what follows the first sentence is about how Node.js reads options
    throw wrongOption(
      String(/** @type {Error} */ (error).message).split('. ')[0],
    );
  }
}

/**
 * For a use of options that makes no sense: exit code 2.
 *
 * @param {string} what
 */
export const wrongOption = what =>
  new Trouble(`${what}; --help lists the options.`, { exitCode: 2 });

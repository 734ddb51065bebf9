import { say, Trouble } from './say.mjs';

/**
 * Reads command line options.
 *
 * @param {string[]} args
 * @param {string} usage shown for `--help`
 * @param {Record<string, 'flag' | 'text'>} known options by name, without dashes
 * @returns {{ options: Record<string, string | true>, rest: string[] }}
 */
export function readOptions(args, usage, known) {
  const options = {};
  const rest = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '--help' || arg === '-h') {
      say(usage);
      process.exit(0);
    }
    if (!arg.startsWith('-')) {
      rest.push(arg);
      continue;
    }
    const [name, inline] = arg.replace(/^--?/, '').split(/=(.*)/s);
    if (!Object.hasOwn(known, name)) {
      throw wrongOption(`There is no option ${arg}`);
    }
    if (known[name] === 'flag') {
      if (inline !== undefined) {
        throw wrongOption(`The option --${name} takes no value`);
      }
      options[name] = true;
    } else {
      const value = inline ?? args[(index += 1)];
      if (!value) throw wrongOption(`The option --${name} needs a value`);
      options[name] = value;
    }
  }
  return { options, rest };
}

/** For a use of options that makes no sense: exit code 2. */
export const wrongOption = what =>
  new Trouble(`${what}; --help lists the options.`, { exitCode: 2 });

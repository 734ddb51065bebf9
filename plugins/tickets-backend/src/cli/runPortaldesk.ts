import { parseArgs } from 'node:util';
import { checkFiles } from './checkFiles';

const USAGE = `Checks what app-config.yaml says of the service desk, without a backend.

Usage: portaldesk check [FILE ...] [--catalog PLACE ...]

  FILE              configuration files in the order in which the backend reads
                    them; app-config.yaml of this folder when none is named
  --catalog PLACE   a file or folder with catalog entities: users, groups and
                    systems that the configuration names have to be there
  --strict          warnings count as mistakes
  --help            show this

Ends with 0 if all is well, with 1 if there is a mistake, and with 2 if the
check could not be made.
`;

/**
 * Where the command writes to.
 * @public
 */
export interface Output {
  /** Where results are written. */
  out(text: string): void;
  /** Where mistakes, warnings and failures are written. */
  error(text: string): void;
}

/**
 * The command `portaldesk`.
 *
 * @param args - of the command line, after the name of the program
 * @returns the exit code
 * @public
 */
export async function runPortaldesk(
  args: readonly string[],
  { out, error }: Output,
): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        catalog: { type: 'string', multiple: true, default: [] },
        strict: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const [command, ...files] = positionals;
    if (values.help) {
      out(USAGE);
      return 0;
    }
    if (command !== 'check') {
      error(USAGE);
      return 2;
    }
    const found = await checkFiles(
      files.length > 0 ? files : ['app-config.yaml'],
      values.catalog,
    );
    return report(found, values.strict, { out, error });
  } catch (problem) {
    error(`${problem instanceof Error ? problem.message : problem}\n`);
    return 2;
  }
}

function report(
  { mistakes, warnings }: Awaited<ReturnType<typeof checkFiles>>,
  strict: boolean,
  { out, error }: Output,
): number {
  warnings.forEach(warning => error(`Warning: ${warning}\n`));
  if (mistakes !== undefined) {
    error(`${mistakes}\n`);
    return 1;
  }
  if (warnings.length === 0) {
    out('The configuration of the service desk is sound.\n');
  }
  return strict && warnings.length > 0 ? 1 : 0;
}

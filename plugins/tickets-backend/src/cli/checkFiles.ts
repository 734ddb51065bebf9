import { resolve } from 'node:path';
import {
  type ConfigSource,
  ConfigSources,
  FileConfigSource,
} from '@backstage/config-loader';
import type { DeskConfig } from '../config/DeskConfig';
import { checkMail } from '../config/mail';
import { readDeskConfig } from '../config/readDeskConfig';
import { describeWarnings } from '../config/warnings';
import { describeMissingEntities } from '../desk/unknownEntities';
import { readEntityRefs } from './readEntityRefs';

/** What was found in configuration files. */
export interface Findings {
  /** These keep the desk from starting. */
  readonly mistakes?: string;
  /** The desk starts, but probably not as intended. */
  readonly warnings: readonly string[];
}

/**
 * Checks the desk's part of configuration files without a backend. An
 * environment variable that is not set keeps its name as its value, so that no
 * secret is needed.
 *
 * @param files - later ones take precedence, as with `--config` of a backend
 * @param catalog - files or folders with entities; empty: users and groups are
 *   not looked up
 * @throws Error when a file cannot be read; it names the file
 */
export async function checkFiles(
  files: readonly string[],
  catalog: readonly string[],
): Promise<Findings> {
  const known = await readEntityRefs(catalog);
  for (const file of files) {
    await ensureReadable(file);
  }
  const rootConfig = await ConfigSources.toConfig(
    ConfigSources.merge(files.map(sourceOf)),
  );
  let config: DeskConfig;
  let mail: ReturnType<typeof checkMail>;
  try {
    config = readDeskConfig(rootConfig);
    mail = checkMail(rootConfig, config);
  } catch (error) {
    return {
      mistakes: error instanceof Error ? error.message : String(error),
      warnings: [],
    };
  } finally {
    rootConfig.close();
  }
  return {
    ...(mail.mistakes.length > 0 && { mistakes: mail.mistakes.join('\n') }),
    warnings: [
      ...describeWarnings(config),
      ...mail.warnings,
      ...(known
        ? describeMissingEntities([...config.entities, ...mail.entities], known)
        : []),
    ],
  };
}

function sourceOf(file: string): ConfigSource {
  return FileConfigSource.create({
    path: resolve(file),
    watch: false,
    substitutionFunc: async name => process.env[name] ?? `\${${name}}`,
  });
}

/** What is wrong with one of several files does not say in which it is. */
async function ensureReadable(file: string): Promise<void> {
  try {
    (await ConfigSources.toConfig(sourceOf(file))).close();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read: ${reason}`, { cause: error });
  }
}

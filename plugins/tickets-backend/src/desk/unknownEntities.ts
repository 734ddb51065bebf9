import type { DeskConfig } from '../config/DeskConfig';
import type { ConfiguredEntity } from '../config/ConfiguredEntity';
import { withSuggestion } from '../config/suggestions';
import type { DeskCatalog } from './DeskCatalog';

/** Among how many entities of the catalog a name is looked for. */
const MAX_CANDIDATES = 2_000;

const consequences: Readonly<Record<string, string>> = {
  group: 'nobody belongs to it, so that what goes there reaches nobody',
  user: 'nobody can be reached there',
  system: 'no asset is part of it',
};

const kindOf = (ref: string) => ref.slice(0, ref.indexOf(':'));

/**
 * Says which users, groups and systems of the configuration the catalog does
 * not have, in a sentence for each setting.
 *
 * @returns undefined while the catalog has none of those kinds at all: it is
 *   still being read
 */
export async function describeUnknownEntities({
  config,
  catalog,
}: {
  readonly config: Pick<DeskConfig, 'entities'>;
  readonly catalog: Pick<DeskCatalog, 'directory' | 'refsOfKinds'>;
}): Promise<string[] | undefined> {
  const { entities } = config;
  const directory = await catalog.directory(entities.map(({ ref }) => ref));
  const unknown = entities.filter(({ ref }) => !directory.has(ref));
  if (unknown.length === 0) {
    return [];
  }
  const kinds = [...new Set(unknown.map(({ ref }) => kindOf(ref)))];
  const candidates = await catalog.refsOfKinds(kinds, MAX_CANDIDATES);
  if (candidates.length === 0) {
    return undefined;
  }
  return describe(unknown, candidates);
}

/** The same of a catalog that is wholly known. */
export function describeMissingEntities(
  entities: readonly ConfiguredEntity[],
  known: readonly string[],
): string[] {
  const refs = new Set(known);
  return describe(
    entities.filter(({ ref }) => !refs.has(ref)),
    known,
  );
}

function describe(
  unknown: readonly ConfiguredEntity[],
  candidates: readonly string[],
): string[] {
  return unknown.map(({ path, ref }) =>
    withSuggestion(
      `${path} is ${JSON.stringify(ref)}, which the catalog does not have: ${consequences[kindOf(ref)] ?? 'it is nothing'}`,
      ref,
      candidates.filter(candidate => kindOf(candidate) === kindOf(ref)),
    ),
  );
}

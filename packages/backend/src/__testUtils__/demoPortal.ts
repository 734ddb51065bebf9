import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

const packageDir = resolvePackagePath('backend');

/** What tests want to know of the entities in `demo/catalog`. */
export function demoCatalog() {
  const dir = join(packageDir, 'demo/catalog');
  return readdirSync(dir)
    .flatMap(file => parseAllDocuments(readFileSync(join(dir, file), 'utf8')))
    .map(document => document.toJS() as Entity)
    .map(entity => ({
      entity,
      kind: entity.kind,
      ref: stringifyEntityRef(entity),
      name: `${entity.kind.toLowerCase()}:${entity.metadata.name}`,
      owner: entity.spec?.owner as string | undefined,
      supportTeam: entity.metadata.annotations?.['tickets/support-team'],
    }));
}

/** The parsed `app-config.yaml` of the demo portal. */
export function portalConfig() {
  return parse(readFileSync(join(packageDir, '../../app-config.yaml'), 'utf8'));
}

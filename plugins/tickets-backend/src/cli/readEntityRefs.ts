import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const entitySchema = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string(), namespace: z.string().optional() }),
});

/**
 * The references of all entities in YAML or JSON files.
 *
 * @param places - files, and folders with files at any depth
 * @returns undefined when no place is given
 * @throws Error with the name of a file that cannot be read
 */
export async function readEntityRefs(
  places: readonly string[],
): Promise<string[] | undefined> {
  if (places.length === 0) {
    return undefined;
  }
  const files = (await Promise.all(places.map(filesAt))).flat();
  return (await Promise.all(files.map(refsIn))).flat();
}

async function filesAt(place: string): Promise<string[]> {
  if (!(await stat(place)).isDirectory()) {
    return [place];
  }
  const names = await readdir(place, { recursive: true });
  return names
    .filter(name => /\.(ya?ml|json)$/.test(name))
    .map(name => join(place, name));
}

async function refsIn(file: string): Promise<string[]> {
  const documents = parseAllDocuments(await readFile(file, 'utf8'));
  return documents.flatMap(document => {
    if (document.errors.length > 0) {
      throw new Error(`${file}: ${document.errors[0].message}`);
    }
    const content: unknown = document.toJS();
    return (Array.isArray(content) ? content : [content]).flatMap(item => {
      const entity = entitySchema.safeParse(item);
      return entity.success ? refOf(entity.data) : [];
    });
  });
}

function refOf({ kind, metadata }: z.infer<typeof entitySchema>): string {
  return stringifyEntityRef({ kind, ...metadata });
}

import { type Dirent, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mailedEvents } from '../channel/mailedEvents';
import { languages } from '../config/schema';
import { compileTemplate } from './compileTemplate';
import { sampleData } from './sampleData';
import { type TemplateFolder, Templates } from './Templates';
import { fileNames } from './templateNames';

const shippedFolder = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend-module-email',
  'templates',
);

/**
 * Reads the templates, and fills each in once, so that mistakes show at start.
 *
 * @param folder - whose templates take the place of the shipped ones
 * @throws Error that names the file and the line of a mistake
 */
export function loadTemplates(folder?: string): Templates {
  const templates = new Templates(
    [folder, shippedFolder].flatMap(path =>
      path === undefined ? [] : [readFolder(path)],
    ),
  );
  for (const language of languages) {
    for (const event of mailedEvents) {
      sampleData(event, language).forEach(data => templates.render(data));
    }
  }
  return templates;
}

function readFolder(folder: string): TemplateFolder {
  const paths = entriesOf(folder).flatMap(entry =>
    entry.isDirectory()
      ? templatesOf(join(folder, entry.name)).map(
          name => `${entry.name}/${name}`,
        )
      : templatesIn([entry]),
  );
  return new Map(
    paths.map(path => {
      const file = join(folder, path);
      const [, directory, name] = path.match(/^(?:(.*)\/)?([^/]+)$/) ?? [];
      requireKnown(file, directory, name);
      return [path, compileTemplate(readFileSync(file, 'utf8'), file)];
    }),
  );
}

function templatesOf(folder: string): string[] {
  return templatesIn(entriesOf(folder));
}

function templatesIn(entries: readonly Dirent[]): string[] {
  return entries.map(({ name }) => name).filter(name => name.endsWith('.hbs'));
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new Error(
      `The folder of mail templates ${folder} (tickets.email.templates) cannot be read: ${(error as Error).message}`,
    );
  }
}

/** A template whose name is misspelt would never be used. */
function requireKnown(
  file: string,
  directory: string | undefined,
  name: string,
): void {
  const isLanguage = languages.some(language => language === directory);
  const known = isLanguage ? fileNames.inLanguage : fileNames.everywhere;
  if ((directory !== undefined && !isLanguage) || !known.includes(name)) {
    throw new Error(
      `The mail template ${file} is of no use: in folders named ${languages.join(' and ')} there can be ${fileNames.inLanguage.join(', ')}, beside them ${fileNames.everywhere.join(', ')}`,
    );
  }
}

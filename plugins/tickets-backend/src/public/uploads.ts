import { Readable } from 'node:stream';
import type { Caller } from '../desk/Caller';
import { cleanFile } from './cleanFile';
import type { PublicContext } from './PublicContext';
import type { FieldErrors } from './pages/fields';
import { sizeText } from './pages/layout';
import { MAX_FILES, MAX_FILE_SIZE, type SentFile } from './readForm';
import type { PublicTexts } from './texts';

/** Files of which nothing but their text is left, or why that cannot be. */
export type CheckedFiles =
  | { readonly files: readonly SentFile[]; readonly error?: undefined }
  | { readonly files: readonly []; readonly error: string };

/** Looks at the files of a form: either all are taken, or none. */
export function checkFiles(
  sent: readonly SentFile[],
  texts: PublicTexts,
): CheckedFiles {
  const refused = (error: string): CheckedFiles => ({ files: [], error });
  if (sent.length > MAX_FILES) {
    return refused(texts.tooManyFiles(MAX_FILES));
  }
  const files: SentFile[] = [];
  for (const file of sent) {
    const { name, content } = file;
    if (content.length === 0) {
      return refused(texts.fileEmpty(name));
    }
    if (content.length > MAX_FILE_SIZE) {
      return refused(texts.fileTooLarge(name, sizeText(MAX_FILE_SIZE)));
    }
    const clean = cleanFile(file, files.length + 1);
    if (!clean) {
      return refused(texts.fileNotCleanable(name));
    }
    files.push(clean);
  }
  return { files };
}

/** @returns the ids of the files, which wait to be attached */
export async function upload(
  { desk }: Pick<PublicContext, 'desk'>,
  caller: Caller,
  files: readonly SentFile[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, content } of files) {
    const { id } = await desk.uploadFile(caller, {
      name,
      size: content.length,
      content: Readable.from([content]),
    });
    ids.push(id);
  }
  return ids;
}

/** Says of files that they have to be chosen again: a page cannot keep them. */
export function withFilesAgain(
  sent: readonly SentFile[],
  errors: FieldErrors | undefined,
  texts: PublicTexts,
): FieldErrors {
  return sent.length > 0 && errors?.files === undefined
    ? { ...errors, files: texts.filesAgain }
    : (errors ?? {});
}

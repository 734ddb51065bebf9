import { DateTime } from 'luxon';

/** Names that browsers give to pictures without a name. */
const NAMELESS = /^image\.(png|jpe?g|gif|webp)$/i;

/**
 * The files that were dropped or pasted. What programs copy as text and as a
 * picture of it, such as cells of a table, is meant as text.
 *
 * @param nameAt - of a picture that was copied at this time, without extension
 */
export function filesIn(
  transfer: DataTransfer,
  nameAt: (time: string) => string,
): { files: File[]; folders: string[] } {
  const types = [...transfer.types];
  const isText = types.includes('text/plain') && types.includes('text/html');
  if (isText || transfer.files.length === 0) {
    return { files: [], folders: [] };
  }
  const folders = new Set(
    [...(transfer.items ?? [])].flatMap(item => {
      const entry = item.webkitGetAsEntry?.();
      return entry?.isDirectory ? [entry.name] : [];
    }),
  );
  const files = [...transfer.files].filter(({ name }) => !folders.has(name));
  return {
    files: files.map((file, index) => named(file, index, nameAt)),
    folders: [...folders],
  };
}

function named(file: File, index: number, nameAt: (time: string) => string) {
  const [, extension] = NAMELESS.exec(file.name) ?? [];
  if (!extension) {
    return file;
  }
  const time = DateTime.local().toFormat('yyyy-MM-dd HH.mm.ss');
  const number = index > 0 ? ` (${index + 1})` : '';
  return new File([file], `${nameAt(time)}${number}.${extension}`, {
    type: file.type,
  });
}

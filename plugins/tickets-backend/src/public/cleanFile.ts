import { FileInspection } from '../files/FileInspection';
import type { SentFile } from './readForm';

/**
 * Kinds of texts that are nothing but what people read in them. What else there
 * is (pictures, PDF, office documents) says who made it, where and with what,
 * in places that no program finds for sure.
 */
const extensions: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/csv': 'csv',
  'text/markdown': 'md',
};

/**
 * A file of which nothing is left but its text: written again, under a name
 * that says nothing.
 *
 * @param place - which of the files of a message it is, from 1 on
 * @returns undefined for a file of which that cannot be said
 */
export function cleanFile(
  { name, content }: SentFile,
  place: number,
): SentFile | undefined {
  const inspection = new FileInspection();
  inspection.add(content);
  const { mediaTypes, charset } = inspection.end(name);
  const extension = extensions[mediaTypes[0]];
  if (extension === undefined || charset === undefined) {
    return undefined;
  }
  const text = new TextDecoder(charset).decode(content);
  return {
    name: `report-${place}.${extension}`,
    content: Buffer.from(text.replaceAll('\u0000', ''), 'utf8'),
  };
}

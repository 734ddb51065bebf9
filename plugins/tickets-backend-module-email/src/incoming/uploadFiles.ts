import { isError } from '@backstage/errors';
import type { TicketsApi } from '@portaldesk/plugin-tickets-common';
import type { Language } from '../config/schema';
import type { MailFile } from './mime/readMail';
import { escapeMarkdown } from './text/plainToMarkdown';

/** As many as one message can have. */
const MAX_FILES = 50;

/** Of how many it is said that they were not taken. */
const MAX_NAMED = 10;

const NOT_TAKEN: Readonly<Record<Language, string>> = {
  en: 'File that was not taken',
  de: 'Nicht übernommene Datei',
};

/**
 * Uploads the files of a mail under the rules for all files. Those that the desk
 * refuses are named in the message; the mail as it came still has them.
 *
 * @throws Error where the desk cannot take files now
 */
export async function uploadFiles(
  person: Pick<TicketsApi, 'uploadFile'>,
  files: readonly MailFile[],
  language: Language,
): Promise<{ attachments: string[]; refused: string[] }> {
  const attachments: string[] = [];
  const refused: string[] = [];
  for (const { name, content } of files) {
    const cause =
      attachments.length < MAX_FILES
        ? await upload(person, { name, content }, attachments)
        : `> ${MAX_FILES}`;
    if (cause !== undefined) {
      refused.push(
        `*${NOT_TAKEN[language]}: ${escapeMarkdown(name.slice(0, 100))} (${escapeMarkdown(cause.slice(0, 200))})*`,
      );
    }
  }
  const further = refused.length - MAX_NAMED;
  return {
    attachments,
    refused:
      further > 0
        ? [
            ...refused.slice(0, MAX_NAMED),
            `*${NOT_TAKEN[language]}: … + ${further}*`,
          ]
        : refused,
  };
}

/** @returns why it was refused */
async function upload(
  person: Pick<TicketsApi, 'uploadFile'>,
  { name, content }: Pick<MailFile, 'name' | 'content'>,
  attachments: string[],
): Promise<string | undefined> {
  try {
    const { id } = await person.uploadFile({
      name: name.slice(0, 1_024),
      content: new Blob([new Uint8Array(content)]),
    });
    attachments.push(id);
    return undefined;
  } catch (error) {
    if (isError(error) && isOfFile(error)) {
      return error.message;
    }
    throw error;
  }
}

function isOfFile(error: Error): boolean {
  const { statusCode } = error as { statusCode?: number };
  return (
    error.name === 'InputError' || statusCode === 413 || statusCode === 415
  );
}

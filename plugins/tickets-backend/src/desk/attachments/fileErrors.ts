import { CustomErrorBase } from '@backstage/errors';

/** A file, or all of them together, are too large; answered with 413. */
export class FileTooLargeError extends CustomErrorBase {
  readonly statusCode = 413;

  constructor(message: string) {
    super(message);
    this.name = 'FileTooLargeError';
  }
}

/** Files of this type are not allowed; answered with 415. */
export class FileTypeNotAllowedError extends CustomErrorBase {
  readonly statusCode = 415;

  /** @param takesArchives - whether a ZIP archive would be taken instead */
  constructor(mediaType: string, takesArchives: boolean) {
    super(
      mediaType === 'application/octet-stream'
        ? `The desk does not recognise this file. ${hint(takesArchives)}`
        : `Files of the type ${mediaType} are not allowed`,
    );
    this.name = 'FileTypeNotAllowedError';
  }
}

function hint(takesArchives: boolean): string {
  return takesArchives
    ? 'If it is text, save it as UTF-8. Otherwise put it into a ZIP archive.'
    : 'If it is text, save it as UTF-8.';
}

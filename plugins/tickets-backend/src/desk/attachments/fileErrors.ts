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

  constructor(mediaType: string) {
    super(`Files of the type ${mediaType} are not allowed`);
    this.name = 'FileTypeNotAllowedError';
  }
}

import { CustomErrorBase } from '@backstage/errors';

/** A body of an unsupported type; answered with 415. */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  readonly statusCode = 415;

  constructor(message: string) {
    super(message);
    this.name = 'UnsupportedMediaTypeError';
  }
}

/** The address has other methods; answered with 405. */
export class MethodNotAllowedError extends CustomErrorBase {
  readonly statusCode = 405;

  constructor(message: string) {
    super(message);
    this.name = 'MethodNotAllowedError';
  }
}

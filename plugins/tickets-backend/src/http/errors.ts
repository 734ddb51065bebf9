import { CustomErrorBase } from '@backstage/errors';

/** A body of a type that is not taken; answered with 415. */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  readonly statusCode = 415;

  constructor(message: string) {
    super(message);
    this.name = 'UnsupportedMediaTypeError';
  }
}

/** The address serves other methods; answered with 405. */
export class MethodNotAllowedError extends CustomErrorBase {
  readonly statusCode = 405;

  constructor(message: string) {
    super(message);
    this.name = 'MethodNotAllowedError';
  }
}

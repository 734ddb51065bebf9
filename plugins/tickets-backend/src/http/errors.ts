import { CustomErrorBase } from '@backstage/errors';

/** Somebody waits for as many exports as may run at once; answered with 429. */
export class TooManyExportsError extends CustomErrorBase {
  readonly statusCode = 429;

  constructor(message: string) {
    super(message);
    this.name = 'TooManyExportsError';
  }
}

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

import { CustomErrorBase, InputError } from '@backstage/errors';
import type {
  TicketEvent,
  TicketView,
} from '@portaldesk/plugin-tickets-common';

/** One thing that is wrong in a request. */
export interface InputIssue {
  /** Where: `subject`, `assets[1]`, `query.limit`. */
  readonly path: string;
  readonly message: string;
}

/** A request that names what is wrong with it, field by field. */
export class InvalidRequestError extends InputError {
  constructor(readonly issues: readonly InputIssue[]) {
    super(issues.map(({ path, message }) => `${path}: ${message}`).join('; '));
    this.name = 'InputError';
  }
}

/** The caller saw an earlier version of the ticket; answered with 412. */
export class StaleTicketError extends CustomErrorBase {
  readonly statusCode = 412;

  constructor(
    /** The version that the ticket has now. */
    readonly version: number,
    /** What happened since, as the caller may see it, oldest first. */
    readonly changes: readonly TicketEvent[],
  ) {
    super(
      'The ticket was changed meanwhile; load it again and repeat the change',
    );
    this.name = 'StaleTicketError';
  }
}

/** The caller saw an earlier version of the saved view; answered with 412. */
export class StaleViewError extends CustomErrorBase {
  readonly statusCode = 412;

  constructor(
    /** The view as it is now. */
    readonly view: TicketView,
  ) {
    super('The view was changed meanwhile; look at it and repeat the change');
    this.name = 'StaleViewError';
  }
}

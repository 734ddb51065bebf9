import { CustomErrorBase, InputError } from '@backstage/errors';
import type {
  TicketEvent,
  TicketView,
} from '@portaldesk/plugin-tickets-common';

export { UnavailableError } from '../store/UnavailableError';

/** One thing that is wrong in a request. */
export interface InputIssue {
  /** Where: `subject`, `assets[1]`, `query.limit`. */
  readonly path: string;
  readonly message: string;
}

/** Most things that one answer names. */
const MAX_ISSUES = 20;

/** Longest path in an answer, in characters: it can hold names that were sent. */
const MAX_PATH = 200;

/** Longest message on one thing, in characters. */
const MAX_MESSAGE = 500;

/**
 * A request that names what is wrong with it, field by field. An answer is not
 * much longer than a request is wrong: it names the first things, and how many
 * more there are.
 */
export class InvalidRequestError extends InputError {
  readonly issues: readonly InputIssue[];
  /** How many more things are wrong, if they are too many to be named. */
  readonly moreIssues: number | undefined;

  constructor(all: readonly InputIssue[]) {
    const issues = all.slice(0, MAX_ISSUES).map(shortened);
    const more = all.length - issues.length;
    super(
      [
        ...issues.map(({ path, message }) => `${path}: ${message}`),
        ...(more > 0 ? [`and ${more} more`] : []),
      ].join('; '),
    );
    this.name = 'InputError';
    this.issues = issues;
    this.moreIssues = more || undefined;
  }
}

function shortened({ path, message }: InputIssue): InputIssue {
  return {
    path: cutOff(path, MAX_PATH),
    message: cutOff(message, MAX_MESSAGE),
  };
}

function cutOff(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
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

import { CustomErrorBase, InputError } from '@backstage/errors';
import type {
  RequestIssue,
  TicketEvent,
  TicketView,
} from '@portaldesk/plugin-tickets-common';

export { issueAt } from '../domain/issueAt';
export { UnavailableError } from '../store/UnavailableError';

/** Most issues of one answer. */
const MAX_ISSUES = 20;

/** Longest path in an answer, in characters: it can contain names that were sent. */
const MAX_PATH = 200;

/** Longest message of an issue, in characters. */
const MAX_MESSAGE = 500;

/**
 * A request in which fields are wrong. It lists the first issues, and how many
 * more there are, so that the answer stays short.
 */
export class InvalidRequestError extends InputError {
  readonly issues: readonly RequestIssue[];
  /** How many more issues there are, if they are too many to be listed. */
  readonly moreIssues: number | undefined;

  constructor(all: readonly RequestIssue[]) {
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

function shortened({ path, message, ...coded }: RequestIssue): RequestIssue {
  return {
    ...coded,
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
      'The ticket was changed since you loaded it. Load it again and repeat the change.',
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
    super(
      'The view was changed since you loaded it. Load it again and repeat the change.',
    );
    this.name = 'StaleViewError';
  }
}

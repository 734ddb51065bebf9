import type { z } from 'zod';

/** The chapters of the API's documentation. */
export const tags = {
  Desk: 'The desk as it is configured.',
  Tickets: 'Tickets and lists of them.',
  Views: 'Saved views: lists that a person or a team comes back to.',
  Conversation: 'Messages, and the history of a ticket.',
  Files: 'Files that are attached to messages.',
  Life: 'What moves a ticket on: its assignment and its status.',
  People: 'Who takes part in a ticket.',
  Relations: 'How tickets belong together.',
  'Canned replies': 'Prepared messages with placeholders.',
  Absences: 'Agents who are passed over when tickets are assigned.',
  Search: 'Tickets by their words.',
  Reports: 'What happened to many tickets.',
  'Parked notices': 'What could not be told through a channel; for admins.',
} as const;

/** What the documentation says of an operation. */
export interface OperationText<Path extends string = string> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below the base of the plugin, with its parameters in braces. */
  readonly path: Path;
  /** Its name in generated clients. */
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: keyof typeof tags;
  /** Error statuses beside those that follow from the rest. */
  readonly refusals?: readonly ErrorStatus[];
}

/** The statuses with which something is refused. */
export type ErrorStatus =
  400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 429 | 503;

/** Headers of requests that an operation heeds. */
export type RequestHeader = 'If-Match' | 'Idempotency-Key' | 'Prefer';

/** Headers of answers beside those that every answer has. */
export type AnswerHeader =
  | 'ETag'
  | 'Location'
  | 'Link'
  | 'Preference-Applied'
  | 'Content-Disposition'
  | 'Retry-After';

/** A body by its media type; bytes, where no schema is given. */
export type Content = Readonly<Record<string, z.ZodType | undefined>>;

/** An operation of the API, as the OpenAPI document describes it. */
export interface Operation extends OperationText {
  readonly query?: z.ZodObject;
  readonly headers?: readonly RequestHeader[];
  readonly body?: Content;
  readonly bodyOptional?: boolean;
  readonly answer: {
    readonly status: 200 | 201 | 204;
    readonly description: string;
    /** A JSON body. */
    readonly schema?: z.ZodType;
    /** A body of another kind. */
    readonly content?: Content;
    readonly headers?: readonly AnswerHeader[];
  };
}

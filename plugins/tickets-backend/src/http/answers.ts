import {
  type Message,
  type Ticket,
  messageSchema,
  ticketSchema,
} from '@portaldesk/plugin-tickets-common';
import type { z } from 'zod';
import type { AnswerHeader } from './operation';

/** How a result becomes an answer. */
export interface Answer<Result> {
  readonly status: 200 | 201 | 204;
  readonly description: string;
  /** Absent: the answer has no body. */
  readonly schema?: z.ZodType<Result>;
  readonly headers?: readonly AnswerHeader[];
  /** Whether the body is left out for callers who prefer that. */
  readonly minimal?: boolean;
  /** The version that goes into `ETag`. */
  version?(result: Result): number;
  /** Where the result is, below the base of the plugin. */
  location?(result: Result): string;
  /** Lead to other pages, by how those stand to this one. */
  cursors?(result: Result): Partial<Record<'next' | 'prev', string>>;
}

/** An answer with what was asked for. */
export function found<Result>(
  schema: z.ZodType<Result>,
  description: string,
): Answer<Result> {
  return { status: 200, description, schema };
}

/** An answer with one page of a list. */
export function page<
  Result extends { nextCursor?: string; previousCursor?: string },
>(schema: z.ZodType<Result>, description: string): Answer<Result> {
  return {
    ...found(schema, description),
    headers: ['Link'],
    cursors: ({ nextCursor, previousCursor }) => ({
      next: nextCursor,
      prev: previousCursor,
    }),
  };
}

/** An answer with what a change made of something. */
export function changed<Result>(
  schema: z.ZodType<Result>,
  description: string,
): Answer<Result> {
  return {
    ...found(schema, description),
    headers: ['Preference-Applied'],
    minimal: true,
  };
}

/** An answer with what came to be, and where it is. */
export function created<Result>(
  schema: z.ZodType<Result>,
  description: string,
  location: (result: Result) => string,
): Answer<Result> {
  return {
    status: 201,
    description,
    schema,
    headers: ['Location', 'Preference-Applied'],
    minimal: true,
    location,
  };
}

/** An answer without a body. */
export const nothing: Answer<void> = {
  status: 204,
  description: 'It is done.',
};

const ticketVersion = ({ version }: Ticket) => version;

export const foundTicket: Answer<Ticket> = {
  ...found(ticketSchema, 'The ticket, as the caller may see it.'),
  headers: ['ETag'],
  version: ticketVersion,
};

export const changedTicket: Answer<Ticket> = {
  ...changed(ticketSchema, 'The ticket after the change.'),
  headers: ['ETag', 'Preference-Applied'],
  version: ticketVersion,
};

/** An answer with a ticket that came to be. */
export function createdTicket(description: string): Answer<Ticket> {
  return {
    ...created(
      ticketSchema,
      description,
      ({ id }) => `/tickets/${encodeURIComponent(id)}`,
    ),
    headers: ['Location', 'ETag', 'Preference-Applied'],
    version: ticketVersion,
  };
}

export const createdMessage: Answer<Message> = created(
  messageSchema,
  'The message. Its ticket is another one than asked for when it began a follow-up.',
  ({ ticket, id }) =>
    `/tickets/${encodeURIComponent(ticket)}/messages#${encodeURIComponent(id)}`,
);

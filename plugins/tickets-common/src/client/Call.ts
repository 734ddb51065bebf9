import type { z } from 'zod';
import type { TicketsChangeOptions, TicketsCreateOptions } from './TicketsApi';

type Value = string | number | boolean;

/** Query parameters; one with several values is named several times. */
export type Query = Readonly<
  Record<string, Value | readonly Value[] | undefined>
>;

/** One request to the desk, and how its answer is read. */
export interface Call<Result> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base of the plugin. */
  readonly path: string;
  readonly query?: Query;
  /** Sent as it is when it is a Blob, else as JSON. */
  readonly body?: unknown;
  readonly options?: TicketsChangeOptions & TicketsCreateOptions;
  read(answer: Response): Promise<Result>;
}

/** Reads an answer that must be as the schema says. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return async (answer: Response): Promise<z.output<Schema>> =>
    schema.parse(await answer.json());
}

/** Reads an answer of bytes. */
export const content = (answer: Response): Promise<Blob> => answer.blob();

/** Gives an answer of bytes as it comes in. */
export async function stream(
  answer: Response,
): Promise<ReadableStream<Uint8Array>> {
  return answer.body ?? new Blob().stream();
}

/** Ends an answer that has no body. */
export const nothing = async (): Promise<void> => {};

/** The path of a ticket, or of what belongs to it. */
export function ticketPath(ticket: string, ...resource: string[]): string {
  return ['tickets', ticket, ...resource].map(encodeURIComponent).join('/');
}

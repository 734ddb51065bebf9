import type { z } from 'zod';
import type { Caller } from '../desk/Caller';
import type { Delivery, TicketTarget } from '../desk/Desk';
import type { HttpContext } from './HttpContext';
import type { Answer } from './answers';
import type { OperationText } from './operation';
import type { LaneName } from './sharing/Lanes';

/** The parameters that a path such as `/tickets/{ticket}` has. */
export type PathParameters<Path extends string> =
  Path extends `${string}{${infer Name}}${infer Rest}`
    ? { readonly [Key in Name]: string } & PathParameters<Rest>
    : unknown;

/** What a request holds, parsed, and those who can do it. */
export interface Call<Path extends string, Query, Body> extends Omit<
  HttpContext,
  'callerOf' | 'gate'
> {
  readonly caller: Caller;
  /** Parameters of the path, as they are in the request. */
  readonly path: PathParameters<Path>;
  /** The ticket that the path names. */
  readonly target: Path extends `/tickets/{ticket}${string}`
    ? TicketTarget
    : undefined;
  /** In `If-Match`, where that is heeded. */
  readonly version: number | undefined;
  readonly query: Query;
  readonly body: Body;
  readonly delivery: Delivery;
}

/** What a request takes. */
export interface Dear<Query extends z.ZodObject, Body extends z.ZodType> {
  readonly lane: LaneName;
  /** In units of simple work; 0: it is cheap, and waits for nobody. Default: 1 */
  cost?(call: {
    readonly query: z.output<Query>;
    readonly body: z.output<Body>;
  }): number;
}

/** An endpoint that takes JSON, or nothing, and answers with it. */
export interface Declaration<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Result,
> extends OperationText<Path> {
  readonly query?: Query;
  readonly body?: Body;
  /** Whether the body can be left out. */
  readonly bodyOptional?: boolean;
  /** Which headers of a request it heeds, beside `Prefer`. */
  readonly headers?: readonly ('If-Match' | 'Idempotency-Key')[];
  /** Where it waits for its turn, if it is dear. */
  readonly dear?: Dear<Query, Body>;
  readonly answer: Answer<Result>;
  handle(call: Call<Path, z.output<Query>, z.output<Body>>): Promise<Result>;
}

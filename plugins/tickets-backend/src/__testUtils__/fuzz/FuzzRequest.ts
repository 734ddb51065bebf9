import type { DescribedOperation } from './ApiDescription';
import type { KnownValues } from './KnownValues';
import type { Random } from './Random';
import type { ValueMaker } from './ValueMaker';

/** A request as it goes over the wire. */
export interface FuzzRequest {
  /** What it is made after, although it may not be that any more. */
  readonly operation: DescribedOperation;
  readonly method: string;
  /** Below the base of the plugin, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Who sends it. */
  readonly caller: string;
  /** Whether the sender hangs up before the answer came. */
  readonly hangsUp: boolean;
}

/** How far a request is from one that is well meant. */
export type FuzzMode = 'well-meant' | 'spoiled' | 'hostile';

/** What all parts of requests are made with. */
export interface FuzzContext {
  readonly values: ValueMaker;
  readonly known: KnownValues;
  readonly random: Random;
}

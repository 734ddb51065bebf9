import type { DeskConfig } from '../config/DeskConfig';
import { type Scope, scopeOf } from '../domain/access';
import type { TicketStore } from '../store/TicketStore';
import type { Caller } from './Caller';
import type { DeskCatalog } from './DeskCatalog';

/** What every use case works with. */
export interface DeskContext {
  readonly config: DeskConfig;
  readonly store: TicketStore;
  readonly catalog: DeskCatalog;
  /** The present time. */
  readonly clock: () => Date;
}

/** What the caller may come to see at this desk. */
export function callersScope(context: DeskContext, caller: Caller): Scope {
  return scopeOf(context.config.access, caller);
}

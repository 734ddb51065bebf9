import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DeskConfig } from '../config/DeskConfig';
import { type Scope, scopeOf } from '../domain/access/access';
import type { FileStorages } from '../files/FileStorage';
import type { DeskStore } from '../store/DeskStore';
import type { OpaqueIds } from './opaque/OpaqueIds';
import type { OutboxSignal } from './notifications/OutboxSignal';
import type { Caller } from './Caller';
import type { DeskCatalog } from './DeskCatalog';
import type { ThrottledLogger } from './ThrottledLogger';

/** What every use case works with. */
export interface DeskContext {
  readonly config: DeskConfig;
  readonly store: DeskStore;
  readonly catalog: DeskCatalog;
  /** Ids and cursors as they leave the desk. */
  readonly ids: OpaqueIds;
  /** Where the content of files is. */
  readonly files: FileStorages;
  /** The present time. */
  readonly clock: () => Date;
  /** Absent where nobody is notified, as during an import. */
  readonly outboxSignal?: OutboxSignal;
  /** Whether what happens now happened long ago, and is imported. */
  readonly importing?: boolean;
  /**
   * Lets others forget what they keep of tickets, in the transaction in which it
   * is removed here.
   */
  readonly forget?: (
    ticketIds: readonly string[],
    transaction: Knex,
  ) => Promise<void>;
  readonly logger: LoggerService;
  /** For what can go wrong again and again. */
  readonly throttledLogger: ThrottledLogger;
}

/** What the caller may come to see at this desk. */
export function callersScope(context: DeskContext, caller: Caller): Scope {
  return scopeOf(context.config.access, caller, {
    decisions: caller.decisions,
    now: context.clock(),
  });
}

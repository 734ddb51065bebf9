import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { TicketImport } from '@portaldesk/plugin-tickets-node';
import type { Caller } from '../desk/Caller';
import type { DeskContext } from '../desk/context';
import { createDesk } from '../desk/createDesk';
import { deskAsTicketsApi } from '../desk/deskAsTicketsApi';
import { errorForLog } from '../desk/errorForLog';
import { canonicalRef } from '../desk/relations/relations';

interface ImportEnvironment {
  readonly context: DeskContext;
  readonly auth: AuthService;
  readonly logger: LoggerService;
  readonly signal: AbortSignal;
}

/** Milliseconds between two lines in the log about a long import. */
const PROGRESS_INTERVAL = 10_000;

/** Says in the log now and then how far an import is. */
class ActCount {
  #acts = 0;
  #saidAt = Date.now();

  constructor(
    private readonly subject: string,
    private readonly logger: LoggerService,
  ) {}

  count(): void {
    this.#acts += 1;
    if (Date.now() - this.#saidAt >= PROGRESS_INTERVAL) {
      this.#saidAt = Date.now();
      this.logger.info(`${this.subject} has done ${this.#acts} acts`);
    }
  }
}

/**
 * Runs those imports that were not done yet, one after the other. One that
 * fails leaves nothing behind and is tried again at the next start, and so are
 * those that did not begin before the signal.
 */
export async function runImports(
  imports: readonly TicketImport[],
  environment: ImportEnvironment,
): Promise<void> {
  const { context, logger, signal } = environment;
  for (const ticketImport of imports) {
    try {
      if (await context.store.imports.isDone(ticketImport.id)) {
        logger.info(`The import ${ticketImport.id} is done already`);
        continue;
      }
      signal.throwIfAborted();
      await ticketImport.prepare?.(signal);
      signal.throwIfAborted();
      await runImport(ticketImport, environment);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      logger.error(
        `The import ${ticketImport.id} failed and left nothing behind`,
        errorForLog(error),
      );
    }
  }
}

async function runImport(
  ticketImport: TicketImport,
  { context, auth, logger }: ImportEnvironment,
): Promise<void> {
  const credentials = await auth.getOwnServiceCredentials();
  const people = new Map<
    string,
    Promise<Pick<Caller, 'belongsTo'> | undefined>
  >();

  async function person(name: string): Promise<Caller> {
    const ref = canonicalRef(name);
    const known = people.get(ref) ?? context.catalog.person(ref);
    people.set(ref, known);
    const { belongsTo } = (await known) ?? { belongsTo: new Set([ref]) };
    return { ref, belongsTo, credentials };
  }

  const acts = new ActCount(`The import ${ticketImport.id}`, logger);
  const run = async (store: DeskContext['store']) => {
    if (!(await store.imports.claim(ticketImport.id, context.clock()))) {
      return false;
    }
    await ticketImport.run({
      as: (ref, at) => {
        acts.count();
        return deskAsTicketsApi(
          createDesk({
            ...context,
            store,
            clock: () => at,
            // nobody is notified today of what happened long ago
            outboxSignal: undefined,
            importing: true,
          }),
          () => person(ref),
        );
      },
    });
    return true;
  };
  // an import is others' code, which may remember what it did
  const ran = await context.store.transaction(run, { repeatable: false });
  logger.info(`The import ${ticketImport.id} is done${ran ? '' : ' already'}`);
}

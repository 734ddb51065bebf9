import makeKnex, { type Knex } from 'knex';
import { keepErrorsClean } from './connections';

/** A connection of the driver for PostgreSQL. */
interface PostgresConnection {
  end(): Promise<void>;
}

/**
 * Does work that takes long on a connection to PostgreSQL beside the pool, which
 * is for those who wait. No timeout ends a statement on it. It is one session
 * from the begin to the end, which releases the locks that it took.
 *
 * @param signal - closes the connection at once. PostgreSQL still finishes the
 *   statement that is under way
 * @throws Error when the connection is lost: there is no second one
 */
export async function inOwnSession<T>(
  knex: Knex,
  work: (session: Knex) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const [{ role }]: [{ role: string }] = (
    await knex.raw('select current_user as role')
  ).rows;
  let connection: PostgresConnection | undefined;
  const session = makeKnex({
    ...knex.client.config,
    pool: {
      min: 0,
      max: 1,
      afterCreate(created: PostgresConnection, done: (error?: Error) => void) {
        if (connection || signal?.aborted) {
          created.end().catch(() => {});
          done(new Error('The session is over'));
          return;
        }
        connection = created;
        done();
      },
    },
  });
  keepErrorsClean(session);
  const close = () => {
    connection?.end().catch(() => {});
  };
  signal?.addEventListener('abort', close);
  try {
    await session.raw('set role ??', [role]);
    await session.raw('set statement_timeout = 0');
    await session.raw('set lock_timeout = 0');
    return await work(session);
  } finally {
    signal?.removeEventListener('abort', close);
    await session.destroy();
  }
}

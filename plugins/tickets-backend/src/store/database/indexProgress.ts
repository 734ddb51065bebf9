import type { Knex } from 'knex';

interface Progress {
  readonly name: string;
  readonly phase: string;
  readonly percent: number | null;
  /** The process of the database whose transaction has to end first. */
  readonly locker: number | null;
}

/**
 * What PostgreSQL says of the index that one of its processes builds, such as
 * `tickets_active_idx: building index: scanning table (40 %)`.
 *
 * @returns undefined when it builds none at the moment
 */
export async function indexProgress(
  knex: Knex,
  process: number,
): Promise<string | undefined> {
  const { rows } = await knex.raw(
    `select relname as name, phase,
       (100 * blocks_done / nullif(blocks_total, 0))::int as percent,
       nullif(current_locker_pid, 0) as locker
     from pg_stat_progress_create_index join pg_class on pg_class.oid = index_relid
     where pid = ?`,
    [process],
  );
  const [progress]: Progress[] = rows;
  if (progress === undefined) {
    return undefined;
  }
  const { name, phase, percent, locker } = progress;
  const more = [
    locker !== null && ` (process ${locker} of the database)`,
    locker === null && percent !== null && ` (${percent} %)`,
  ].filter(Boolean);
  return `${name}: ${phase}${more.join('')}`;
}

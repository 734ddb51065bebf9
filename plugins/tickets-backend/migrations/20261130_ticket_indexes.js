// @ts-check

/** Everybody works while the indexes are built: this is no transaction. */
exports.config = { transaction: false };

/** When a ticket was worked on or talked about last, whichever release wrote it. */
const ACTIVE_AT =
  '(case when traced_version = version then active_at else updated_at end)';

/**
 * The indexes of tickets by name. Where the desk knows no sort key yet, which an
 * older version leaves out, lists are sorted by the same without the order of
 * digits and accents.
 *
 * @param {boolean} onPostgres
 */
function indexes(onPostgres) {
  const subject = onPostgres ? 'subject collate "C"' : 'subject';
  return {
    tickets_active_idx: `(status, ${ACTIVE_AT}, id) where archived_at is null`,
    tickets_by_number_sort_idx: '(coalesce(number_sort, lower(number)), id)',
    tickets_by_subject_sort_idx: `(coalesce(subject_sort, lower(${subject})), id)`,
    tickets_number_count_idx: '(number_count) where number_count is not null',
    tickets_without_sort_keys_idx:
      '(id) where number_sort is null or subject_sort is null',
  };
}

/**
 * Can be run again after it was cut off: then one index may be there that was
 * not built to its end, which is of no use.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const onPostgres = knex.client.config.client === 'pg';
  const isEmpty = (await knex('tickets').first('id')) === undefined;
  const meanwhile = onPostgres && !isEmpty ? 'concurrently' : '';
  for (const [name, definition] of Object.entries(indexes(onPostgres))) {
    const isUsable = onPostgres ? await usability(knex, name) : undefined;
    if (isUsable === false) {
      await knex.raw(`drop index concurrently ${name}`);
    }
    if (!isUsable) {
      await knex.raw(
        `create index ${meanwhile} if not exists ${name} on tickets ${definition}`,
      );
    }
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const onPostgres = knex.client.config.client === 'pg';
  for (const name of Object.keys(indexes(onPostgres))) {
    await knex.raw(`drop index if exists ${name}`);
  }
};

/**
 * Whether an index was built to its end; undefined where there is none.
 *
 * @param {import('knex').Knex} knex
 * @param {string} name
 * @returns {Promise<boolean | undefined>}
 */
async function usability(knex, name) {
  const { rows } = await knex.raw(
    'select indisvalid as usable from pg_index where indexrelid = to_regclass(?)',
    [name],
  );
  return rows[0]?.usable;
}

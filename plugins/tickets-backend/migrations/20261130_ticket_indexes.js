// @ts-check

/** Everybody works while the indexes are built: this is no transaction. */
exports.config = { transaction: false };

/** When a ticket was worked on or talked about last, whichever release wrote it. */
const ACTIVE_AT =
  '(case when traced_version = version then active_at else updated_at end)';

/** The columns with references of each table that can have many rows. */
const REFERENCES = {
  tickets: [
    ...['requester', 'created_by', 'organisation', 'team', 'assignee'],
    ...['system', 'updated_by', 'changed_by', 'people', 'entities'],
  ],
  ticket_assets: ['entity_ref', 'owner'],
  ticket_messages: ['author'],
  ticket_message_recipients: ['ref'],
  ticket_events: ['actor'],
  ticket_reads: ['person'],
  ticket_files: ['uploaded_by'],
  ticket_requests: ['caller'],
};

/**
 * Those of tickets are for lists, of all tickets or of those that have no sort
 * keys yet. Where the desk knows none, which an older version leaves out, lists
 * are sorted by the same without the order of digits and accents. The others
 * have nothing but the rows in which an older version spelled a reference
 * otherwise than the catalog.
 *
 * @param {boolean} onPostgres
 * @returns {[name: string, on: string][]}
 */
function indexes(onPostgres) {
  const subject = onPostgres ? 'subject collate "C"' : 'subject';
  return [
    [
      'tickets_active_idx',
      `tickets (status, ${ACTIVE_AT}, id) where archived_at is null`,
    ],
    [
      'tickets_by_number_sort_idx',
      'tickets (coalesce(number_sort, lower(number)), id)',
    ],
    [
      'tickets_by_subject_sort_idx',
      `tickets (coalesce(subject_sort, lower(${subject})), id)`,
    ],
    [
      'tickets_number_count_idx',
      'tickets (number_count) where number_count is not null',
    ],
    [
      'tickets_without_sort_keys_idx',
      'tickets (id) where number_sort is null or subject_sort is null',
    ],
    ...Object.entries(REFERENCES).map(
      /** @returns {[name: string, on: string]} */
      ([table, columns]) => [
        `${table}_spelling_idx`,
        `${table} (${columns[0]}) where ${columns
          .map(column => `${column} <> lower(${column})`)
          .join(' or ')}`,
      ],
    ),
  ];
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
  const concurrently = onPostgres && !isEmpty ? 'concurrently' : '';
  for (const [name, on] of indexes(onPostgres)) {
    const isUsable = onPostgres ? await usability(knex, name) : undefined;
    if (isUsable === false) {
      await knex.raw(`drop index concurrently ${name}`);
    }
    if (!isUsable) {
      await knex.raw(
        `create index ${concurrently} if not exists ${name} on ${on}`,
      );
    }
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const onPostgres = knex.client.config.client === 'pg';
  for (const [name] of indexes(onPostgres)) {
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

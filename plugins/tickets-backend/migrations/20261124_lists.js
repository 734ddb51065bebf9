// @ts-check

const BATCH = 500;

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 */
function ticketReference(table) {
  return table
    .string('ticket_id', 36)
    .notNullable()
    .references('id')
    .inTable('tickets')
    .onDelete('CASCADE');
}

/**
 * The texts, numbers and booleans of a form, and those that its lists hold.
 *
 * @param {string} id
 * @param {string} fields JSON object
 */
function fieldRows(id, fields) {
  const isFindable = (/** @type {string} */ text) =>
    text.length <= 255 && /^[^\p{Cc}\p{Cs}]+$/u.test(text);
  return Object.entries(JSON.parse(fields))
    .filter(([name]) => isFindable(name))
    .flatMap(([name, field]) => {
      const values = [field]
        .flat()
        .filter(value => ['string', 'number', 'boolean'].includes(typeof value))
        .map(String)
        .filter(isFindable);
      return [...new Set(values)].map(value => ({
        ticket_id: id,
        name,
        value,
      }));
    });
}

/**
 * @param {import('knex').Knex} knex
 */
async function fillFields(knex) {
  let last = '';
  for (;;) {
    const tickets = await knex('tickets')
      .select('id', 'fields')
      .where('id', '>', last)
      .whereNot('fields', '{}')
      .orderBy('id')
      .limit(BATCH);
    if (tickets.length === 0) {
      return;
    }
    const rows = tickets.flatMap(({ id, fields }) => fieldRows(id, fields));
    await knex.batchInsert('ticket_fields', rows, 100);
    last = tickets[tickets.length - 1].id;
  }
}

/**
 * @param {import('knex').Knex} knex
 */
function isPostgres(knex) {
  return !knex.client.config.client.includes('sqlite');
}

/** What tickets are looked for and sorted by, and how long it is at most. */
const WORDS = {
  number: 255,
  status: 64,
  category: 64,
  priority: 64,
  requester: 255,
  created_by: 255,
  organisation: 255,
  team: 255,
  assignee: 255,
  system: 255,
};

/**
 * SQLite compares text by its bytes; so does PostgreSQL from now on, whatever
 * the language of its database, where tickets are sorted.
 *
 * @param {import('knex').Knex} knex
 * @param {string} collation
 */
async function collateWords(knex, collation) {
  if (isPostgres(knex)) {
    const changes = Object.entries(WORDS).map(
      ([column, length]) =>
        `alter column ${column} type varchar(${length}) collate "${collation}"`,
    );
    await knex.raw(`alter table tickets ${changes.join(', ')}`);
  }
}

/**
 * For the orders of lists beside those of time, and to find few among many.
 *
 * @param {import('knex').Knex} knex
 */
function indexes(knex) {
  const subject = isPostgres(knex) ? 'subject collate "C"' : 'subject';
  const open =
    'where ended_at is null and archived_at is null and merged_into is null';
  // what it takes to know who sees a ticket, so that queues are counted in it
  const include = isPostgres(knex)
    ? 'include (visibility, requester, created_by, organisation, organisation_access)'
    : '';
  return {
    tickets_by_subject_idx: `(lower(${subject}), id)`,
    tickets_by_requester_idx: '(requester, id)',
    tickets_by_team_idx: '(team, id)',
    tickets_by_assignee_idx: '(assignee, id)',
    tickets_by_priority_idx: '(priority, id)',
    tickets_by_due_idx: '(next_due_at, id) where next_due_at is not null',
    tickets_category_idx: '(category)',
    tickets_system_idx: '(system)',
    tickets_open_idx: `(updated_at, id) ${open}`,
    tickets_open_of_team_idx: `(team, updated_at, id) ${include} ${open}`,
  };
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_fields', table => {
    table.comment('tickets.fields once more, to find tickets by them');
    ticketReference(table);
    table.string('name', 255).notNullable();
    table.string('value', 255).notNullable();
    table.primary(['name', 'value', 'ticket_id']);
    table.index(['ticket_id'], 'ticket_fields_ticket_idx');
  });
  await fillFields(knex);

  await knex.schema.createTable('ticket_reads', table => {
    table.comment('The version of a ticket that a person looked at last');
    ticketReference(table);
    table.string('person', 255).notNullable();
    table.integer('version').notNullable();
    table.primary(['person', 'ticket_id']);
    table.index(['ticket_id'], 'ticket_reads_ticket_idx');
  });

  await knex.schema.alterTable('tickets', table => {
    table.dropIndex(['team', 'updated_at', 'id'], 'tickets_team_open_idx');
  });
  await collateWords(knex, 'C');
  for (const [name, definition] of Object.entries(indexes(knex))) {
    await knex.raw(`create index ${name} on tickets ${definition}`);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of Object.keys(indexes(knex))) {
    await knex.raw(`drop index ${name}`);
  }
  await collateWords(knex, 'default');
  await knex.schema.alterTable('tickets', table => {
    table.index(['team', 'updated_at', 'id'], 'tickets_team_open_idx', {
      predicate: knex.whereNull('ended_at'),
    });
  });
  await knex.schema.dropTable('ticket_reads');
  await knex.schema.dropTable('ticket_fields');
};

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
    table.comment('The version of a ticket that somebody looked at last');
    ticketReference(table);
    table.string('person', 255).notNullable();
    table.integer('version').notNullable();
    table.primary(['person', 'ticket_id']);
    table.index(['ticket_id'], 'ticket_reads_ticket_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ticket_reads');
  await knex.schema.dropTable('ticket_fields');
};

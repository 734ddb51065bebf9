// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_backfills', table => {
    table.comment('How far the background has looked through a table');
    table.string('id', 64).primary();
    table
      .integer('format')
      .notNullable()
      .comment('That of what it writes; a later version has a higher one');
    table
      .timestamp('begun_at', { useTz: true })
      .notNullable()
      .comment('When it last began with the first row');
    table.text('position').nullable().comment('JSON; null: before all rows');
    table
      .text('compared')
      .nullable()
      .comment('JSON; up to which row it has compared what there is');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ticket_backfills');
};

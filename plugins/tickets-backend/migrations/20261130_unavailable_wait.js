// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('ticket_unavailable', table => {
    table
      .boolean('waits_long')
      .notNullable()
      .defaultTo(false)
      .comment('Whether much was missing at once at any time since then');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('ticket_unavailable', table => {
    table.dropColumn('waits_long');
  });
};

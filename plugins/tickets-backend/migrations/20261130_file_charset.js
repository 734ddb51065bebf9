// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('ticket_files', table => {
    table
      .string('charset', 32)
      .nullable()
      .comment('Of a text; null where it is unknown');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('ticket_files', table => {
    table.dropColumn('charset');
  });
};

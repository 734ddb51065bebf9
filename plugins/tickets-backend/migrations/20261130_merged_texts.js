// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('ticket_texts', table => {
    table
      .string('origin', 36)
      .nullable()
      .comment('The ticket that it came with, where that was merged');
    table
      .string('origin_field', 64)
      .nullable()
      .comment('Takes the place of field there');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('ticket_texts', table => {
    table.dropColumn('origin_field');
    table.dropColumn('origin');
  });
};
